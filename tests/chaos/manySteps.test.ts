import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew, planOfActs, storeRun } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { until } from '../support/until'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

it('10,000 steps finish with bounded history and memory', async () => {
  const size = 10_000
  const { control, folder } = database
  const crew = openCrew({ control, folder, acts: { nothing: () => ({}) }, freeLanes: 40, leaseMs: 15_000 })
  const plan = planOfActs(Array.from({ length: size }, (_, i) => ({ act: 'nothing', needs: i < 100 ? [] : [i - 100] })))
  const runId = await storeRun(crew.stores, plan)
  const before = process.memoryUsage().heapUsed
  await crew.engine.start(runId)
  crew.work()
  await until('the run has succeeded', async () => (await crew.stores.runs.find(runId))?.state === 'succeeded', 230_000)
  await crew.stop()
  expect((await crew.stateOf(runId)).seq).toBe(size + 1)
  expect(await control.db.collection('steps').countDocuments({ state: 'done' })).toBe(size)
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(300)
}, 240_000)
