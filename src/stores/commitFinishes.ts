import type { ErrorStory } from '@/domain/errors/StudioError'
import type { RunEvent } from '@/domain/run/runEvent'
import type { RunState } from '@/domain/run/runState'
import { inTransaction, textCollection, type ControlDb, type Tx } from './controlDb'
import { isDatabaseAway, whileAway } from './databaseAway'
import { resultsStore, type ResultDocument } from './resultsStore'
import type { RunsStore } from './runsStore'
import type { Claim, StepDocument } from './stepsStore'

/** How a claimed step ended, and what that means elsewhere: written in the same transaction. */
export type Finish = {
  claim: Claim
  runId: string
  event: Extract<RunEvent, { node: number }>
  outcome: Record<string, unknown> | null
  error: ErrorStory | null
  /** What it gave, to be found again; those of a group are written together. */
  result?: ResultDocument
  /** Database writes only; may be repeated. */
  write: ((tx: Tx) => Promise<void>) | null
}

/** `lost`: the fence had moved on; nothing of this finish was written. */
export type Committed = 'committed' | 'lost'

type Waiting = {
  finish: Finish
  answer: Promise<Committed>
  resolve: (is: Committed) => void
  reject: (error: unknown) => void
}
/** Those of a group whose end is known. */
type Ends = ReadonlyMap<Finish, Committed>

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
  const results = resultsStore(control)

  const drain = async (runId: string): Promise<void> => {
    if (busy.has(runId)) return
    busy.add(runId)
    try {
      for (let group = take(queues, runId); group.length > 0; group = take(queues, runId))
        await commitGroup(runId, group)
    } finally {
      busy.delete(runId)
    }
  }

  const commitGroup = async (runId: string, group: Waiting[]): Promise<void> => {
    for (let open = group; open.length > 0;)
      try {
        // What the database may have lost on its way down is written again; what it kept is told by the fence.
        const next = await whileAway(awayMaxMs, () => commitOnce(runId, open))
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
        for (const { finish, resolve } of open) resolveIf(ends.get(finish), resolve)
        open = open.filter(({ finish }) => !ends.has(finish))
      }
  }

  const commitOnce = async (runId: string, group: Waiting[]): Promise<RunState> => {
    const state = await runs.loadState(runId)
    return inTransaction(control, (tx) => writeGroup({ runId, state, group }, tx))
  }

  /** One bad write does not spoil the group: each goes alone, and only the bad one is told. */
  const spoil = async (runId: string, group: Waiting[], error: unknown): Promise<void> => {
    if (group.length === 1 || isDatabaseAway(error)) for (const one of group) one.reject(error)
    else for (const one of group) await commitGroup(runId, [one])
  }

  const writeGroup = async ({ runId, state, group }: Group, tx: Tx): Promise<RunState> => {
    const { session } = tx
    const finishes = group.map((one) => one.finish)
    const next = await runs.append(runId, { state, list: finishes.map((finish) => finish.event) }, session)
    if (!next) throw new Missed()
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
    await results.putAll(
      finishes.flatMap(({ result }) => result ?? []),
      tx,
    )
    for (const { write } of finishes) if (write) await write(tx)
    return next
  }

  /** Those of the group that this transaction may not write: the fence moved on, or they stand already (the answer to an earlier commit was lost). */
  const fencedOff = async (finishes: Finish[], at: Date, { session }: Tx): Promise<Ends> => {
    const ids = finishes.map((finish) => finish.claim.id)
    const options = { session, projection: { fence: 1, state: 1, endedAt: 1 } }
    const known = new Map((await steps.find({ _id: { $in: ids } }, options).toArray()).map((step) => [step._id, step]))
    const ends = new Map<Finish, Committed>()
    for (const finish of finishes) {
      const { claim, event } = finish
      const step = known.get(claim.id)
      const ours = step?.fence === claim.fence && step.state === stateAfter(event)
      if (!ours) ends.set(finish, 'lost')
      else if (step.endedAt?.getTime() !== at.getTime()) ends.set(finish, 'committed')
    }
    return ends
  }

  return (finish: Finish): Promise<Committed> => {
    const queue = queues.get(finish.runId) ?? []
    // Told twice before it is written, it is written once: in one group it would wait for itself.
    const twin = queue.find((one) => isSame(one.finish.claim, finish.claim))
    if (twin) return twin.answer
    const waiting = waitingFor(finish)
    queue.push(waiting)
    queues.set(finish.runId, queue)
    drain(finish.runId).catch(waiting.reject)
    return waiting.answer
  }
}

const isSame = (one: Claim, other: Claim): boolean => one.id === other.id && one.fence === other.fence

const waitingFor = (finish: Finish): Waiting => {
  const told = {} as Pick<Waiting, 'resolve' | 'reject'>
  const answer = new Promise<Committed>((resolve, reject) => Object.assign(told, { resolve, reject }))
  return { finish, answer, ...told }
}

export type CommitFinishes = ReturnType<typeof commitFinishes>

const groupMax = 50
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
