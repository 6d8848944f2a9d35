import { MongoBulkWriteError, type ClientSession, type Document } from 'mongodb'
import type { ErrorStory } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import type { Ask } from '@/domain/run/runState'
import { ignoreDuplicate, textCollection, type ControlDb } from './controlDb'
import { inGroups } from './inGroups'
import { isGone, type Owner } from './owner'

/** A claim on one take of one step. `_id` = run:node:take. */
export type StepDocument = {
  _id: string
  runId: string
  node: number
  take: number
  step: string
  state: 'ready' | 'running' | 'waiting' | 'done' | 'again' | 'failed' | 'dead'
  fence: number
  lease: { owner: Owner; until: Date } | null
  /** Errors and crashes since a person last started or resumed the run. */
  errors: number
  crashes: number
  startedAt: Date | null
  endedAt: Date | null
  /** Result id (resultsStore), generation key or next take, as recorded. */
  outcome: Record<string, unknown> | null
  error: ErrorStory | null
  /** Who had it last; stays when it has ended. */
  worker?: Owner
}

/** `again`: somebody had this step before; whoever claims it looks first whether it may still start. */
export type Claim = {
  id: string
  ask: Ask
  fence: number
  crashes: number
  errors: number
  again: boolean
  /** What it was parked on when it ended last. */
  waitedFor?: string
}

export const stepId = ({ runId, node, take }: Ask): string => `${runId}:${String(node)}:${String(take)}`

export type StepsStore = ReturnType<typeof stepsStore>

/** So many steps are remembered as claimed before: which of two questions is asked first hangs on it, nothing else. */
const hadMost = 10_000
type Wanted = { ask: Ask; step: string }

/** Somebody has those already; the others were written. */
const onlyDuplicates = (error: unknown): { upsertedIds: Record<number, unknown> } => {
  if (!(error instanceof MongoBulkWriteError)) throw error
  const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  if (errors.some(({ code }) => code !== 11000)) throw error
  return error.result
}

const claimOf = (ask: Ask, { fence, crashes, errors }: Pick<StepDocument, 'fence' | 'crashes' | 'errors'>): Claim => ({
  id: stepId(ask),
  ask,
  fence,
  crashes,
  errors,
  again: false,
})

