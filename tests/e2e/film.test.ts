import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callSheet } from '@/pipeline/callSheet'
import { answerOf, errorOf, openFilmHome, type FilmHome } from '../support/filmCommand'
import { expectWholeFilm, readManifest, sha256 } from '../support/filmFolder'

const limitMs = 240_000
const sceneSteps = callSheet.scene.flat().length
const odd =
  'Title: 夜 🎬\n\nINT. 厨房 🍜 مطبخ - NIGHT\n\nMARA\u202e reads the \u2066note\u2069 by a lamp.\n\n@مارا\nمرحبا يا صديقي\n\nMARA\nGood night.\n'

let studio: FilmHome
let file: string
let out: string
const film = (...argv: string[]) => studio.run(['film', file, '--out', out, '--resolution', '360p', '--json', ...argv])

beforeAll(() => {
  studio = openFilmHome()
  file = studio.at('two-rooms.fountain')
  out = studio.at('out')
  copyFileSync('tests/screenplays/two-rooms.fountain', file)
})
afterAll(() => studio.close())

describe('the film command', { timeout: limitMs }, () => {
  it('makes a film that agrees with its manifest, with every clip and the sound stems', async () => {
    const ended = await film('--clips')
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(out)
    expect(answerOf(ended)).toMatchObject({
      slug: 'two-rooms', out, film: join(out, 'film.mp4'), manifest: join(out, 'manifest.json'), scenes: manifest.scenes.length,
      durationS: manifest.durationS, spentNanodollars: 0,
    }) // prettier-ignore
    expect(manifest.scenes.map(({ heading }) => heading)).toEqual([
      'INT. KITCHEN - NIGHT',
      'EXT. HARBOUR STREET - MORNING',
    ])
    expect(manifest.source.sha256).toBe(sha256(file))
    for (const { clipName, clip } of manifest.scenes)
      expect(sha256(join(out, 'clips', `${clipName}.mp4`))).toBe(clip.sha256)
    for (const stem of ['dialogue', 'music', 'effects'])
      expect(statSync(join(out, 'stems', `${stem}.wav`)).size).toBeGreaterThan(100_000)
  })

  it('finds nothing to do when nothing changed, and the film stays what it was', async () => {
    const before = readManifest(out)
    const ended = await film()
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(out)
    expect(manifest.run.ran).toBe(0)
    expect(manifest.film).toEqual(before.film)
    expect(manifest.spent).toEqual(before.spent)
  })

  it('refuses a slug that belongs to a film of the same name elsewhere, and changes nothing of it', async () => {
    const before = readFileSync(join(out, 'manifest.json'), 'utf8')
    mkdirSync(studio.at('elsewhere'))
    const other = studio.at('elsewhere', 'two-rooms.fountain')
    writeFileSync(other, 'INT. HALL - DAY\n\nTom waits.\n')
    const ended = await studio.run(['film', other, '--out', out, '--aspect', '9:16', '--json'])
    expect(ended.code).toBe(2)
    expect(errorOf(ended).code).toBe('SLUG_TAKEN')
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before)
  })

  it('makes only the scene again whose words were edited', async () => {
    const before = readManifest(out)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Is anybody there?', 'Is anybody here?'))
    const ended = await film()
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(out)
    expect(manifest.scenes.flatMap(({ dialogue }) => dialogue.map(({ line }) => line))).toContain('Is anybody here?')
    expect(manifest.scenes[0]?.clip).toEqual(before.scenes[0]?.clip)
    expect(manifest.scenes[1]?.clip).not.toEqual(before.scenes[1]?.clip)
    expect(manifest.run.ran).toBeGreaterThan(0)
    expect(manifest.run.ran).toBeLessThanOrEqual(manifest.run.steps - sceneSteps) // those of the other scene stood
  })

  it('makes a second film beside the first with --fresh: upright, in letters no voice here can say', async () => {
    const first = readFileSync(join(out, 'manifest.json'), 'utf8')
    writeFileSync(file, odd)
    const refused = await film('--fresh')
    expect([refused.code, errorOf(refused).code]).toEqual([2, 'OUT_TAKEN'])
    const ended = await studio.run(['film', file, '--fresh', '--aspect', '9:16', '--resolution', '360p', '--json'])
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(studio.at('home', 'films', 'two-rooms-2'))
    expect(manifest.project).toEqual({ slug: 'two-rooms-2', title: '夜 🎬' })
    expect([manifest.width, manifest.height]).toEqual([360, 640])
    expect(ended.stderr).toMatch(/note: 1 line is only murmured, .*مارا in SC001_SH010/)
    expect(ended.stderr).not.toContain('\u202e')
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(first)
  })
})
