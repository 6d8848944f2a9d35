import type { ErrorStory } from '@/domain/errors/StudioError'
import type { RunEvent } from '@/domain/run/runEvent'
import type { RunState } from '@/domain/run/runState'
import { inTransaction, textCollection, type ControlDb, type Tx } from './controlDb'
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

/** `lost`: the fence had moved on; nothing of this finish was written. */
export type Committed = 'committed' | 'lost'

type Waiting = { finish: Finish; resolve: (is: Committed) => void; reject: (error: unknown) => void }

class Missed extends Error {}
class Fenced extends Error {
  readonly ids: ReadonlySet<string>
  constructor(ids: ReadonlySet<string>) {
    super('the fence moved on')
    this.ids = ids
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
      for (let group = take(queues, runId); group.length > 0; group = take(queues, runId))
        await commitGroup(runId, group)
    } finally {
      busy.delete(runId)
    }
  }

  const commitGroup = async (runId: string, group: Waiting[]): Promise<void> => {
    let open = group
    while (open.length > 0) {
      try {
        const state = await runs.loadState(runId)
        const next = await inTransaction(control, (tx) => writeGroup(runId, state, open, tx))
        runs.keep(runId, next)
        for (const one of open) one.resolve('committed')
        return
      } catch (error) {
        if (error instanceof Missed) continue
        if (error instanceof Fenced) {
          for (const one of open) if (error.ids.has(one.finish.claim.id)) one.resolve('lost')
          open = open.filter((one) => !error.ids.has(one.finish.claim.id))
        } else if (open.length > 1) {
          for (const one of open) await commitGroup(runId, [one]) // find the one that spoils the group
          return
        } else {
          open[0]?.reject(error)
          return
        }
      }
    }
  }

  const writeGroup = async (runId: string, state: RunState, group: Waiting[], tx: Tx): Promise<RunState> => {
    const { session } = tx
    const finishes = group.map((one) => one.finish)
    const next = await runs.append(
      runId,
      state,
      finishes.map((finish) => finish.event),
      session,
    )
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
    for (const { write } of finishes) if (write) await write(tx)
    return next
  }

  const fencedOff = async (finishes: Finish[], at: Date, { session }: Tx): Promise<ReadonlySet<string>> => {
    const ids = finishes.map((finish) => finish.claim.id)
    const held = await steps.find({ _id: { $in: ids }, endedAt: at }, { session, projection: { fence: 1 } }).toArray()
    const fences = new Map(held.map((step) => [step._id, step.fence]))
    return new Set(finishes.filter(({ claim }) => fences.get(claim.id) !== claim.fence).map(({ claim }) => claim.id))
  }

  return (finish: Finish): Promise<Committed> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(finish.runId) ?? []
      queue.push({ finish, resolve, reject })
      queues.set(finish.runId, queue)
      drain(finish.runId).catch(reject)
    })
}

export type CommitFinishes = ReturnType<typeof commitFinishes>

const groupMax = 50
const take = (queues: Map<string, Waiting[]>, runId: string): Waiting[] => {
  const queue = queues.get(runId) ?? []
  const group = queue.splice(0, groupMax)
  if (queue.length === 0) queues.delete(runId)
  return group
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
