import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../../collections/openTestStudio'
import { mixedFilm } from '../../support/filmAsCut'
import { reviewedFilm } from '../../support/reviewedFilm'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

it('the sound of a film is drawn from its stems: silent where it is silent, empty where it is gone', async () => {
  const { reviewed: film } = await reviewedFilm(studio, `pier-${studio.name.slice(-6)}`)
  const { dialogue, music } = mixedFilm().mix.stems
  const samples = new Int16Array(48_000 * 2 * 3)
  samples.fill(16_384, samples.length / 2)
  mkdirSync(studio.mediaDir, { recursive: true })
  writeFileSync(join(studio.mediaDir, dialogue.name), Buffer.concat([Buffer.alloc(44), Buffer.from(samples.buffer)]))
  writeFileSync(join(studio.mediaDir, music.name), Buffer.alloc(44))
  const { body } = await studio.call(`GET /api/projects/${film.id}/waveform`)
  const tracks = Object.fromEntries(body['tracks'].map(({ stem, peaks }: { stem: string; peaks: number[] }) => [stem, peaks])) // prettier-ignore
  expect(tracks['dialogue']).toHaveLength(1200)
  expect([tracks['dialogue'][10], tracks['dialogue'][1100]]).toEqual([0, 0.5])
  expect(Math.max(...tracks['music'])).toBe(0)
  expect(tracks['effects']).toEqual([])
  writeFileSync(join(studio.mediaDir, `${film.film}.mp4`), 'the film itself')
  const { body: files } = await studio.call(`GET /api/projects/${film.id}/film-files`)
  expect(files['docs']).toMatchObject([{ kind: 'film', name: 'film.mp4', bytes: 1000 }])
  const part = await studio.response(`GET ${files['docs'][0].url}`, { range: 'bytes=4-7' })
  expect([part.status, await part.text()]).toEqual([206, 'film'])
  expect((await studio.call(`GET /api/projects/${film.id}/film-files/poster.jpg`)).status).toBe(404)
  expect((await studio.call(`GET /api/projects/0123456789abcdef01234567/film-files`)).status).toBe(404)
})
