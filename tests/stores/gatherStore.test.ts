import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import type { RawItem } from '@/domain/gather/rawItem'
import { gatherDatabase, projectSlug, qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { inTransaction } from '@/stores/controlDb'
import { gatherStore } from '@/stores/gatherStore'
import { qualifiedStore, type QualifiedWrite } from '@/stores/qualifiedStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
let slug: ProjectSlug
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(() => {
  slug = projectSlug(`test-${randomBytes(5).toString('hex')}`)
})
afterEach(async () => {
  for (const name of [gatherDatabase(slug), qualifiedDatabase(slug)])
    await database.control.client.db(name).dropDatabase()
})
afterAll(async () => {
  await database.close()
})

const note = (title: string, more: Partial<RawItem> = {}): RawItem => ({
  kind: 'note', title, text: 'It rains.', data: {}, source: 'user_input', author: 'mara', file: null, ...more,
}) // prettier-ignore
const gather = () => gatherStore(database.control)
const lock = () => inTransaction(database.control, (tx) => gather().lock(slug, tx))

describe('gathered material', () => {
  it('is kept with who and where from, in the order it came', async () => {
    await gather().add(slug, note('first'))
    await gather().add(slug, note('second', { author: 'otto' }))
    const list = await gather().list(slug, 'note')
    expect(list.map(({ title, author }) => [title, author])).toEqual([['first', 'mara'], ['second', 'otto']]) // prettier-ignore
  })
  it('that changes after something was made of it has that held against it, in the same transaction', async () => {
    const { db } = database.control
    const { insertedId } = await db.collection('projects').insertOne({ slug, status: 'gathering' })
    const asked = () => db.collection('outbox').countDocuments({ job: 'markProject', 'data.project': insertedId.toHexString() }) // prettier-ignore
    const { _id } = await gather().add(slug, note('first'))
    expect(await asked()).toBe(0)
    await db.collection('projects').updateOne({ _id: insertedId }, { $set: { status: 'qualified' } })
    await gather().change(slug, { kind: 'note', id: _id, by: 'mara', set: { text: 'It snows.' } })
    await gather().remove(slug, 'note', _id)
    expect(await asked()).toBe(2)
  })
  it('holds a file once, however often it is added', async () => {
    const file = { name: 'film.fountain', sha256: 'abc', bytes: 3 }
    const [one, two] = [await gather().add(slug, note('a', { file })), await gather().add(slug, note('b', { file }))]
    expect(two._id).toBe(one._id)
  })
  it('replaces what an edited file gave before', async () => {
    await gather().add(slug, note('old'))
    await gather().replace(slug, note('new'))
    expect((await gather().list(slug, 'note')).map(({ title }) => title)).toEqual(['new'])
  })
  it('lets an entry go', async () => {
    const { _id } = await gather().add(slug, note('gone'))
    expect(await gather().remove(slug, 'note', _id)).toBe(true)
    expect(await gather().remove(slug, 'note', _id)).toBe(false)
  })
})

describe('the lock', () => {
  it('refuses every change after it and says how to go on', async () => {
    const { _id } = await gather().add(slug, note('kept'))
    await lock()
    const refused = { code: 'GATHER_LOCKED', fix: expect.stringContaining('Reopen') as string }
    await expect(gather().add(slug, note('late'))).rejects.toMatchObject(refused)
    await expect(gather().replace(slug, note('late'))).rejects.toMatchObject(refused)
    await expect(gather().remove(slug, 'note', _id)).rejects.toMatchObject(refused)
    expect(await gather().isLocked(slug)).toBe(true)
    expect(await gather().list(slug, 'note')).toHaveLength(1)
  })
  it('lets none slip by: what was answered as added before it is seen by whoever locked', async () => {
    await gather().add(slug, note('warm up'))
    for (let round = 0; round < 5; round++) {
      const notes = Array.from({ length: 12 }, (_, i) => note(`${round}/${i}`))
      const adds = Promise.allSettled(notes.map((one) => gather().add(slug, one)))
      const seen = await inTransaction(database.control, async (tx) => {
        await gather().lock(slug, tx)
        const entries = database.control.client.db(gatherDatabase(slug)).collection('raw_notes')
        return entries.countDocuments({}, { session: tx.session })
      })
      const answers = await adds
      for (const one of answers)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'GATHER_LOCKED' })
      expect(await gather().list(slug, 'note')).toHaveLength(seen)
      await gather().reopen(slug)
    }
  })
  it('has a second bolt against writes that go round it', async () => {
    await gather().add(slug, note('kept'))
    await lock()
    await gather().bolt(slug, true)
    await gather().bolt(slug, true)
    const notes = database.control.client.db(gatherDatabase(slug)).collection('raw_notes')
    await expect(notes.insertOne({ title: 'smuggled' })).rejects.toThrow(/validation/)
    await expect(notes.updateMany({}, { $set: { title: 'smuggled' } })).rejects.toThrow(/validation/)
  })
  it('is opened again by a person', async () => {
    await lock()
    await gather().bolt(slug, true)
    await gather().reopen(slug)
    expect(await gather().add(slug, note('again'))).toMatchObject({ title: 'again' })
    expect(await gather().isLocked(slug)).toBe(false)
  })
})

describe('qualified data', () => {
  const put = (more: Partial<QualifiedWrite> = {}) =>
    inTransaction(database.control, (tx) =>
      qualifiedStore(database.control).put(
        slug,
        {
          collection: 'prop_catalog',
          id: 'rope',
          fields: { name: 'ROPE' },
          agent: 'agent:art',
          inputHash: 'h1',
          ...more,
        },
        tx,
      ),
    )
  const list = () => qualifiedStore(database.control).list(slug, 'prop_catalog')

  it('counts its version up when it is made from something else', async () => {
    await put()
    await put({ inputHash: 'h2', fields: { name: 'WET ROPE' } })
    expect(await list()).toMatchObject([{ _id: 'rope', version: 2, name: 'WET ROPE', generatedByAgent: 'agent:art' }])
  })
  it('stays as it is when it is made from the same', async () => {
    await put()
    const before = await list()
    await put()
    expect(await list()).toEqual(before)
  })
  it('loses what the source no longer holds', async () => {
    await put()
    await put({ id: 'lamp' })
    await inTransaction(database.control, (tx) =>
      qualifiedStore(database.control).keepOnly(slug, { collection: 'prop_catalog', ids: ['lamp'] }, tx),
    )
    expect((await list()).map(({ _id }) => _id)).toEqual(['lamp'])
  })
  it('is written once by ten who write at once', async () => {
    await put({ id: 'warm up' })
    await Promise.all(Array.from({ length: 10 }, () => put({ id: 'race', inputHash: 'same' })))
    expect((await list()).find(({ _id }) => _id === 'race')).toMatchObject({ version: 1 })
  })
})
