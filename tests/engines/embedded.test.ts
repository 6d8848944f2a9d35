import { afterAll, beforeAll } from 'vitest'
import { engineContract } from '../contracts/engineContract'
import { embeddedStage } from '../support/embeddedStage'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

// 10,000 steps: tests/chaos/manySteps.test.ts
engineContract('the embedded engine', () => embeddedStage(database), 600)
