import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'
import { until } from '../support/until'

let studio: TestStudio
let id = ''
let count = 0
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  await studio.close()
})

const newProject = async () => {
  const body = { title: 'Lamp', slug: `own-${String(++count)}-${studio.name.slice(-6)}` }
  id = String((await studio.call('POST /api/projects', { body })).body['doc'].id)
}
const call = (method: string, path: string, body?: unknown) =>
  studio.call(`${method} /api/projects/${id}${path}`, body === undefined ? {} : { body })
const send = (name: string, bytes: Buffer | string, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
  return studio.send(`POST /api/projects/${id}/gather`, form)
}

const colour = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
/** A sine of this many seconds, as a WAV. */
const wav = (seconds: number): Buffer => {
  const samples = Math.round(seconds * 8000)
  const data = Buffer.alloc(samples * 2)
  for (let i = 0; i < samples; i++) data.writeInt16LE(Math.round(9000 * Math.sin(i / 6)), i * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  for (const [at, value] of [[16, 16], [24, 8000], [28, 16_000]] as const) head.writeUInt32LE(value, at) // prettier-ignore
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]] as const) head.writeUInt16LE(value, at) // prettier-ignore
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

describe('own material over HTTP', { timeout: 60_000 }, () => {
  it('is kept upright with a small picture, its colours and what it is for; sent again it is the same', async () => {
    await newProject()
    const turned = await colour(400, 200, '#c03020').withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { status, body } = await send('photo.jpg', turned, { role: 'character', for: 'Mara' })
    expect(status, JSON.stringify(body)).toBe(201)
    const item = body['items'][0]
    expect(item).toMatchObject({ kind: 'cast_file', title: 'Mara', source: 'import', file: { name: 'photo.jpg', bytes: turned.length } }) // prettier-ignore
    expect(item.data).toMatchObject({ role: 'cast', for: 'Mara', asset: { width: 200, height: 400, mime: 'image/jpeg' }, thumbnail: expect.stringMatching(/\.webp$/) as string }) // prettier-ignore
    expect((await send('photo.jpg', turned, { role: 'character', for: 'Mara' })).body['items'][0].id).toBe(item.id)
    expect((await send('photo.jpg', turned, { role: 'style' })).body['items'][0].id).not.toBe(item.id)
    const media = await studio.call(`GET /api/media/${String(item.data.media)}`)
    expect(media.body).toMatchObject({ kind: 'character', width: 200, height: 400, provenance: { origin: 'import', sourceFile: 'photo.jpg' } }) // prettier-ignore
    expect((await call('PATCH', `/gather/cast_file/${String(item.id)}`, { data: {} })).body['errors'][0].code).toBe('ENTRY_IS_FILE') // prettier-ignore
    expect((await call('GET', '/gather')).body['totalDocs']).toBe(2)
  })

  it('that is bad is refused with the reason, and nothing is kept of it', async () => {
    await newProject()
    const huge = Buffer.from(await colour(16, 16, '#fff').png().toBuffer())
    huge.writeUInt32BE(30_000, 16)
    huge.writeUInt32BE(30_000, 20)
    const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inside}</svg>`
    const picture = await colour(100, 100, '#fff').png().toBuffer()
    const bad: [string, Buffer | string, Record<string, string>][] = [
      ['huge.png', huge, { role: 'style' }],
      ['script.svg', svg('<script>alert(1)</script>'), { role: 'logo' }],
      ['handler.svg', svg('<rect onload="alert(1)" width="9" height="9"/>'), { role: 'logo' }],
      ['elsewhere.svg', svg('<image href="http://example.org/a.png"/>'), { role: 'logo' }],
      ['hidden.png', svg('<script>alert(1)</script>'), { role: 'logo' }],
      ['laughs.svg', `<!DOCTYPE svg [<!ENTITY a "ha">]>${svg('&a;')}`, { role: 'logo' }],
      ['words.png', 'no picture', { role: 'style' }],
      ['tiny.png', await colour(2, 2, '#fff').png().toBuffer(), { role: 'style' }],
      ['words.wav', 'no sound', { role: 'music' }],
      ['sound.wav', wav(0.2), { role: 'clip' }],
      ['norole.png', picture, {}],
      ['odd.png', picture, { role: '$ne' }],
      ['odd.png', picture, { role: 'character', for: '../../etc' }],
      ['odd.png', picture, { role: 'character', for: 'x'.repeat(300) }],
    ]
    for (const [name, bytes, fields] of bad) {
      const { status, body } = await send(name, bytes, fields)
      expect([name, status, body['errors']?.[0]?.code]).toEqual([name, 422, 'FILE_REFUSED'])
    }
    expect((await call('GET', '/gather')).body['totalDocs']).toBe(0)
  })
})

describe('a film of notes and own material', { timeout: 240_000 }, () => {
  let worker: StudioWorker | undefined
  const home = mkdtempSync(join(tmpdir(), 'backlot-own-'))
  afterAll(async () => {
    await worker?.close()
    rmSync(home, { recursive: true, force: true })
  })
  const stateOf = async (runId: string): Promise<string> => (await studio.call(`GET /api/runs/${runId}`)).body['state']
  const qualify = async () => {
    const { body } = await call('POST', '/qualify', { countdownSeconds: 0, startAnyway: true })
    const runId = String(body['runId'])
    const over = ['succeeded', 'failed', 'cancelled']
    await until(async () => `qualifying ends, not ${await stateOf(runId)}`, async () => over.includes(await stateOf(runId)), 150_000) // prettier-ignore
    return studio.call(`GET /api/runs/${runId}`)
  }

  it('is qualified without a screenplay: its people look like their pictures, broken files stop it before it starts', async () => {
    await newProject()
    for (const body of [
      { kind: 'note', text: 'In the workshop at dawn Ida hangs a paper lamp in the window.' },
      { kind: 'note', title: 'Look', text: 'Warm colours, grain.' },
      { kind: 'character', title: 'Ida', text: 'A lamp maker, thirty, with short red hair and a green apron.' },
    ])
      expect((await call('POST', '/gather', body)).status).toBe(201)
    const portrait = await colour(300, 400, '#306080').png().toBuffer()
    const picture = await send('ida.png', portrait, { role: 'character', for: 'ida' })
    const music = await send('theme.wav', wav(3), { role: 'music' })
    const broken = await send('line.wav', Buffer.concat([wav(1).subarray(0, 12), Buffer.alloc(500, 'no chunks at all')]), { role: 'voice', for: 'SC001_SH010' }) // prettier-ignore
    expect(broken.status).toBe(201)

    const { ffmpeg, ffprobe } = foundTools()
    const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
    const { mediaDir } = studio
    worker = await openWorker({ mongoUri: studio.uri, secret: 'of the tests', home: dirname(mediaDir), providers, cpuSlots: 2, only: null, log: () => undefined }) // prettier-ignore
    const failed = await qualify()
    expect(failed.body).toMatchObject({ state: 'failed', error: { code: 'OWN_MATERIAL_REFUSED' } })
    expect(failed.body['error'].why).toContain('line.wav')
    const [{ id: item }] = broken.body['items']
    expect((await call('DELETE', `/gather/film_file/${String(item)}`)).status).toBe(200)

    expect((await qualify()).body['state']).toBe('succeeded')
    const docs = async (what: string) =>
      (await studio.call(`GET /api/${what}?where[project][equals]=${id}&depth=1`)).body['docs']
    const [scene] = await docs('scenes')
    expect(scene.heading).toContain('WORKSHOP')
    expect(scene.music.track.durationS).toBeCloseTo(3, 1)
    expect(scene.music.track.id).toBe(music.body['items'][0].data.media)
    const [ida] = await docs('characters')
    expect(ida.name).toBe('IDA')
    expect(ida.masterReference).toMatchObject({ id: picture.body['items'][0].data.media, width: 300, height: 400 })
    const alerts = await docs('alerts')
    expect(alerts.map(({ code }: { code: string }) => code)).toContain('OWN_MATERIAL_REFUSED')
  })
})
