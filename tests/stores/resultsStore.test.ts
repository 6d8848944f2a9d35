import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/stores/controlDb'
import { inputHashOf, resultId, resultsStore, type ResultDocument } from '@/stores/resultsStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

const result = (more: Partial<ResultDocument> = {}): ResultDocument => ({
  _id: resultId('film', 'draw', 'h1'), project: 'film', step: 'draw', subject: 'MARA', inputHash: 'h1', gives: { n: 1 }, files: ['a.png'],
  takes: 1, at: new Date(), ...more,
}) // prettier-ignore

describe('what a step is made from', () => {
  it('has one hash, whatever the order of its fields', () => {
    expect(inputHashOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(inputHashOf({ b: [{ d: 3, c: 2 }], a: 1 }))
  })
  it('has another hash when anything in it changes, and for every project and step', () => {
    expect(inputHashOf({ a: 1 })).not.toBe(inputHashOf({ a: '1' }))
    const ids = [resultId('film', 'draw', 'h'), resultId('film', 'speak', 'h'), resultId('other', 'draw', 'h')]
    expect(new Set(ids).size).toBe(3)
  })
})

describe('a result', () => {
  it('is found again by what it was made from, and the newer one stands', async () => {
    const results = resultsStore(database.control)
    await inTransaction(database.control, (tx) => results.put(result(), tx))
    await inTransaction(database.control, (tx) => results.put(result({ gives: { n: 2 } }), tx))
    expect(await results.find(result()._id)).toMatchObject({ gives: { n: 2 } })
    expect((await results.many([result()._id, 'not there'])).size).toBe(1)
  })
  it('is not there when its transaction was not committed', async () => {
    const results = resultsStore(database.control)
    const id = resultId('film', 'draw', 'h2')
    const failing = inTransaction(database.control, async (tx) => {
      await results.put(result({ _id: id }), tx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await results.find(id)).toBeNull()
  })
  it('tells which media files a film stands on', async () => {
    const results = resultsStore(database.control)
    const other = result({ _id: 'x', project: 'second film', files: ['b.png', 'c.mp4'] })
    await inTransaction(database.control, (tx) => results.put(other, tx))
    expect(await results.filesOf('second film')).toEqual(new Set(['b.png', 'c.mp4']))
  })
})
