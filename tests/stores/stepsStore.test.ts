import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '@/domain/run/runState'
import { inTransaction } from '@/stores/controlDb'
import { stepId, stepsStore, type StepDocument } from '@/stores/stepsStore'
import { machineName } from '@/stores/owner'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
let asks = 0
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

const leaseMs = 200
const workerOn = (owner: string, lease = leaseMs) => stepsStore(database.control, owner, lease)
const newAsk = (): Ask => ({ runId: 'run', node: asks++, take: 1 })
const stepOf = (ask: Ask) => database.control.db.collection<StepDocument>('steps').findOne({ _id: stepId(ask) })
const [ada, ben] = ['stage-a/1/x', 'stage-b/2/y']

describe('a claim', () => {
  it('is given to one of twenty workers who want it at once', async () => {
    const ask = newAsk()
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) => workerOn(`stage-${i}/1/x`, 60_000).claim(ask, 'draw')),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await stepOf(ask)).toMatchObject({ state: 'running', fence: 1, crashes: 0, errors: 0 })
  })
  it('is nobody else’s while it is renewed, however long the step takes', async () => {
    const [mine, other] = [workerOn(ada, 2000), workerOn(ben, 2000)]
    const ask = newAsk()
    const claim = await mine.claim(ask, 'draw')
    for (let i = 0; i < 4; i++) {
      await sleep(600)
      expect(await mine.renew([claim!])).toEqual([])
      expect(await other.claim(ask, 'draw')).toBeNull()
    }
  })
  it('that ran out goes to the next, counts as a crash and moves the fence on', async () => {
    const ask = newAsk()
    const first = await workerOn(ada).claim(ask, 'draw')
    await sleep(leaseMs + 50)
    const second = await workerOn(ben).claim(ask, 'draw')
    expect(second).toMatchObject({ fence: first!.fence + 1, crashes: 1, again: true })
  })
  it('tells who lost it at the next heartbeat, and only them', async () => {
    const mine = workerOn(ada)
    const [lost, kept] = [await mine.claim(newAsk(), 'draw'), await mine.claim(newAsk(), 'draw')]
    await sleep(leaseMs + 50)
    await workerOn(ben).claim(lost!.ask, 'draw')
    expect(await mine.renew([lost!, kept!])).toEqual([lost])
  })
  it('is told as lost also when the same worker has it anew', async () => {
    const mine = workerOn(ada)
    const ask = newAsk()
    const former = await mine.claim(ask, 'draw')
    const other = await mine.claim(newAsk(), 'draw')
    await sleep(leaseMs + 50)
    await mine.claim(ask, 'draw')
    expect(await mine.renew([former!, other!])).toEqual([former])
  })
  it('given back is free at once and no crash', async () => {
    const ask = newAsk()
    const claim = await workerOn(ada).claim(ask, 'draw')
    await workerOn(ada).giveBack(claim!)
    expect(await workerOn(ben).claim(ask, 'draw')).toMatchObject({ crashes: 0, fence: 2 })
  })
  it('is not given back by somebody who lost it', async () => {
    const ask = newAsk()
    const old = await workerOn(ada).claim(ask, 'draw')
    await sleep(leaseMs + 50)
    await workerOn(ben).claim(ask, 'draw')
    await workerOn(ada).giveBack(old!)
    expect(await stepOf(ask)).toMatchObject({ state: 'running', fence: 2 })
  })
  it('of a step that is over is refused', async () => {
    const ask = newAsk()
    await workerOn(ada).claim(ask, 'draw')
    const steps = database.control.db.collection<StepDocument>('steps')
    for (const state of ['done', 'again', 'failed', 'dead'] as const) {
      await steps.updateOne({ _id: stepId(ask) }, { $set: { state, lease: null } })
      expect(await workerOn(ben).claim(ask, 'draw')).toBeNull()
    }
  })
})

describe('a worker that is gone', () => {
  it('holds nothing any more when its process ended on this machine', async () => {
    const self = `${machineName()}/${process.pid}/now`
    const former = `${machineName()}/${process.pid}/before`
    const [ask, elsewhere] = [newAsk(), newAsk()]
    await workerOn(former, 60_000).claim(ask, 'draw')
    await workerOn(ben, 60_000).claim(elsewhere, 'draw')
    expect(await workerOn(self).freeDead()).toBe(1)
    expect(await workerOn(self).claim(ask, 'draw')).toMatchObject({ crashes: 1 })
    expect(await workerOn(self).claim(elsewhere, 'draw')).toBeNull()
  })
})

describe('a person who goes on', () => {
  it('makes failed and dead steps free, forgets errors and crashes, and leaves what is done', async () => {
    const runId = 'run that failed'
    const steps = database.control.db.collection<StepDocument>('steps')
    const states = ['failed', 'dead', 'running', 'waiting', 'done', 'again'] as const
    for (const [node, state] of states.entries()) {
      await workerOn(ada, 60_000).claim({ runId, node, take: 1 }, 'draw')
      await steps.updateOne({ _id: `${runId}:${node}:1` }, { $set: { state, errors: 4, crashes: 2 } })
    }
    await inTransaction(database.control, ({ session }) => workerOn(ben).forgive(runId, session))
    const now = await workerOn(ben).of(runId)
    expect(now.map(({ state }) => state)).toEqual(['ready', 'ready', 'running', 'waiting', 'done', 'again'])
    expect(now.map(({ errors, crashes }) => errors + crashes)).toEqual([0, 0, 0, 0, 6, 6])
  })
})

describe('what is in flight', () => {
  it('counts living leases only', async () => {
    const runId = 'run in flight'
    await workerOn(ada, 60_000).claim({ runId, node: 0, take: 1 }, 'draw')
    await workerOn(ada, 50).claim({ runId, node: 1, take: 1 }, 'draw')
    await sleep(100)
    expect(await workerOn(ben).inFlight(runId)).toBe(1)
  })
})
