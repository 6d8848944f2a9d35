import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advance, initialState } from '@/domain/run/advance'
import { commitFinishes, type Finish } from '@/stores/commitFinishes'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { stepId, stepsStore, type Claim, type StepDocument } from '@/stores/stepsStore'
import { planOfActs, storeRun } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { plainState, story } from '../domain/run/runs'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

/** A worker's own memory of runs over the shared database. */
const newWorker = (owner: string, leaseMs = 60_000) => {
  const { control } = database
  const runs = runsStore(control, outboxStore(control))
  return { runs, steps: stepsStore(control, owner, leaseMs), commit: commitFinishes(control, runs) }
}
type Worker = ReturnType<typeof newWorker>

const newRun = async ({ runs }: Worker, steps: number): Promise<string> => {
  const runId = await storeRun({ runs } as never, planOfActs(Array.from({ length: steps }, () => ({ act: 'x' }))))
  await runs.record(runId, { type: 'started' })
  return runId
}
const claimOf = async ({ steps }: Worker, runId: string, node: number): Promise<Claim> =>
  (await steps.claim({ runId, node, take: 1 }, 'x'))!
const finishOf = (claim: Claim, more: Partial<Finish> = {}): Finish => ({
  claim,
  runId: claim.ask.runId,
  event: { type: 'done', node: claim.ask.node, take: claim.ask.take, reused: false },
  outcome: { result: 'r' },
  error: null,
  write: null,
  ...more,
})
const effects = () => database.control.db.collection<{ _id: string; times: number }>('effects')
const effect =
  (name: string): Finish['write'] =>
  async ({ session }) => {
    await effects().updateOne({ _id: name }, { $inc: { times: 1 } }, { upsert: true, session })
  }
const stepOf = (claim: Claim) =>
  database.control.db.collection<StepDocument>('steps').findOne({ _id: stepId(claim.ask) })

/** The events have no gap, and their fold is what stands on the run. */
const checkTruth = async ({ runs }: Worker, runId: string) => {
  const events = await runs.eventsOf(runId, 0)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  const fold = advance(initialState(await runs.loadPlan(runId)), ...events)
  expect(plainState(await runs.loadState(runId))).toEqual(plainState(fold))
  const run = await runs.find(runId)
  expect(run).toMatchObject({ seq: fold.seq, state: fold.stage === 'stopping' ? 'running' : fold.stage })
  expect(run!.progress.done).toBe(fold.nodes.filter((node) => node === 'done' || node === 'skipped').length)
}

