import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ofAskedScene } from '@/endpoints/media/filesOfScene'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let [project, used, free] = ['', '', '']
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const upload = async (name: string): Promise<string> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ title: name, project, kind: 'other' }))
  form.set('file', new File([pixel], `${name}.png`, { type: 'image/png' }))
  const { body } = await studio.send('POST /api/media', form)
  return body['doc'].id as string
}
const removals = async () => {
  const { connection } = studio.payload.db as unknown as {
    connection: { collection(name: string): { find(): { toArray(): Promise<Record<string, any>[]> } } }
  }
  return connection.collection('removals').find().toArray()
}

beforeAll(async () => {
  studio = await openTestStudio()
  project = (await studio.call('POST /api/projects', { body: { title: 'Two Lamps', slug: 'two-lamps' } })).body['doc']
    .id
  used = await upload('coat')
  free = await upload('sketch')
  const body = { name: 'MARA', project, views: [{ view: 'front', media: used }] }
  expect((await studio.call('POST /api/characters', { body })).status).toBe(201)
}, 120_000)
afterAll(() => studio.close())

describe('a file of the library', { timeout: 60_000 }, () => {
  it('says where it is used', async () => {
    const { body } = await studio.call(`GET /api/media/${used}/uses`)
    expect(body['uses']).toMatchObject([{ collection: 'characters', title: 'MARA', fields: ['views.media'] }])
    expect((await studio.call(`GET /api/media/${free}/uses`)).body['uses']).toEqual([])
    expect((await studio.call(`GET /api/media/${'0'.repeat(24)}/uses`)).status).toBe(404)
  })

  it('that is used is not deleted without a reason, and the reason is kept', async () => {
    const refused = await studio.call(`DELETE /api/media/${used}`)
    expect(refused.status).toBe(409)
    expect(refused.body['errors'][0]).toMatchObject({ code: 'FILE_IN_USE' })
    expect(refused.body['errors'][0].why).toContain('characters “MARA” (views.media)')
    expect((await studio.call(`GET /api/media/${used}`)).status).toBe(200)
    expect(await removals()).toEqual([])
    expect((await studio.call(`DELETE /api/media/${used}?reason=The%20coat%20is%20red%20now`)).status).toBe(200)
    expect((await removals())[0]).toMatchObject({ file: used, reason: 'The coat is red now', lost: [{ collection: 'characters' }] }) // prettier-ignore
  })

  it('of a scene is found by it: its own material and what was made of it, for who may see the scene', async () => {
    const [own, made, other] = [await upload('own'), await upload('made'), await upload('other')]
    const body = { project, sequenceNumber: 1, sceneNumber: '1', shotNumber: 10, title: 'A lamp', heading: 'EXT. PIER - NIGHT', frames: 96, durationS: 4, music: { track: own } }
    const scene = String((await studio.call('POST /api/scenes', { body })).body['doc'].id)
    const state = { scene, project, clipName: 'SC001_SH010', status: 'completed', clip: made, takes: [{ kind: 'clip', take: 1, media: made }] }
    await studio.payload.create({ collection: 'scene-states', data: state as never, overrideAccess: true })
    const owner = (await studio.payload.find({ collection: 'users', limit: 1 })).docs[0]
    const req = await createLocalReq({ user: { ...owner, collection: 'users' } as never }, studio.payload)
    const asked = (query: Record<string, unknown>) => ofAskedScene({ req: Object.assign(req, { query }), limit: 10, page: 1, sort: '' })
    const ids = ((await asked({ scene })) as { id: { in: string[] } }).id.in
    expect(ids.toSorted()).toEqual([own, made].toSorted())
    expect(ids).not.toContain(other)
    expect(await asked({})).toBeNull()
    expect(await asked({ scene: { $gt: '' } })).toBeNull()
    expect(await asked({ scene: '0'.repeat(24) })).toEqual({ id: { in: [] } })
  }) // prettier-ignore

  it('that nobody uses goes at once', async () => {
    expect((await studio.call(`DELETE /api/media/${free}`)).status).toBe(200)
  })
})
