import { afterAll, beforeAll, expect, it } from 'vitest'
import { choresStore } from '@/stores/choresStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('the bills are read by one of all workers, and again when their time has come', async () => {
  const workers = [choresStore(database.control), choresStore(await database.connect())]
  const hour = 3_600_000
  const begun = async (everyMs: number) =>
    (await Promise.all(workers.map((chores) => chores.begin('reconcileBills', everyMs)))).filter(Boolean).length
  expect(await begun(hour)).toBe(1)
  expect(await begun(hour)).toBe(0)
  const anHourAgo = { $set: { begunAt: new Date(Date.now() - hour) } }
  await database.control.db.collection('chores').updateOne({}, anHourAgo)
  expect(await begun(hour)).toBe(1)
  expect(await begun(hour)).toBe(0)
})
