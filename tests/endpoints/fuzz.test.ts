import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { fuzzRoutes } from '../support/fuzzRoutes'

const requests = 600
const seed = 20261121

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  await studio.close()
})

describe('every route', () => {
  it(`takes ${String(requests)} good and bad requests as its description says, and shows nothing of its inside`, async () => {
    const { body } = await studio.call('POST /api/projects', { body: { title: 'Lamp', slug: 'lamp' } })
    const faults = await fuzzRoutes(studio, { requests, seed, known: [body['doc'].id] })
    expect(faults.join('\n')).toBe('')
  }, 120_000)
})
