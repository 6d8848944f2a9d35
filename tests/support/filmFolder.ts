import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { foundTools } from '../host/foundTools'

export type ManifestScene = {
  sequenceNumber: number
  clipName: string
  heading: string
  action: string
  dialogue: { character: string; parenthetical: string; line: string }[]
  startFrame: number
  frames: number
  durationS: number
  takes: number
  verdict: string
  clip: { sha256: string }
}
export type Manifest = {
  project: { slug: string; title: string }
  source: { file: string; sha256: string }
  fps: number
  width: number
  height: number
  frames: number
  durationS: number
  loudnessLufs: number
  truePeakDbtp: number
  film: { file: string; sha256: string }
  scenes: ManifestScene[]
  run: { id: string; steps: number; ran: number; reused: number }
  spent: { nanodollars: number; generations: number }
}

export const readManifest = (out: string): Manifest =>
  JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest

export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

type Probed = { codec_type: string; width: number; height: number; nb_read_frames: string }
const probe = (file: string): Probed[] => {
  const args = ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', file]
  return (JSON.parse(execFileSync(foundTools().ffprobe, args, { encoding: 'utf8' })) as { streams: Probed[] }).streams
}

/** What every film folder holds together: files, frames, times, sound level, subtitles. Answers the manifest. */
export const expectWholeFilm = (out: string): Manifest => {
  const manifest = readManifest(out)
  const { scenes, fps } = manifest
  for (const name of [
    'film.mp4',
    'film.srt',
    'film.vtt',
    'film.fountain',
    'poster.jpg',
    'contact-sheet.jpg',
    'continuity.md',
  ])
    expect(existsSync(join(out, name)), name).toBe(true)
  expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(sha256(join(out, 'film.mp4'))).toBe(manifest.film.sha256)

  const streams = probe(join(out, 'film.mp4'))
  const picture = streams.find((one) => one.codec_type === 'video')
  expect(streams.map((one) => one.codec_type).toSorted()).toEqual(['audio', 'video'])
  expect([picture?.width, picture?.height]).toEqual([manifest.width, manifest.height])
  expect(Number(picture?.nb_read_frames)).toBe(manifest.frames)

  let at = 0
  for (const [i, scene] of scenes.entries()) {
    expect(scene.sequenceNumber).toBe(i + 1)
    expect(scene.startFrame).toBe(at)
    expect(scene.frames / fps).toBeGreaterThanOrEqual(3)
    expect(scene.frames / fps).toBeLessThanOrEqual(7)
    expect(scene.durationS).toBeCloseTo(scene.frames / fps, 3)
    at += scene.frames
  }
  expect(at).toBe(manifest.frames)
  expect(manifest.durationS).toBeCloseTo(manifest.frames / fps, 3)
  expect(new Set(scenes.map((scene) => scene.clipName)).size).toBe(scenes.length)
  expect(Math.abs(manifest.loudnessLufs + 14)).toBeLessThanOrEqual(0.5)
  expect(manifest.truePeakDbtp).toBeLessThanOrEqual(-1)
  expect(manifest.run.ran + manifest.run.reused).toBeGreaterThanOrEqual(manifest.run.steps)
  expect(manifest.spent.nanodollars).toBe(0)

  const said = scenes.flatMap((scene) => scene.dialogue).map(({ line }) => line)
  const shown = readFileSync(join(out, 'film.srt'), 'utf8').replace(/^\d+\n.* --> .*$/gm, ' ')
  expect(wordsOf(shown)).toEqual(wordsOf(said.join(' ')))
  return manifest
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’]+/gu) ?? []
