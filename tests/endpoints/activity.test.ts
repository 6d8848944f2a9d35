import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb, inTransaction } from '@/stores/controlDb'
import { libraryStore } from '@/stores/libraryStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let film = ''
const runId = '01J00000000000000000000RUN'

/** As the studio writes while a run is at it. */
const written = async (name: string, fields: Record<string, unknown>) => {
  const control = controlDb(studio.payload)
  const write = { collection: 'characters', key: { project: film, name }, fields, agent: 'agent:casting' } as const
  return inTransaction(control, (tx) => libraryStore(control).writeByPipeline(write, tx))
}
const activity = async (id: string, query = '') =>
  (await studio.call(`GET /api/characters/${id}/activity${query}`)).body['docs'] as Record<string, any>[]
const edit = (id: string, body: object) => studio.call(`PATCH /api/characters/${id}`, { body })

beforeAll(async () => {
  studio = await openTestStudio()
  const made = await studio.call('POST /api/projects', { body: { title: 'The Last Ferry', slug: 'ferry' } })
  film = made.body['doc'].id
  const { db } = controlDb(studio.payload)
  await db.collection<{ _id: string }>('runs').insertOne({
    _id: runId,
    kind: 'qualify',
    project: new ObjectId(film),
    startedAt: new Date(Date.now() - 60_000),
    endedAt: null,
  } as never)
})
afterAll(async () => {
  await studio.close()
})

describe('what was changed on a character', () => {
  it('says by whom, from what to what, and of the studio in which run', async () => {
    const { id } = await written('MARA', { summary: 'A keeper of lamps.', wardrobe: 'A grey coat.' })
    await edit(id, { wardrobe: 'A red coat.' })
    await written('MARA', { summary: 'She keeps the lamps.' })
    await edit(id, { look: { costumeColor: '#a02020' } })

    const [newest, machine, person, first] = await activity(id)
    expect(newest).toMatchObject({ rev: 4, writers: [{ is: 'person', author: 'owner@backlot.local' }] })
    expect(newest?.['writers'][0].changes).toEqual([
      expect.objectContaining({ field: 'look.costumeColor', from: '', to: '#a02020' }),
    ])
    expect(machine).toMatchObject({
      rev: 3,
      writers: [{ is: 'agent', author: 'agent:casting', run: { id: runId, kind: 'qualify' } }],
    })
    expect(machine?.['writers'][0].changes[0]).toMatchObject({
      label: 'Summary',
      from: 'A keeper of lamps.',
      to: 'She keeps the lamps.',
    })
    expect(person?.['writers'][0].changes).toEqual([
      expect.objectContaining({ field: 'wardrobe', from: 'A grey coat.', to: 'A red coat.', parts: null }),
    ])
    expect(first).toMatchObject({ rev: 1, oldest: true, writers: [{ author: 'agent:casting', changes: [] }] })
  })

  it('shows of a long text what was taken out and what was put in', async () => {
    const body = { name: 'JON', project: film, biography: `${'He waits at the pier. '.repeat(40)}He is old.` }
    const made = await studio.call('POST /api/characters', { body })
    const id = made.body['doc'].id as string
    await edit(id, { biography: `${'He waits at the pier. '.repeat(40)}He is young.` })
    const [newest] = await activity(id)
    const { parts } = newest?.['writers'][0].changes[0] as { parts: { is: string; text: string }[] }
    expect(parts.filter(({ is }) => is !== 'same')).toEqual([
      { is: 'gone', text: 'old' },
      { is: 'new', text: 'young' },
    ])
    expect(parts[0]?.text.length).toBeLessThan(300)
  })

  it('tells lists by line, choices by their word and documents by their name', async () => {
    const made = await studio.call('POST /api/characters', { body: { name: 'ADA', project: film } })
    const id = made.body['doc'].id as string
    await edit(id, { role: 'minor', relationships: [{ character: 'MARA', kind: 'sister' }], variantsWanted: true })
    const [newest] = await activity(id)
    const changes = newest?.['writers'][0].changes as { field: string; to: string; kind: string }[]
    expect(Object.fromEntries(changes.map(({ field, to }) => [field, to]))).toEqual({
      role: 'Minor',
      relationships: 'Character: MARA · Kind: sister',
      variantsWanted: 'yes',
    })
  })

  it('comes in pages that follow each other', async () => {
    const made = await studio.call('POST /api/characters', { body: { name: 'EVE', project: film } })
    const id = made.body['doc'].id as string
    for (const summary of ['one', 'two', 'three']) await edit(id, { summary })
    const to = (docs: Record<string, any>[]) => docs.map(({ writers }) => writers[0]?.changes[0]?.to ?? null)
    expect(to(await activity(id, '?limit=2'))).toEqual(['three', 'two'])
    expect(to(await activity(id, '?limit=2&page=2'))).toEqual(['one', null])
  })

  it('is told to nobody who may not see the document', async () => {
    const unknown = await studio.call('GET /api/characters/6b0286f49f77a07a9ef9273d/activity')
    expect([unknown.status, unknown.body['errors'][0].code]).toEqual([404, 'DOCUMENT_UNKNOWN'])
    const odd = await studio.call('GET /api/characters/x$y/activity')
    expect(odd.status).toBe(404)
    const stranger = await studio.call(`GET /api/projects/${film}/activity`, { headers: { host: 'evil.example' } })
    expect(stranger.status).toBe(401)
  })
})
