import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advance, initialState } from '@/domain/run/advance'
import type { RunEvent } from '@/domain/run/runEvent'
import { ended } from '@/domain/run/runState'
import { commitFinishes, type Committed, type Finish } from '@/stores/commitFinishes'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { slotsStore, type HeldSlot } from '@/stores/slotsStore'
import { stepsStore, type Claim } from '@/stores/stepsStore'
import { planOfActs, storeRun } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { plainState, story } from '../domain/run/runs'

/**
 * Two workers on one run, each step of theirs in any order: claims, finishes, finishes told twice, crashes, leases that
 * run out, workers that wake too late, signals too early. The model is what people expect; the stores are the real ones.
 */
const leaseMs = 40
const poolSize = 2
const nodes = 5
const keys = ['clip', 'frame']

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

type Held = { claim: Claim; slot: HeldSlot | null; claimedAt: number }
type Real = {
  runId: string
  pool: string
  workers: ReturnType<typeof newWorker>[]
}
type Model = {
  /** Claims each worker thinks it has, newest last; a crash only forgets to work on them. */
  held: Held[][]
  /** Every finish that was answered as committed, by its step. */
  committed: Map<string, Finish['event']['type'][]>
  /** Highest fence seen of each step. */
  fences: Map<string, number>
}

const newWorker = (name: string) => {
  const { control } = database
  const runs = runsStore(control, outboxStore(control))
  const owner = `${name}/1/${randomBytes(3).toString('hex')}`
  return {
    owner,
    runs,
    steps: stepsStore(control, owner, leaseMs),
    slots: slotsStore(control, owner, leaseMs),
    commit: commitFinishes(control, runs),
  }
}

type Ending = 'done' | 'waiting' | 'again' | 'postponed' | 'failedAlone' | 'failed'
const eventOf = ({ ask: { node, take } }: Claim, ending: Ending, key: string): Finish['event'] => {
  switch (ending) {
    case 'done':
      return { type: 'done', node, take, reused: false }
    case 'waiting':
      return { type: 'waiting', node, take, key }
    case 'again':
      return { type: 'again', node, take }
    case 'postponed':
      return { type: 'postponed', node, take, story, notBefore: 0 }
    case 'failedAlone':
      return { type: 'failed', node, take, story, alone: true }
    case 'failed':
      return { type: 'failed', node, take, story, alone: false }
  }
}

const effects = () => database.control.db.collection<{ _id: string; times: number }>('model_effects')
const finishOf = (runId: string, claim: Claim, event: Finish['event']): Finish => ({
  claim,
  runId,
  event,
  outcome: null,
  error: null,
  write: async ({ session }) => {
    const _id = `${claim.id}:${claim.fence}`
    await effects().updateOne({ _id }, { $inc: { times: 1 } }, { upsert: true, session })
  },
})

const tell = (model: Model, finish: Finish, answer: Committed): void => {
  if (answer === 'committed')
    model.committed.set(finish.claim.id, [...(model.committed.get(finish.claim.id) ?? []), finish.event.type])
}

type Command = fc.AsyncCommand<Model, Real>
const command = (
  says: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run,
  toString: () => says,
})

const claimBest = (who: number, slotted: boolean) =>
  command(
    `worker ${who} claims the best step${slotted ? ' with a place' : ''}`,
    async (model, { runId, pool, workers }) => {
      const { runs, steps, slots } = workers[who]!
      const [best] = (await runs.loadState(runId)).ready
      if (!best) return
      const ask = { runId, node: best.node, take: best.take }
      const slot = slotted
        ? await slots.take(pool, poolSize, `${runId}:${best.node}:${randomBytes(2).toString('hex')}`)
        : null
      const claim = await steps.claim(ask, 'step')
      if (!claim) {
        if (slot) await slots.free(slot)
        return
      }
      expect(claim.fence).toBeGreaterThan(model.fences.get(claim.id) ?? 0)
      model.fences.set(claim.id, claim.fence)
      model.held[who]!.push({ claim, slot, claimedAt: Date.now() })
    },
  )

const finishHeld = (who: number, ending: Ending, { twice, key }: { twice: boolean; key: string }) =>
  command(
    `worker ${who} ends its newest step as ${ending}${twice ? ', twice' : ''}`,
    async (model, { runId, workers }) => {
      const { commit, slots } = workers[who]!
      const { claim, slot } = model.held[who]!.pop()!
      const isZombie = claim.fence < model.fences.get(claim.id)!
      const finish = finishOf(runId, claim, eventOf(claim, ending, key))
      const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => commit(finish)))
      if (isZombie) expect(answers).not.toContain('committed')
      else expect(answers).toContain('committed')
      tell(model, finish, answers.includes('committed') ? 'committed' : 'lost')
      if (slot) await slots.free(slot)
    },
    (model) => model.held[who]!.length > 0,
  )

const crash = (who: number) =>
  command(
    `worker ${who} forgets its newest step`,
    async (model) => void model.held[who]!.pop(),
    (model) => model.held[who]!.length > 0,
  )

const heartbeat = (who: number) =>
  command(`worker ${who} beats`, async (model, { workers }) => {
    const claims = model.held[who]!.map(({ claim }) => claim)
    const lost = new Set((await workers[who]!.steps.renew(claims)).map(({ id, fence }) => `${id}:${fence}`))
    for (const { id, fence } of claims) if (fence < model.fences.get(id)!) expect(lost).toContain(`${id}:${fence}`)
    await workers[who]!.slots.renew()
  })

