import { setTimeout as sleep } from 'node:timers/promises'
import type { ErrorStory } from '@/domain/errors/StudioError'
import type { RunEvent } from '@/domain/run/runEvent'
import type { RunState } from '@/domain/run/runState'
import { inTransaction, textCollection, type ControlDb, type Tx } from './controlDb'
import { togetherWrites } from './togetherWrites'
import { isDatabaseAway, whileAway } from './databaseAway'
import type { RunsStore } from './runsStore'
import type { Claim, StepDocument } from './stepsStore'

/** How a claimed step ended, and what that means elsewhere: written in the same transaction. */
export type Finish = {
  claim: Claim
  runId: string
  event: Extract<RunEvent, { node: number }>
  outcome: Record<string, unknown> | null
  error: ErrorStory | null
  /** Database writes only; may be repeated. */
  write: ((tx: Tx) => Promise<void>) | null
}

/** What a step waited for is over: the run hears of it in the transaction that ends it. */
export type Settlement = {
  runId: string
  key: string
  /** Database writes only; may be repeated. False: somebody was quicker, and nothing of it is written. */
  settles: (tx: Tx) => Promise<boolean>
}
type Entry = Finish | Settlement

/**
 * Nothing of it was written when it is `lost`: the fence had moved on, or somebody was quicker; or `refused`: it would
 * wait for something, in a run that a person has cancelled.
 */
export type Committed = 'committed' | 'lost' | 'refused'
export type CommitFinishes = (finish: Finish) => Promise<Committed>
export type CommitSettlement = (settlement: Settlement) => Promise<Committed>

type Waiting = {
  entry: Entry
  answer: Promise<Committed>
  resolve: (is: Committed) => void
  reject: (error: unknown) => void
}
/** Those of a group whose end is known. */
type Ends = ReadonlyMap<Entry, Committed>

type Group = { runId: string; state: RunState; group: Waiting[] }

class Missed extends Error {}
class Fenced extends Error {
  readonly ends: Ends
  constructor(ends: Ends) {
    super('the fence moved on')
    this.ends = ends
  }
}

/**
 * Commits finishes as a group: one transaction per run for all a worker has at hand, with a compare-and-set on the
 * run's `seq`. Returns when the finish is durable or its fence is known to be lost.
 */
