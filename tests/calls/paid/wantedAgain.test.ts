import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '@/calls/paid/reconcile'
import { decideCall } from '@/stores/paid/decideCall'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { planOfActs, storeRun } from '../../support/crew'
import { openPaidStage, picture, picturePrice, projectId, type PaidStage } from '../../support/paidStage'
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
const word = { action: 'again', reason: 'I want it.', by: 'somebody', at: new Date() } as const

describe('a call that came to nothing and may have been charged', () => {
  it('stays as it is until a person wants it again; then it is another call, and both are booked by their bills', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: 1, do: 'fail', billed: true }] } })
    const { calls, budget } = stage.parts.paid
    const worker = stage.worker({
      paint: async ({ callPaid }) => {
        const { asset } = await callPaid(picture('A pier at dusk'))
        return { gives: { asset }, files: asset ? [asset.name] : [] }
      },
    })
    const runId = await storeRun(worker.stores, planOfActs([{ act: 'paint' }]))
    const ends = (stage: string) => until(`the run ${stage}`, async () => (await worker.stateOf(runId)).stage === stage)
    await worker.engine.start(runId)
    await ends('failed')
    const [first] = await calls.calls.find({}).toArray()
    expect(first).toMatchObject({ state: 'FAILED', mayBeCharged: true, error: { code: 'CALL_FAILED' } })

    await worker.engine.resume(runId)
    await until('it was tried', async () => (await worker.stores.runs.eventsOf(runId, 0)).filter(({ type }) => type === 'failed').length > 1) // prettier-ignore
    await ends('failed')
    expect(stage.emulators.ledger()).toHaveLength(1)

    expect(await decideCall(stage.parts.paid, first!, word)).not.toBeNull()
    const told = await decideCall(stage.parts.paid, (await calls.find(first!._id))!, word)
    expect(told?.decisions).toHaveLength(1)
    await worker.engine.resume(runId)
    await ends('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(2)
    expect((await budget.standing(projectId)).reserved).toBe(2 * picturePrice)

    await reconcile(stage.parts, { provider: 'fal', from: new Date(Date.now() - hour), to: new Date(Date.now() + hour) }, never) // prettier-ignore
    const billed = stage.emulators.ledger().reduce((sum, { nanodollars }) => sum + nanodollars, 0)
    expect(await budget.standing(projectId)).toMatchObject({ reserved: 0, spent: billed })
    expect((await calls.calls.find({}).toArray()).map(({ state }) => state).toSorted()).toEqual(['FAILED', 'STORED'])
  })

  it('is no decision for one that was surely not charged, or is under way', async () => {
    stage = await openPaidStage(database)
    const { calls } = stage.parts.paid
    const at = { owner: 'studio', project: projectId, scene: null, runId: 'a run', accounts: [projectId] }
    const call = newPaidCall(picture('A pier'), at)
    await calls.calls.insertOne(call)
    expect(await decideCall(stage.parts.paid, call, word)).toBeNull()
    const failed = { ...call, state: 'FAILED' as const, mayBeCharged: false }
    expect(await decideCall(stage.parts.paid, failed, word)).toBeNull()
  })
})
