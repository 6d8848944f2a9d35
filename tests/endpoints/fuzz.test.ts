import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { fuzzCollections, fuzzRoutes } from '../support/fuzzRoutes'

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
    const { body } = await studio.call('POST /api/projects', {
      body: { title: 'Lamp', slug: `lamp-${studio.name.slice(-6)}` },
    })
    const faults = await fuzzRoutes(studio, { requests, seed, known: [body['doc'].id] })
    expect(faults.join('\n')).toBe('')
  }, 120_000)
  it('of Payload’s own, for every collection, is as safe', async () => {
    const { body } = await studio.call('POST /api/projects', {
      body: { title: 'Pier', slug: `pier-${studio.name.slice(-6)}` },
    })
    const faults = await fuzzCollections(studio, { requests, seed, known: [body['doc'].id] })
    expect(faults.join('\n')).toBe('')
  }, 120_000)
})
