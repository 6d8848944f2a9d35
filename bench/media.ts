import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pictureFormat } from '@/domain/format'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { houseEncodeArgs } from '@/providers/ffmpeg/houseEncode'
import { foundTools } from './foundTools'
import { median, rounded, secondsOf, type Row } from './meter'

const clips = 20
const seconds = 5
const rounds = 9

/** Stitch and last frame against the shortest ffmpeg command anybody would type, by turns on the same files. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'backlot-bench-'))
  const place = (name: string) => join(folder, name)
  try {
    const tools = await findMediaTools(foundTools())
    const film = ffmpegFilm(tools)
    const format = pictureFormat('16:9', '720p', 24)
    const at = { signal: new AbortController().signal, scratch: place('scratch') }
    mkdirSync(at.scratch)
    const ffmpeg = async (...args: string[]) =>
      Promise.resolve(execFileSync(tools.ffmpeg, ['-nostdin', '-y', '-v', 'error', ...args]))

    const segments = Array.from({ length: clips }, (_, i) => place(`clip-${String(i)}.mp4`))
    const picture = `testsrc2=s=${String(format.width)}x${String(format.height)}:r=24:d=${String(seconds)}`
    for (const [i, clip] of segments.entries())
      await ffmpeg(
        '-f',
        'lavfi',
        '-i',
        `${picture},hue=h=${String(i * 17)},format=yuv420p`,
        ...houseEncodeArgs(format),
        clip,
      )
    const frames = clips * seconds * 24
    const { file: sound } = await film.mix(
      { cues: [], samples: clips * seconds * 48_000, stems: null },
      place('s.m4a'),
      at,
    )

    const list = place('list.txt')
    writeFileSync(list, segments.map((clip) => `file '${clip}'\n`).join(''))
    const concat = ['-f', 'concat', '-safe', '0', '-i', list, '-i', sound, '-map', '0:v', '-map', '1:a', '-c', 'copy']
    const stitch = await byTurns(
      () => film.stitch({ segments, sound, frames, fps: 24, title: 'Bench' }, place('ours.mp4'), at),
      () => ffmpeg(...concat, '-movflags', '+faststart', place('raw.mp4')),
    )
    const clip = segments[0] ?? ''
    // Without PNG in this ffmpeg a plain picture is the quickest it can write.
    const raw = place(tools.encoders.has('png') ? 'raw.png' : 'raw.ppm')
    const lastFrame = await byTurns(
      () => film.lastFrame(clip, place('ours.png'), at),
      () => ffmpeg('-sseof', '-1', '-i', clip, '-update', '1', raw),
    )
    return {
      rows: [row(`stitch of ${String(clips)} clips`, stitch, 1.5), row('last frame of a clip', lastFrame, 1.3)],
      json: { stitch, lastFrame },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Pair = { oursMs: number; rawMs: number; ratio: number }

const byTurns = async (ours: () => Promise<unknown>, raw: () => Promise<unknown>): Promise<Pair> => {
  const times: [number, number][] = []
  for (let round = 0; round <= rounds; round++) times.push([await secondsOf(ours), await secondsOf(raw)])
  const kept = times.slice(1) // the first one warms up
  const [oursMs, rawMs] = [median(kept.map(([time]) => time * 1000)), median(kept.map(([, time]) => time * 1000))]
  return { oursMs: rounded(oursMs, 0), rawMs: rounded(rawMs, 0), ratio: rounded(oursMs / rawMs) }
}

const row = (metric: string, { oursMs, rawMs, ratio }: Pair, most: number): Row => ({
  metric: `${metric}, of raw ffmpeg`,
  value: `${String(ratio)} (${String(oursMs)} ms; raw ${String(rawMs)} ms)`,
  target: `≤ ${String(most)}`,
  met: ratio <= most,
})
