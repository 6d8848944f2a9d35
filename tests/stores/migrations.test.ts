import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb, inTransaction, type ControlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { migrateStudio, type StudioMigration } from '@/stores/migrateStudio'
import { outboxStore } from '@/stores/outboxStore'
import { newOwner } from '@/stores/owner'
import { migrations } from '../../migrations/index'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let control: ControlDb
beforeAll(async () => {
  studio = await openTestStudio()
  control = controlDb(studio.payload)
})
afterAll(() => studio.close())

/** What the first version of Backlot left behind, as its stores wrote it. */
const writeOldStudio = async (): Promise<void> => {
  const at = new Date('2026-11-01T10:00:00Z')
  const project = new ObjectId('65f0000000000000000000aa')
  const raw = (name: string) => control.db.collection(name)
  const text = (name: string) => control.db.collection<{ _id: string }>(name)
  const stamps = { createdAt: at, updatedAt: at }
  await raw('projects').insertOne({ _id: project, title: 'Old Pier', slug: 'old-pier', status: 'failed', rev: 1, authors: [], ...stamps })
  await raw('scenes').insertOne({
    project, title: 'Mara waits.', clipName: 'SC001_SH010', sequenceNumber: 1, sceneNumber: '1', shotNumber: 10,
    heading: 'EXT. PIER - DAY', rev: 1, authors: [], ...stamps,
  })
  const _id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
  await text('runs').insertOne({
    _id, kind: 'generate', project, key: 'k', state: 'failed', seq: 3, definitionVersion: '1', options: {},
    progress: { done: 1, total: 2 }, error: { code: 'X', what: 'w', why: 'y', fix: 'f' }, notices: [], startedAt: at, endedAt: at, ...stamps,
  } as never)
  await raw('alerts').insertOne({ project, run: _id, what: 'w', why: 'y', fix: 'f', code: 'X', severity: 'error', dismissed: false, ...stamps })
  await text('outbox').insertOne({ _id, job: 'closeRun', data: { runId: _id }, state: 'open', tries: 0, notBefore: new Date(0), at } as never)
} // prettier-ignore

const alert = () => control.db.collection('alerts').findOne({ code: 'X' })
const undo = async ({ down, name }: StudioMigration) =>
  inTransaction(control, async ({ session }) => {
    await down({ payload: studio.payload, req: {} as never, session })
    await control.db.collection('payload-migrations').deleteOne({ name }, { session })
  })

describe('a studio that an older version wrote', () => {
  it('is brought up to date once, also when several programs start at the same moment', async () => {
    await writeOldStudio()
    await Promise.all([1, 2, 3].map(() => migrateStudio(control, migrations)))
    await ensureIndexes(control.db)
    expect(await alert()).toMatchObject({ times: 1, what: 'w' })
    const done = await control.db.collection('payload-migrations').find().toArray()
    expect(done.map(({ name }) => name).sort()).toEqual(migrations.map(({ name }) => name))
  })

  it('is read and worked on as if it were new', async () => {
    const { body } = await studio.call('GET /api/projects?where[slug][equals]=old-pier')
    expect(body['docs'][0]).toMatchObject({ title: 'Old Pier', status: 'failed' })
    expect((await studio.call('GET /api/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404) // its plan was never stored
    const scene = (await studio.call('GET /api/scenes')).body['docs'][0]
    const edited = await studio.call(`PATCH /api/scenes/${scene.id}`, { body: { durationS: 4 } })
    expect(edited.body['doc']).toMatchObject({ rev: 2, durationS: 4 })
    const outbox = outboxStore(control, newOwner(process.pid))
    expect(await outbox.take(1000)).toMatchObject({ job: 'closeRun', tries: 1 })
  })

  it('is given back to the older version by taking the newest change back, and brought up to date again', async () => {
    await undo(migrations.at(-1)!)
    expect(await alert()).not.toHaveProperty('times')
    await migrateStudio(control, migrations)
    expect(await alert()).toMatchObject({ times: 1 })
  })

  it('is refused by a version that is older than what wrote it, and left as it is when a change fails', async () => {
    await expect(migrateStudio(control, migrations.slice(0, -1))).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
    const broken: StudioMigration = {
      name: '20261122_000000_broken',
      up: async ({ session }) => {
        await control.db.collection('alerts').deleteMany({}, { session: session! })
        throw new Error('the lamp went out')
      },
      down: () => Promise.resolve(),
    }
    await expect(migrateStudio(control, [...migrations, broken])).rejects.toThrow('the lamp went out')
    expect(await alert()).toMatchObject({ times: 1 })
    await migrateStudio(control, migrations)
  })
})
