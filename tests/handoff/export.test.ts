import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLampFilm, type LampFilm } from '../support/lampFilm'

type Clip = { recordIn: number; recordOut: number; transitionOut?: { kind: string } }

let film: LampFilm
beforeAll(async () => {
  film = await openLampFilm()
}, 240_000)
afterAll(() => film.close())

const call = (route: string, body?: unknown, headers = {}) =>
  film.studio.call(route, { ...(body === undefined ? {} : { body }), headers })
const project = (path: string) => `/api/projects/${film.id}${path}`
const fileAt = (url: string) => readFileSync(join(film.home, 'media', url.split('/').at(-1) ?? ''))

describe('a film that is handed over', { timeout: 120_000 }, () => {
  it('has a timeline in whole frames: every frame in one clip, the dissolve with the scene that goes out', async () => {
    const { status, body } = await call(`GET ${project('/timeline')}`)
    expect(status).toBe(200)
    const clips: Clip[] = body['clips']
    expect(clips.length).toBeGreaterThan(1)
    expect(clips.reduce((sum, clip) => sum + clip.recordOut - clip.recordIn, 0)).toBe(body['frames'])
    expect(clips.find((clip) => clip.transitionOut)?.transitionOut?.kind).toBe('dissolve')
    expect(body['sound'].dialogue[0]).toMatchObject({ character: 'MARA', text: 'Say that again.' })
  })

  it('is exported as files that can be downloaded, whatever the project does; the same wish twice is one hand-off', async () => {
    const before = (await call(`GET ${project('')}`)).body['status']
    const wish = { formats: ['otio', 'edl', 'fcpxml', 'fcp7', 'fdx'], clips: true, stems: true }
    const key = { 'idempotency-key': 'export-1' }
    const began = await call(`POST ${project('/exports')}`, wish, key)
    expect(began.status).toBe(202)
    expect((await call(`POST ${project('/exports')}`, wish, key)).body['runId']).toBe(began.body['runId'])
    expect(await film.ended(began.body['runId'])).toBe('succeeded')
    expect((await call(`GET ${project('')}`)).body['status']).toBe(before)
    const { files } = (await call(`GET /api/runs/${began.body['runId']}`)).body
    const paths = files.map(({ path }: any) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['otio', 'edl', 'fcpxml', 'xml', 'fdx'].map((end) => `${film.slug}.${end}`)),
    )
    expect(paths).toEqual(
      expect.arrayContaining(['clips/SC001_SH010.mp4', 'stems/dialogue.wav', 'stems/music.wav', 'stems/effects.wav']),
    )
    for (const { url, bytes } of files) expect(fileAt(url)).toHaveLength(bytes)
    const otio = files.find(({ path }: any) => path.endsWith('.otio'))
    expect(JSON.parse(fileAt(otio.url).toString('utf8')).OTIO_SCHEMA).toBe('Timeline.1')
    expect(await film.studio.text(`GET ${otio.url}`)).toBe(fileAt(otio.url).toString('utf8'))
    const listed = (await call(`GET ${project('/exports')}`)).body['docs']
    expect(listed[0].files).toEqual(files)
  })

  it('is packed into one ZIP that every tool opens', async () => {
    const began = await call(`POST ${project('/exports')}`, { formats: ['edl'], clips: true, zip: true })
    expect(await film.ended(began.body['runId'])).toBe('succeeded')
    const { files } = (await call(`GET /api/runs/${began.body['runId']}`)).body
    expect(files.map(({ path }: any) => path)).toEqual([`${film.slug}.zip`])
    const read =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))'
    const zip = join(film.home, 'media', files[0].url.split('/').at(-1))
    const names = execFileSync('python3', ['-c', read, zip], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toContain(`${film.slug}/${film.slug}.edl`)
    expect(names).toContain(`${film.slug}/clips/SC001_SH010.mp4`)
    expect(names.some((name) => name.endsWith('.otio'))).toBe(false)
  })

  it('is refused where there is nothing to hand over, or the wish says nothing', async () => {
    const empty = await call('POST /api/projects', { title: 'Empty', slug: `empty-${film.slug}` })
    const other = `/api/projects/${empty.body['doc'].id}`
    expect((await call(`GET ${other}/timeline`)).status).toBe(409)
    expect((await call(`POST ${other}/exports`, { formats: ['edl'] })).body['errors'][0].code).toBe(
      'FILM_NOT_ASSEMBLED',
    )
    expect((await call(`POST ${project('/exports')}`, {})).status).toBe(422)
    expect((await call(`POST ${project('/exports')}`, { formats: ['aaf'] })).status).toBe(422)
  })
})
