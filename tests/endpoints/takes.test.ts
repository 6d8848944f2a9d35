import { writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb } from '@/stores/controlDb'
import { sha256Of } from '@/stores/sha256'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let [project, scene, other] = ['', '', '']
const [bytes, ground] = ['a picture of the pier', 'the empty pier']
const picture = sha256Of(bytes)
const key = sha256Of('the call')

beforeAll(async () => {
  studio = await openTestStudio()
  project = (await studio.call('POST /api/projects', { body: { title: 'Pier', slug: `pier-${studio.name.slice(-6)}` } })).body['doc'].id // prettier-ignore
  const body = { project, sequenceNumber: 1, sceneNumber: '1', title: 'The pier', heading: 'EXT. PIER - NIGHT', location: 'PIER', intExt: 'EXT', timeOfDay: 'night', weather: 'rainy', shotSize: 'wide', angle: 'eye_level', movement: 'static', action: 'Rain.', frames: 96 }
  scene = (await studio.call('POST /api/scenes', { body })).body['doc'].id
  other = (await studio.call('POST /api/scenes', { body: { ...body, sequenceNumber: 2 } })).body['doc'].id
  mkdirSync(studio.mediaDir, { recursive: true })
  writeFileSync(join(studio.mediaDir, `${picture}.png`), bytes)
  writeFileSync(join(studio.mediaDir, `${sha256Of(ground)}.png`), ground)
  const { db } = controlDb(studio.payload)
  await db.collection('assets').insertOne({ _id: sha256Of(ground), project, name: `${sha256Of(ground)}.png`, mime: 'image/png', bytes: ground.length, at: new Date() } as never)
  await db.collection('generations').insertOne({
    _id: key, project: new ObjectId(project), scene: new ObjectId(scene), department: 'art', what: 'Layer 2: NORA', provider: 'previs',
    model: 'previs-boards', version: '4', take: 1, layer: 1, state: 'STORED', prompt: 'Add NORA.', priceNanodollars: 0, billedNanodollars: 0,
    request: { base: sha256Of(ground), references: [] }, answer: null, error: null, processingMs: 1, createdAt: new Date(), updatedAt: new Date(),
    asset: { sha256: picture, name: `${picture}.png`, mime: 'image/png', bytes: bytes.length },
  } as never)
}) // prettier-ignore
afterAll(() => studio.close())

describe('the takes of a scene over HTTP', () => {
  it('are told with an address of their file, never with where it lies', async () => {
    const { status, body } = await studio.call(`GET /api/scenes/${scene}/takes`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body['takes']).toMatchObject([{ id: key, kind: 'still', layer: 1, subject: 'NORA', file: `/scenes/${scene}/takes/${key}/file` }]) // prettier-ignore
    expect(JSON.stringify(body)).not.toContain(studio.mediaDir)
    const one = await studio.call(`GET /api/scenes/${scene}/takes/${key}`)
    expect(one.body).toMatchObject({
      prompt: 'Add NORA.',
      base: `/scenes/${scene}/takes/${key}/file?of=${sha256Of(ground)}`,
    })
  })

  it('send their file, and the pictures they were made with, and no other', async () => {
    const file = await studio.response(`GET /api/scenes/${scene}/takes/${key}/file`)
    expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'image/png', bytes])
    const part = await studio.response(`GET /api/scenes/${scene}/takes/${key}/file`, { range: 'bytes=0-0' })
    expect([part.status, await part.text()]).toEqual([206, 'a'])
    expect(await (await studio.response(`GET /api/scenes/${scene}/takes/${key}/file?of=${sha256Of(ground)}`)).text()).toBe(ground) // prettier-ignore
    for (const [path, status] of [
      [`${scene}/takes/${key}/file?of=${sha256Of('else')}`, 404],
      [`${scene}/takes/${key}/file?of=../secret`, 422],
      [`${other}/takes/${key}/file`, 404],
      [`${scene}/takes/${sha256Of('none')}/file`, 404],
    ] as const)
      expect((await studio.response(`GET /api/scenes/${path}`)).status, path).toBe(status)
  })
})

describe('what a scene would be told now', () => {
  const told = async () =>
    (await studio.call(`GET /api/scenes/${scene}/prompts`)).body['prompts'] as Record<string, any>[]

  it('names every value with the document it comes from, and what nobody has said', async () => {
    const [place, clip] = await told()
    expect(place).toMatchObject({
      kind: 'still',
      layer: 0,
      subject: 'PIER',
      own: '',
      template: { slug: 'scene-place' },
    })
    expect(place?.['values']).toContainEqual({
      name: 'place',
      value: 'PIER',
      from: { of: 'scene', name: '', field: 'location', document: { collection: 'scenes', id: scene } },
    })
    expect(place?.['text']).toContain('the empty place: PIER, exterior, at night')
    expect(clip).toMatchObject({ kind: 'clip', layer: null, template: { slug: 'scene-video' } })
  })

  it('is what a person wrote, word for word, until they take it back; each layer for itself', async () => {
    const write = (body: object) => studio.call(`POST /api/scenes/${scene}/words`, { body })
    expect((await write({ kind: 'still', layer: 0, subject: 'PIER', words: 'An empty pier in fog.' })).status).toBe(200)
    expect((await write({ kind: 'still', layer: 1, subject: 'NORA', words: 'Add NORA, far away.' })).status).toBe(200)
    expect((await write({ kind: 'clip', words: 'Hold still.' })).status).toBe(200)
    expect((await told()).map(({ own, text }) => [own, text])).toEqual([
      ['An empty pier in fog.', 'An empty pier in fog.'],
      ['Hold still.', 'Hold still.'],
    ])
    const document = async () => (await studio.call(`GET /api/scenes/${scene}?depth=0`)).body
    expect((await document())['layerPrompts']).toMatchObject([{ subject: 'NORA', prompt: 'Add NORA, far away.' }])
    for (const body of [
      { kind: 'still', layer: 0, subject: 'PIER', words: null },
      { kind: 'still', layer: 1, subject: 'NORA', words: null },
      { kind: 'clip', words: null },
    ])
      expect((await write(body)).status).toBe(200)
    expect((await told()).map(({ own }) => own)).toEqual(['', ''])
    expect((await document())['layerPrompts']).toEqual([])
    expect((await write({ kind: 'still', words: 'x' })).status).toBe(422)
  })
})