/** Claims are a compare-and-set with a fence and a short lease by the server's clock; nothing here decides order. */
export const stepsStore = (control: ControlDb, owner: Owner, leaseMs: number = limits.leaseMs) => {
  const steps = textCollection<StepDocument>(control.db, 'steps')
  const until = { $add: ['$$NOW', leaseMs] }
  /** A program that lives has not crashed: its own claim comes back to it when the answer to it was lost. */
  const isCrash = { $and: [{ $eq: ['$state', 'running'] }, { $ne: ['$lease.owner', owner] }] }
  const taken = (ask: Ask, step: string) => ({
    runId: ask.runId,
    node: ask.node,
    take: ask.take,
    step,
    crashes: { $add: [{ $ifNull: ['$crashes', 0] }, { $cond: [isCrash, 1, 0] }] },
    errors: { $ifNull: ['$errors', 0] },
    fence: { $add: [{ $ifNull: ['$fence', 0] }, 1] },
    state: 'running',
    lease: { owner, until },
    worker: owner,
    startedAt: '$$NOW',
  })
  const options = { returnDocument: 'after' as const, projection: { fence: 1, crashes: 1, errors: 1, outcome: 1 } }
  const free = {
    $or: [
      { state: { $in: ['ready', 'waiting'] as const } },
      { state: 'running' as const, 'lease.owner': owner },
      { state: 'running' as const, $expr: { $lt: ['$lease.until', '$$NOW'] } },
    ],
  }
  const claimAgain = async (ask: Ask, step: string): Promise<Claim | null> => {
    const found = await steps.findOneAndUpdate({ _id: stepId(ask), ...free }, [{ $set: taken(ask, step) }], options)
    if (!found) return null
    const waited = found.outcome?.['waiting']
    return { ...claimOf(ask, found), again: true, ...(typeof waited === 'string' ? { waitedFor: waited } : {}) }
  }
  /** An upsert may not look at the clock, so a step nobody has touched is claimed apart from one that is free again. */
  const claimFresh = async (ask: Ask, step: string): Promise<Claim | null> => {
    const untouched = { _id: stepId(ask), state: { $exists: false } }
    const found = await steps
      .findOneAndUpdate(untouched, [{ $set: taken(ask, step) }], { ...options, upsert: true })
      .catch(ignoreDuplicate)
    return found && claimOf(ask, found)
  }
  /** Many at a time in one command: what it made new is claimed, and only that. */
  const claimsFresh = inGroups<Wanted, Claim | null>(50, async (wanted) => {
    const [first] = wanted
    if (wanted.length === 1 && first) return [await claimFresh(first.ask, first.step)]
    const ops = wanted.map(({ ask, step }) => {
      const filter: Document = { _id: stepId(ask), state: { $exists: false } }
      return { updateOne: { filter, update: [{ $set: taken(ask, step) }], upsert: true } }
    })
    const { upsertedIds } = await steps.bulkWrite(ops, { ordered: false }).catch(onlyDuplicates)
    return wanted.map(({ ask }, i) =>
      upsertedIds[i] === undefined ? null : claimOf(ask, { fence: 1, crashes: 0, errors: 0 }),
    )
  })
  /** Steps this program has had; the newest. */
  const had = new Set<string>()
  const remember = (id: string): void => {
    had.delete(id)
    had.add(id)
    for (const oldest of had) if (had.size > hadMost) had.delete(oldest)
  }
  return {
    /**
     * The claim, or null when somebody else has it or it is over. A lease of another program that ran out counts as a
     * crash. Whoever asks must not have the step in flight already.
     */
    async claim(ask: Ask, step: string): Promise<Claim | null> {
      const id = stepId(ask)
      const first = had.has(id) ? await claimAgain(ask, step) : null
      const claim = first ?? (await claimsFresh({ ask, step })) ?? (had.has(id) ? null : await claimAgain(ask, step))
      remember(id)
      return claim
    },

    /** Renews the leases of these claims and answers which are lost. Two commands however many. */
    async renew(claims: readonly Claim[]): Promise<Claim[]> {
      if (claims.length === 0) return []
      const mine = { $or: claims.map(({ id, fence }) => ({ _id: id, fence })), state: 'running' as const }
      const renewed = await steps.updateMany(mine, [{ $set: { 'lease.until': until } }])
      if (renewed.matchedCount === claims.length) return []
      const held = await steps.find(mine, { projection: { fence: 1 } }).toArray()
      return claims.filter(({ id, fence }) => !held.some((step) => step._id === id && step.fence === fence))
    },

    /** Gives a claim back unfinished (shutdown, cancel): not a crash, anybody may take it at once. */
    async giveBack(claim: Claim): Promise<void> {
      await steps.updateOne(
        { _id: claim.id, fence: claim.fence, state: 'running' },
        { $set: { state: 'ready', lease: null } },
      )
    },

    /** Ends leases held by processes of this machine that are gone; each counts as a crash. */
    async freeDead(): Promise<number> {
      const owners = (await steps.distinct('lease.owner', {
        state: 'running',
        'lease.owner': { $type: 'string' },
      })) as string[]
      const gone = owners.filter((held) => isGone(held, owner))
      if (gone.length === 0) return 0
      const freed = await steps.updateMany({ state: 'running', 'lease.owner': { $in: gone } }, [
        { $set: { 'lease.until': new Date(0) } },
      ])
      return freed.modifiedCount
    },

    async inFlight(runId: string): Promise<number> {
      return steps.countDocuments({ runId, state: 'running', $expr: { $gte: ['$lease.until', '$$NOW'] } })
    },

    /**
     * A person resumed the run: errors and crashes count from here. In the transaction that records it, so that no step
     * fails in between and is ready in the run but not free here.
     */
    async forgive(runId: string, session: ClientSession): Promise<void> {
      const state = { $cond: [{ $in: ['$state', ['failed', 'dead']] }, 'ready', '$state'] }
      await steps.updateMany(
        { runId, state: { $in: ['ready', 'running', 'waiting', 'failed', 'dead'] } },
        [{ $set: { errors: 0, crashes: 0, state } }],
        { session },
      )
    },

    async of(runId: string): Promise<StepDocument[]> {
      const list = await steps.find({ runId }).sort({ node: 1, take: 1 }).toArray()
      // one that has not ended yet has no such fields
      return list.map((step) => Object.assign({ endedAt: null, error: null }, step))
    },

    /** The finished ones among these nodes, in plan order. */
    async doneAmong(runId: string, nodes: readonly number[]): Promise<StepDocument[]> {
      return steps
        .find({ runId, node: { $in: [...nodes] }, state: 'done' })
        .sort({ node: 1 })
        .toArray()
    },
  }
}