const giveBack = (who: number) =>
  command(
    `worker ${who} gives its newest step back`,
    async (model, { workers }) => {
      const { claim, slot } = model.held[who]!.pop()!
      await workers[who]!.steps.giveBack(claim)
      if (slot) await workers[who]!.slots.free(slot)
    },
    (model) => model.held[who]!.length > 0,
  )

const record = (who: number, event: RunEvent) =>
  command(`worker ${who} records ${event.type}`, async (_model, { runId, workers }) => {
    const { runs, steps } = workers[who]!
    await runs.record(runId, event, (session) => (event.type === 'resumed' ? steps.forgive(runId, session) : Promise.resolve())) // prettier-ignore
  })

const time = () => command('the leases run out', () => sleep(leaseMs + 15))

const who = fc.nat(1)
const ending = fc.constantFrom<Ending>('done', 'done', 'done', 'waiting', 'again', 'postponed', 'failedAlone', 'failed')
const commands = [
  fc.tuple(who, fc.boolean()).map(([w, slotted]) => claimBest(w, slotted)),
  fc.tuple(who, fc.boolean()).map(([w, slotted]) => claimBest(w, slotted)),
  fc
    .tuple(who, ending, fc.boolean(), fc.constantFrom(...keys))
    .map(([w, e, twice, key]) => finishHeld(w, e, { twice, key })),
  fc
    .tuple(who, ending, fc.boolean(), fc.constantFrom(...keys))
    .map(([w, e, twice, key]) => finishHeld(w, e, { twice, key })),
  who.map(crash),
  who.map(heartbeat),
  who.map(giveBack),
  fc.tuple(who, fc.constantFrom(...keys)).map(([w, key]) => record(w, { type: 'settled', key })),
  who.map((w) => record(w, { type: 'resumed' })),
  fc.constant(time()),
]

/** What must hold after any story. */
const checkAll = async (model: Model, { runId, pool, workers }: Real): Promise<void> => {
  const [{ runs, steps, slots }] = workers as [Real['workers'][number]]
  const events = await runs.eventsOf(runId, 0)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  const fold = advance(initialState(await runs.loadPlan(runId)), ...events)
  for (const worker of workers) expect(plainState(await worker.runs.loadState(runId))).toEqual(plainState(fold))
  expect(await runs.find(runId)).toMatchObject({
    seq: fold.seq,
    state: fold.stage === 'stopping' ? 'running' : fold.stage,
  })

  for (const { _id, times } of await effects()
    .find({ _id: { $regex: `^${runId}` } })
    .toArray()) {
    expect(times, _id).toBe(1)
    expect([...model.committed.keys()].some((id) => _id.startsWith(`${id}:`))).toBe(true)
  }
  for (const [id, types] of model.committed) {
    expect(types.filter((type) => type === 'done' || type === 'again').length, id).toBeLessThanOrEqual(1)
    const [, node, take] = id.split(':')
    const told = events.filter((event) => 'node' in event && event.node === Number(node) && event.take === Number(take))
    expect(told.map(({ type }) => type)).toEqual(types)
  }
  const standing = new Map((await steps.of(runId)).map((step) => [step._id, step]))
  for (const [id, fence] of model.fences) expect(standing.get(id)?.fence).toBe(fence)
  expect(await slots.held(pool)).toBeLessThanOrEqual(poolSize)
}

/** And in the end two honest workers bring the run to its end: nothing is stuck, nothing is leaked. */
const bringToEnd = async ({ runId, pool, workers }: Real): Promise<void> => {
  await sleep(leaseMs + 15)
  const { runs, steps, slots, commit } = workers[0]!
  expect(await slots.held(pool)).toBe(0)
  let state = await runs.record(runId, { type: 'resumed' }, (session) => steps.forgive(runId, session))
  for (let turn = 0; turn < 40 && !ended(state.stage); turn++) {
    for (const key of state.parked.keys()) state = await runs.record(runId, { type: 'settled', key })
    await Promise.all(
      state.ready.map(async ({ node, take }) => {
        const claim = await steps.claim({ runId, node, take }, 'step')
        expect(claim, `step ${node} take ${take}`).not.toBeNull()
        expect(await commit(finishOf(runId, claim!, eventOf(claim!, 'done', '')))).toBe('committed')
      }),
    )
    state = await runs.loadState(runId)
  }
  expect(state.stage).toBe('succeeded')
}

describe('two workers on one run', () => {
  it('never lose a step, never do one twice, never leave a gap, whatever happens to them', async () => {
    const setup = async (): Promise<{ model: Model; real: Real }> => {
      const workers = [newWorker('a'), newWorker('b')]
      const plan = planOfActs(
        Array.from({ length: nodes }, (_, i) => ({ act: 'x', needs: i < 2 ? [] : [i - 2], rank: nodes - i })),
        { onError: 'goOn' },
      )
      const runId = await storeRun(workers[0]! as never, plan)
      await workers[0]!.runs.record(runId, { type: 'started' })
      const model: Model = { held: [[], []], committed: new Map(), fences: new Map() }
      return { model, real: { runId, pool: `provider:${runId}`, workers } }
    }
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 20 }), async (story) => {
        const { model, real } = await setup()
        await fc.asyncModelRun(() => ({ model, real }), story)
        await checkAll(model, real)
        await bringToEnd(real)
      }),
      { numRuns: 30, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    )
  }, 90_000)
})
