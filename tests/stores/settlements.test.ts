import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitFinishes, type Finish } from '@/stores/commitFinishes'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { stepsStore, type Claim } from '@/stores/stepsStore'
import { planOfActs, storeRun } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** A run of as many steps, all parked: step n waits for `call n`. */
const parkedRun = async (steps: number) => {
  const { control } = database
  const runs = runsStore(control, outboxStore(control))
  const commit = commitFinishes(control, runs)
  const runId = await storeRun({ runs } as never, planOfActs(Array.from({ length: steps }, () => ({ act: 'x' }))))
  await runs.record(runId, { type: 'started' })
  const own = stepsStore(control, `worker ${runId}`, 60_000)
  const park = async (node: number): Promise<Claim> => {
    const claim = (await own.claim({ runId, node, take: 1 }, 'x'))!
    const key = `call ${String(node)}`
    const event = { type: 'waiting', node, take: 1, key } as const
    await commit({ claim, runId, event, outcome: { waiting: key }, error: null, write: null } satisfies Finish)
    return claim
  }
  for (let node = 0; node < steps; node++) await park(node)
  const calls = control.db.collection<{ _id: string; over: boolean }>('settled_calls')
  /** The call itself ends in the same transaction, once. */
  const settle = (node: number) => {
    const key = `call ${String(node)}`
    const _id = `${runId}/${key}`
    return commit({
      runId,
      key,
      settles: async ({ session }) =>
        (await calls.updateOne({ _id, over: false }, { $set: { over: true } }, { session })).matchedCount > 0,
    })
  }
  for (let node = 0; node < steps; node++) await calls.insertOne({ _id: `${runId}/call ${String(node)}`, over: false })
  const ready = async () => (await runs.loadState(runId)).ready.map(({ node }) => node)
  const settledEvents = async () =>
    (await runs.eventsOf(runId, 0)).flatMap((event) => (event.type === 'settled' ? [event.key] : []))
  return { own, settle, ready, settledEvents, runId, calls }
}

describe('calls that steps wait for', () => {
  it('end in the group of their run, and their steps are ready', async () => {
    const { settle, ready, settledEvents } = await parkedRun(5)
    expect(await Promise.all([0, 1, 2, 3].map(settle))).toEqual(Array.from({ length: 4 }, () => 'committed'))
    expect((await ready()).sort()).toEqual([0, 1, 2, 3])
    expect((await settledEvents()).sort()).toEqual(['call 0', 'call 1', 'call 2', 'call 3'])
  })

  it('that somebody else ended spoil nothing of the group, and are not told a second time', async () => {
    const { settle, ready, settledEvents, runId, calls } = await parkedRun(4)
    await calls.updateOne({ _id: `${runId}/call 2` }, { $set: { over: true } })
    expect(await Promise.all([0, 1, 2, 3].map(settle))).toEqual(['committed', 'committed', 'lost', 'committed'])
    expect((await ready()).sort()).toEqual([0, 1, 3])
    expect((await settledEvents()).sort()).toEqual(['call 0', 'call 1', 'call 3'])
  })

  it('told twice at the same time end once', async () => {
    const { settle, settledEvents } = await parkedRun(1)
    await Promise.all([settle(0), settle(0), settle(0)])
    expect(await settledEvents()).toEqual(['call 0'])
  })

  it('let their step be claimed again, which knows what it waited for', async () => {
    const { settle, own, runId } = await parkedRun(1)
    await settle(0)
    const claim = await own.claim({ runId, node: 0, take: 1 }, 'x')
    expect(claim).toMatchObject({ fence: 2, again: true, waitedFor: 'call 0' })
  })

  it('let twenty fresh steps be claimed at the same time, each by one of two programs', async () => {
    const { control } = database
    const programs = ['one', 'two'].map((name) => stepsStore(control, `${name} of many`, 60_000))
    const asks = Array.from({ length: 20 }, (_, node) => ({ runId: 'many at once', node, take: 1 }))
    const claims = await Promise.all(programs.map((own) => Promise.all(asks.map((ask) => own.claim(ask, 'x')))))
    for (const { node } of asks) {
      const got = claims.flatMap((list) => list[node] ?? [])
      expect(got).toMatchObject([{ fence: 1, crashes: 0, errors: 0, again: false }])
    }
  })
})