export const commitFinishes = (control: ControlDb, runs: RunsStore) => {
  const queues = new Map<string, Waiting[]>()
  const busy = new Set<string>()
  const steps = textCollection<StepDocument>(control.db, 'steps')

  const drain = async (runId: string): Promise<void> => {
    if (busy.has(runId)) return
    busy.add(runId)
    try {
      for (let group = take(queues, runId); group.length > 0; group = take(queues, runId)) {
        await commitGroup(runId, group)
        await sleep(gatherMs)
      }
    } finally {
      busy.delete(runId)
    }
  }

  const commitGroup = async (runId: string, group: Waiting[]): Promise<void> => {
    let known = runs.newestTold(runId)
    for (let open = group; open.length > 0;)
      try {
        const state = known ?? (await whileAway(awayMaxMs, () => runs.loadState(runId)))
        known = undefined
        open = refuseIn(state, open)
        if (open.length === 0) return
        // What the database may have lost on its way down is written again; what it kept is told by the fence.
        const next = await whileAway(awayMaxMs, () =>
          inTransaction(control, (tx) => writeGroup({ runId, state, group: open }, tx)),
        )
        runs.keep(runId, next)
        for (const one of open) one.resolve('committed')
        return
      } catch (error) {
        if (error instanceof Missed) continue
        if (!(error instanceof Fenced)) {
          await spoil(runId, open, error)
          return
        }
        const { ends } = error
        for (const { entry, resolve } of open) resolveIf(ends.get(entry), resolve)
        open = open.filter(({ entry }) => !ends.has(entry))
      }
  }

  /** One bad write does not spoil the group: each goes alone, and only the bad one is told. */
  const spoil = async (runId: string, group: Waiting[], error: unknown): Promise<void> => {
    if (group.length === 1 || isDatabaseAway(error)) for (const one of group) one.reject(error)
    else for (const one of group) await commitGroup(runId, [one])
  }

  const writeGroup = async ({ runId, state, group }: Group, tx: Tx): Promise<RunState> => {
    const { session } = tx
    const entries = group.map((one) => one.entry)
    const next = await runs.append(runId, { state, list: entries.map(eventOf) }, session)
    if (!next) throw new Missed()
    const finishes = entries.filter(isFinish)
    if (finishes.length > 0) await endSteps(finishes, tx)
    const together = togetherWrites(control.db, session)
    await settle(entries, { ...tx, together })
    for (const { write } of finishes) if (write) await write({ ...tx, together })
    await together.flush()
    return next
  }

  /** Whatever was settled by somebody else is not told by this transaction. */
  const settle = async (entries: readonly Entry[], tx: Tx): Promise<void> => {
    const late = new Map<Entry, Committed>()
    for (const entry of entries) if (!isFinish(entry) && !(await entry.settles(tx))) late.set(entry, 'lost')
    if (late.size > 0) throw new Fenced(late)
  }

  const endSteps = async (finishes: Finish[], tx: Tx): Promise<void> => {
    const { session } = tx
    const at = new Date()
    const written = await steps.bulkWrite(
      finishes.map(({ claim, event, outcome, error }) => ({
        updateOne: {
          filter: { _id: claim.id, fence: claim.fence, state: 'running' as const },
          update: {
            $set: { state: stateAfter(event), lease: null, endedAt: at, outcome, error },
            ...(event.type === 'postponed' ? { $inc: { errors: 1 } } : {}),
          },
        },
      })),
      { session },
    )
    if (written.matchedCount < finishes.length) throw new Fenced(await fencedOff(finishes, at, tx))
  }

  /** Those of the group that this transaction may not write: the fence moved on, or they stand already (the answer to an earlier commit was lost). */
  const fencedOff = async (finishes: Finish[], at: Date, { session }: Tx): Promise<Ends> => {
    const ids = finishes.map((finish) => finish.claim.id)
    const options = { session, projection: { fence: 1, state: 1, endedAt: 1 } }
    const known = new Map((await steps.find({ _id: { $in: ids } }, options).toArray()).map((step) => [step._id, step]))
    const ends = new Map<Entry, Committed>()
    for (const finish of finishes) {
      const { claim, event } = finish
      const step = known.get(claim.id)
      const ours = step?.fence === claim.fence && step.state === stateAfter(event)
      if (!ours) ends.set(finish, 'lost')
      else if (step.endedAt?.getTime() !== at.getTime()) ends.set(finish, 'committed')
    }
    return ends
  }

  return (entry: Entry): Promise<Committed> => {
    const queue = queues.get(entry.runId) ?? []
    // Told twice before it is written, it is written once: in one group it would wait for itself.
    const twin = queue.find((one) => isSame(one.entry, entry))
    if (twin) return twin.answer
    const waiting = waitingFor(entry)
    queue.push(waiting)
    queues.set(entry.runId, queue)
    drain(entry.runId).catch(waiting.reject)
    return waiting.answer
  }
}

/** Nothing is asked for in a run that was cancelled: whoever would wait there is told so, the others go on. */
const refuseIn = ({ stage }: RunState, group: Waiting[]): Waiting[] => {
  if (stage !== 'cancelling' && stage !== 'cancelled') return group
  const wouldWait = ({ entry }: Waiting) => isFinish(entry) && entry.event.type === 'waiting'
  for (const one of group) if (wouldWait(one)) one.resolve('refused')
  return group.filter((one) => !wouldWait(one))
}

const isFinish = (entry: Entry): entry is Finish => 'claim' in entry

const eventOf = (entry: Entry): RunEvent => (isFinish(entry) ? entry.event : { type: 'settled', key: entry.key })

const isSame = (one: Entry, other: Entry): boolean => {
  if (isFinish(one)) return isFinish(other) && one.claim.id === other.claim.id && one.claim.fence === other.claim.fence
  return !isFinish(other) && one.key === other.key
}

const waitingFor = (entry: Entry): Waiting => {
  const told = {} as Pick<Waiting, 'resolve' | 'reject'>
  const answer = new Promise<Committed>((resolve, reject) => Object.assign(told, { resolve, reject }))
  return { entry, answer, ...told }
}

const groupMax = 50
/** After a commit the next waits so long for company: what one commit set off comes together, and a lone finish never waits. */
const gatherMs = 4
/** So long a finish waits for the database to come back. */
const awayMaxMs = 60_000
const take = (queues: Map<string, Waiting[]>, runId: string): Waiting[] => {
  const queue = queues.get(runId) ?? []
  const group = queue.splice(0, groupMax)
  if (queue.length === 0) queues.delete(runId)
  return group
}

const resolveIf = (end: Committed | undefined, resolve: Waiting['resolve']): void => {
  if (end) resolve(end)
}

const stateAfter = (event: Finish['event']): StepDocument['state'] => {
  switch (event.type) {
    case 'done':
      return 'done'
    case 'waiting':
      return 'waiting'
    case 'again':
      return 'again'
    case 'postponed':
      return 'ready'
    case 'failed':
      return 'failed'
    case 'died':
      return 'dead'
  }
}