describe('finishes', () => {
  it('at hand at the same time are committed in few groups, all of them', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 40)
    const claims = await Promise.all(Array.from({ length: 40 }, (_, node) => claimOf(worker, runId, node)))
    let commits = 0
    database.control.client.on('commandStarted', () => commits++)
    const answers = await Promise.all(claims.map((claim) => worker.commit(finishOf(claim))))
    expect(new Set(answers)).toEqual(new Set(['committed']))
    const at = new Set((await worker.runs.eventsOf(runId, 1)).map((event) => event.at.getTime()))
    expect(at.size).toBeLessThanOrEqual(3)
    expect(await worker.runs.find(runId)).toMatchObject({ state: 'succeeded', progress: { done: 40, total: 40 } })
    await checkTruth(worker, runId)
  })
  it('of two workers on one run miss each other’s sequence, fold again, and all are there', async () => {
    const [ada, ben] = [newWorker('a'), newWorker('b')]
    const runId = await newRun(ada, 30)
    const work = async (worker: Worker, from: number) => {
      for (let node = from; node < 30; node += 2) await worker.commit(finishOf(await claimOf(worker, runId, node)))
    }
    await Promise.all([work(ada, 0), work(ben, 1)])
    expect((await ben.runs.loadState(runId)).stage).toBe('succeeded')
    await checkTruth(ada, runId)
    await checkTruth(ben, runId)
  })
  it('write what they mean in the same transaction', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 1)
    const claim = await claimOf(worker, runId, 0)
    expect(await worker.commit(finishOf(claim, { write: effect('once') }))).toBe('committed')
    expect(await effects().findOne({ _id: 'once' })).toMatchObject({ times: 1 })
    expect(await stepOf(claim)).toMatchObject({ state: 'done', lease: null, outcome: { result: 'r' } })
  })
  it('told twice have one effect', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 2)
    const claim = await claimOf(worker, runId, 0)
    const twice = [finishOf(claim, { write: effect('twice') }), finishOf(claim, { write: effect('twice') })]
    await Promise.all(twice.map((finish) => worker.commit(finish)))
    await worker.commit(twice[0]!)
    expect(await effects().findOne({ _id: 'twice' })).toMatchObject({ times: 1 })
    expect((await worker.runs.loadState(runId)).seq).toBe(2)
    await checkTruth(worker, runId)
  })
  it('told twice while another is written have one effect and one answer', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 2)
    const [other, claim] = [await claimOf(worker, runId, 0), await claimOf(worker, runId, 1)]
    const finish = finishOf(claim, { write: effect('twins') })
    const answers = await Promise.all([other, claim, claim].map((one) => worker.commit(one === claim ? finish : finishOf(one)))) // prettier-ignore
    expect(answers).toEqual(['committed', 'committed', 'committed'])
    expect(await effects().findOne({ _id: 'twins' })).toMatchObject({ times: 1 })
    await checkTruth(worker, runId)
  })
  it('of two claims on one step: the former is lost, the newer is not', async () => {
    const worker = newWorker('a', 100)
    const runId = await newRun(worker, 2)
    const former = await claimOf(worker, runId, 0)
    await sleep(150)
    const [newer, other] = [await claimOf(worker, runId, 0), await claimOf(worker, runId, 1)]
    const answers = await Promise.all([other, former, newer].map((one) => worker.commit(finishOf(one))))
    expect(answers).toEqual(['committed', 'lost', 'committed'])
    await checkTruth(worker, runId)
  })
  it('of a claim that ran out are lost, and the others of the group are not', async () => {
    const [slow, quick] = [newWorker('slow', 100), newWorker('quick')]
    const runId = await newRun(slow, 3)
    const [stale, fresh] = [await claimOf(slow, runId, 0), await claimOf(quick, runId, 1)]
    await sleep(150)
    const taken = await claimOf(quick, runId, 0)
    const answers = await Promise.all([
      quick.commit(finishOf(await claimOf(quick, runId, 2))), // goes first and alone; the next two are one group
      quick.commit(finishOf(stale, { write: effect('stale') })),
      quick.commit(finishOf(fresh, { write: effect('fresh') })),
    ])
    expect(answers).toEqual(['committed', 'lost', 'committed'])
    expect(await effects().findOne({ _id: 'stale' })).toBeNull()
    expect(await effects().findOne({ _id: 'fresh' })).toMatchObject({ times: 1 })
    expect(await stepOf(taken)).toMatchObject({ state: 'running', fence: taken.fence })
    await checkTruth(quick, runId)
  })
  it('that would wait for something are refused once the run is cancelled, also by who has not heard of it; work that is done stands', async () => {
    const [worker, person] = [newWorker('a'), newWorker('b')]
    const runId = await newRun(worker, 3)
    const claims = await Promise.all([0, 1, 2].map((node) => claimOf(worker, runId, node)))
    await worker.commit(finishOf(claims[2]!)) // its picture of the run is the one before the cancel
    await person.runs.record(runId, { type: 'cancelling' })
    const [asks, done] = claims
    const waiting = { type: 'waiting', node: 0, take: 1, key: 'a call' } as const
    const answers = await Promise.all([
      worker.commit(finishOf(asks!, { event: waiting, outcome: { waiting: 'a call' }, write: effect('the intent') })),
      worker.commit(finishOf(done!, { write: effect('the take') })),
    ])
    expect(answers).toEqual(['refused', 'committed'])
    expect(await effects().findOne({ _id: 'the intent' })).toBeNull()
    expect(await effects().findOne({ _id: 'the take' })).toMatchObject({ times: 1 })
    expect(await stepOf(asks!)).toMatchObject({ state: 'running', fence: asks!.fence })
    await checkTruth(worker, runId)
  })
  it('do not suffer from one bad write among them', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 6)
    const claims = await Promise.all(Array.from({ length: 6 }, (_, node) => claimOf(worker, runId, node)))
    const bad = () => Promise.reject(new Error('the reel is full'))
    const answers = await Promise.allSettled(
      claims.map((claim, node) => worker.commit(finishOf(claim, { write: node === 3 ? bad : effect(`good ${node}`) }))),
    )
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'committed', 'committed', 'committed', 'Error: the reel is full', 'committed', 'committed',
    ]) // prettier-ignore
    for (const node of [0, 1, 2, 4, 5])
      expect(await effects().findOne({ _id: `good ${node}` })).toMatchObject({ times: 1 })
    expect(await stepOf(claims[3]!)).toMatchObject({ state: 'running' })
    await checkTruth(worker, runId)
  })
  it('that failed leave their story on the run until it is resumed', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 2)
    const failed = { type: 'failed', node: 0, take: 1, story, alone: false } as const
    await worker.commit(finishOf(await claimOf(worker, runId, 0), { event: failed, error: story }))
    await worker.runs.record(runId, { type: 'landed' })
    expect(await worker.runs.find(runId)).toMatchObject({ state: 'failed', error: story })
    await worker.runs.record(runId, { type: 'resumed' })
    expect(await worker.runs.find(runId)).toMatchObject({ state: 'running', error: null, endedAt: null })
    await checkTruth(worker, runId)
  })
  it('that failed alone leave a notice, no error', async () => {
    const worker = newWorker('a')
    const runId = await newRun(worker, 1)
    const failed = { type: 'failed', node: 0, take: 1, story, alone: true } as const
    await worker.commit(finishOf(await claimOf(worker, runId, 0), { event: failed, error: story }))
    const run = await worker.runs.find(runId)
    expect(run).toMatchObject({ state: 'succeeded', error: null, notices: ['The lamp burst. It was old.'] })
  })
  it('that end a run say so in the outbox, once', async () => {
    const [ada, ben] = [newWorker('a'), newWorker('b')]
    const runId = await newRun(ada, 2)
    await Promise.all(
      [ada, ben].map(async (worker, node) => worker.commit(finishOf(await claimOf(worker, runId, node)))),
    )
    await ada.runs.record(runId, { type: 'landed' })
    const outbox = database.control.db.collection('outbox')
    expect(await outbox.countDocuments({ job: 'closeRun', 'data.runId': runId })).toBe(1)
  })
})

describe('a run', () => {
  it('is created once for the same wish, however many ask at once', async () => {
    const { runs } = newWorker('a')
    const projectId = '65f0000000000000000000aa'
    const plan = planOfActs([{ act: 'x' }])
    const wish = { kind: 'generate' as const, projectId, key: 'wish', plan, options: {} }
    const made = await Promise.all(Array.from({ length: 20 }, () => runs.create(wish)))
    expect(new Set(made.map(({ runId }) => runId)).size).toBe(1)
    expect(made.filter(({ joined }) => !joined)).toHaveLength(1)
  })
  it('takes in events of twenty who write at once, without a gap', async () => {
    const workers = Array.from({ length: 4 }, (_, i) => newWorker(`w${i}`))
    const runId = await newRun(workers[0]!, 1)
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => workers[i % 4]!.runs.record(runId, { type: 'settled', key: `k${i}` })),
    )
    expect((await workers[0]!.runs.loadState(runId)).settled.size).toBe(20)
    await checkTruth(workers[1]!, runId)
  })
  it('that nobody knows is an error people understand', async () => {
    await expect(newWorker('a').runs.loadState('nothing')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' })
  })
})
