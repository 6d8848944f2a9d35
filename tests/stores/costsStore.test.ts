import { afterAll, beforeAll, expect, it } from 'vitest'
import { textCollection } from '@/stores/controlDb'
import { costsStore } from '@/stores/costsStore'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { picture } from '../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('the bill names its departments as the quote does, also those of older calls', async () => {
  const project = '65f00000000000000000000a'
  const at = { owner: 'studio', project, scene: null, runId: 'run', accounts: [project] }
  const calls = (['animation', 'camera', 'judges', 'continuity', 'art'] as const).map((department, n) => ({
    ...newPaidCall(picture(department, { department }), at),
    billedNanodollars: 10 ** n,
    createdAt: new Date(n),
  }))
  await textCollection<PaidGeneration>(database.control.db, 'generations').insertMany(calls)
  const costs = costsStore(database.control)
  const rows = await costs.by(project, 'department')
  expect(rows.map(({ key, calls: n, spent }) => [key, n, spent])).toEqual([
    ['art', 1, 10_000],
    ['judges', 2, 1100],
    ['animation', 2, 11],
  ])
  const [day, ...others] = await costs.by(project, 'day')
  expect(others).toEqual([])
  expect(day).toMatchObject({ key: '1970-01-01', calls: 5, spent: 11_111 })
  expect(day?.parts).toEqual([
    { department: 'animation', spent: 11 },
    { department: 'art', spent: 10_000 },
    { department: 'judges', spent: 1100 },
  ])
  const ledger = []
  for await (const row of costs.ledger(project)) ledger.push(row)
  expect(ledger.map(({ department }) => department)).toEqual(['animation', 'animation', 'judges', 'judges', 'art'])
  expect(ledger[0]).toMatchObject({ what: 'Picture: animation', scene: '', at: new Date(0), billedNanodollars: 1 })
})
