import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '@/calls/paid/reconcile'
import { planOfActs, storeRun } from '../../support/crew'
import { dollar, openPaidStage, picture, picturePrice, projectId, type PaidStage } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'
import { until } from '../../support/until'

let database: TestDatabase
let stage: PaidStage
beforeAll(async () => {
  database = await openTestDatabase()
})
afterEach(() => stage.close())
afterAll(() => database.close())

const hour = 3_600_000
const never = new AbortController().signal
const billed = () =>
  reconcile(stage.parts, { provider: 'fal', from: new Date(Date.now() - hour), to: new Date(Date.now() + hour) }, never)

describe('one paid picture', () => {
  it('is held back, sent once, asked for, looked at, kept, and booked by its bill', async () => {
    stage = await openPaidStage(database)
    const worker = stage.worker({
      paint: async ({ callPaid }) => {
        const { asset, answer } = await callPaid(picture('A pier at dusk'))
        return { gives: { asset, answer }, files: asset ? [asset.name] : [] }
      },
    })
    const runId = await storeRun(worker.stores, planOfActs([{ act: 'paint' }]))
    await worker.engine.start(runId)
    await until('the run is over', async () => (await worker.stateOf(runId)).stage === 'succeeded')

    const [row, ...more] = stage.emulators.ledger()
    expect(more).toEqual([])
    const [call] = await stage.parts.paid.calls.calls.find({}).toArray()
    expect(call).toMatchObject({ state: 'STORED', requestId: row!.requestId, booked: 'none' })
    expect(await sharp(stage.parts.assets.pathOf(call!.asset!.name)).metadata()).toMatchObject({ width: 1344 })
    const { budget, places } = stage.parts.paid
    expect(await budget.standing(projectId)).toEqual({ limit: dollar, reserved: picturePrice, spent: 0 })
    expect(await places.holders()).toEqual([])

    expect(await billed()).toMatchObject({ bills: 1, settled: 1, orphans: 0 })
    expect(await budget.standing(projectId)).toEqual({ limit: dollar, reserved: 0, spent: row!.nanodollars })
    expect(await billed()).toMatchObject({ settled: 0 })
    expect(worker.log).toEqual([])
  })
})
