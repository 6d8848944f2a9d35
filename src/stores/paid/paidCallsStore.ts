import type { ClientSession, Document, UpdateFilter } from 'mongodb'
import { isSettled, paidMoves, waitingKey, type Evidence, type PaidWriter } from '@/domain/generation/paidMoves'
import type { GenerationStatus } from '@/domain/generation/generationStatus'
import { textCollection, type ControlDb, type Tx } from '../controlDb'
import { isGone, type Owner } from '../owner'
import { inGroups } from '../inGroups'
import type { OutboxStore } from '../outboxStore'
import type { Decision, PaidGeneration } from './paidGeneration'
import { recentCalls } from './recentCalls'

export type PaidCallsStore = ReturnType<typeof paidCallsStore>
export type Change = {
  set?: Partial<PaidGeneration>
  push?: Partial<Record<'submits' | 'decisions' | 'evidence', unknown>>
  inc?: Partial<Record<'fence' | 'round' | 'badFetches' | 'refusals', number>>
}
/** Not while it is sent: whether its POST went out nobody knows before its lease is over. */
const lookedAfter = ['SUBMITTED', 'CANCELLING', 'UNKNOWN', 'DECIDE', 'DONE'] as const
export type Step = { evidence: Evidence; by: PaidWriter } & Change
/** One move, as its update was made. */
export type MovedCall = { from: PaidGeneration; to: PaidGeneration; evidence: Evidence; by: PaidWriter }
/** `owner`: who looks after calls with it, null for who only reads and records. `onMove` hears of every move this program makes. */
type Looking = { owner?: Owner | null; onMove?: (moved: MovedCall) => void }
type Within = { session?: ClientSession }

/**
 * The states of paid calls. Every move is one conditional update on `{ _id, state, fence }`, made from `paidMoves`;
 * who answers null was not the first and stops. A call that settles tells every run that waits, in the same transaction.
 */
export const paidCallsStore = (control: ControlDb, outbox: OutboxStore, { owner = null, onMove }: Looking = {}) => {
  const calls = textCollection<PaidGeneration>(control.db, 'generations')
  const recent = recentCalls()

  /** Null: not allowed from here, or somebody was quicker. */
  const move = async (
    from: PaidGeneration,
    { evidence, by, ...change }: Step,
    { session }: Within = {},
  ): Promise<PaidGeneration | null> => {
    const next = paidMoves[from.state][evidence]
    if (!next?.by.includes(by) || (evidence === 'reopened' && from.mayBeCharged)) return null
    const to = await calls.findOneAndUpdate(
      { _id: from._id, state: from.state, fence: from.fence },
      updateOf(next.to, { ...change, inc: { ...change.inc, ...reopens(from.state, next.to) } }),
      { returnDocument: 'after', ...(session ? { session } : {}) },
    )
    // what a transaction writes may still be taken back
    if (to && !session) recent.keep(to)
    if (to) onMove?.({ from, to, evidence, by })
    return to
  }

  const find = inGroups<string, PaidGeneration | null>(50, async (keys) => {
    const found = await calls.find({ _id: { $in: [...keys] }, paid: true }).toArray()
    const known = new Map(found.map((call) => [call._id, call]))
    return keys.map((key) => known.get(key) ?? null)
  })

  /** Every run that waits, but the one that is told in another way. */
  const tellWaiting = async (call: PaidGeneration, session: ClientSession, but?: string): Promise<void> => {
    const key = waitingKey({ key: call._id, round: call.round })
    for (const runId of call.waiters) if (runId !== but) await outbox.add('settleGeneration', { runId, key }, session)
  }

  /** Who comes to wait for what is over already is told at once. */
  const tellIfOver = async (
    { _id: key, state, round: now }: PaidGeneration,
    { runId, round }: { runId: string; round: number },
    session: ClientSession,
  ): Promise<void> => {
    const isOver = isSettled(state) || now !== round
    if (isOver) await outbox.add('settleGeneration', { runId, key: waitingKey({ key, round }) }, session)
  }

  return {
    calls,
    move,
    tellWaiting,
    find,
    byRequest: async (provider: string, requestId: string): Promise<PaidGeneration | null> =>
      calls.findOne({ provider: provider as PaidGeneration['provider'], requestId, paid: true }),

    /** Transaction A, in the finish of the step: the intent, or one run more that waits for the call that stands. */
    async attach(intent: PaidGeneration, runId: string, { session, together }: Tx): Promise<void> {
      const { waiters: _none, ...fresh } = intent
      if (together) {
        const update = { $setOnInsert: fresh, $addToSet: { waiters: runId } }
        const filter: Document = { _id: intent._id }
        together.add('generations', { updateOne: { filter, update, upsert: true } }, async (isNew) => {
          const stood = isNew ? null : await calls.findOne({ _id: intent._id }, { session })
          if (stood) await tellIfOver(stood, { runId, round: intent.round }, session)
        })
        return
      }
      const stands = await calls.findOneAndUpdate(
        { _id: intent._id },
        { $setOnInsert: fresh, $addToSet: { waiters: runId } },
        { upsert: true, returnDocument: 'after', session },
      )
      if (stands) await tellIfOver(stands, { runId, round: intent.round }, session)
    },

    /** Surely not charged and wanted again: the same key goes on, for the project that wants it now. In the finish of the step that parks on it. */
    async reopen(call: PaidGeneration, runId: string, { session }: Tx): Promise<void> {
      const { accounts, project, scene } = call
      const set = {
        error: null,
        errorClass: null,
        dueAt: new Date(),
        cancelAsked: false,
        refusals: 0,
        waiters: [],
        accounts,
        project,
        scene,
      }
      await move(call, { evidence: 'reopened', by: 'step', set }, { session }) // or somebody was quicker
      const stands = await calls.findOneAndUpdate(
        { _id: call._id },
        { $addToSet: { waiters: runId } },
        { returnDocument: 'after', session },
      )
      if (stands) await tellIfOver(stands, { runId, round: call.round + 1 }, session)
    },

    /** What this program itself moved last; maybe not the newest, so that a move from it may match nothing. */
    recall: recent.find,
    remember: recent.keep,
    /** Takes a call that is due: nobody else gets it before `dueAt`. Null: somebody was quicker. */
    async take({ _id, state, fence, dueAt: was }: PaidGeneration, dueAt: Date): Promise<PaidGeneration | null> {
      return calls.findOneAndUpdate(
        { _id, state, fence, dueAt: was },
        { $set: { dueAt, takenBy: owner } },
        { returnDocument: 'after' },
      )
    },
    /** A person waits: it is looked at now, and asked about no more before `until`, where they say one. */
    async wait({ _id, state, fence }: PaidGeneration, decision: Decision): Promise<void> {
      const set = { dueAt: new Date(), quietUntil: decision.until ?? null }
      await calls.updateOne({ _id, state, fence }, updateOf(state, { set, push: { decisions: decision } }))
    },
    /** Looks at it again then, if it still stands where it stood and nobody put it off meanwhile. */
    async postpone(call: PaidGeneration, dueAt: Date | null, change: Change = {}): Promise<void> {
      await calls.updateOne(
        { _id: call._id, state: call.state, fence: call.fence, quietUntil: call.quietUntil ?? null },
        updateOf(call.state, { ...change, set: { ...change.set, dueAt } }),
      )
    },

    /** Who takes calls with this. */
    owner,
    /** What programs of this machine that are gone had taken is due now. */
    async freeDead(): Promise<void> {
      const looked = { paid: true as const, state: { $in: [...lookedAfter] } }
      const taken = await calls.distinct('takenBy', { ...looked, takenBy: { $type: 'string' } })
      const gone = taken.flatMap((by) => (by && owner && isGone(by, owner) ? [by] : []))
      if (gone.length > 0)
        await calls.updateMany({ ...looked, takenBy: { $in: gone } }, { $set: { dueAt: new Date(), takenBy: null } })
    },
    /** What this program has taken is due now, but what it is at: it may not know of all since the database was away. */
    async freeOwn(but: readonly string[]): Promise<void> {
      if (owner === null) return
      const mine = { paid: true as const, state: { $in: [...lookedAfter] }, takenBy: owner, _id: { $nin: [...but] } }
      await calls.updateMany({ ...mine, dueAt: { $type: 'date' } }, { $set: { dueAt: new Date(), takenBy: null } })
    },
    /** How many calls each project has under way. */
    async underWay(): Promise<Map<string, number>> {
      const busy = await calls
        .aggregate<{ _id: string; calls: number }>([
          { $match: { paid: true, state: { $in: ['SUBMITTING', 'SUBMITTED', 'CANCELLING'] } } },
          { $group: { _id: { $toString: '$project' }, calls: { $sum: 1 } } },
        ])
        .toArray()
      return new Map(busy.map(({ _id, calls: n }) => [_id, n]))
    },
    /** Requests of the same endpoint that belong to other calls. */
    async requestsOf({ _id, provider, endpoint }: PaidGeneration, since: Date): Promise<Set<string>> {
      const known = { provider, endpoint, requestId: { $type: 'string' as const }, submittedAt: { $gte: since } }
      return new Set((await calls.distinct('requestId', { ...known, _id: { $ne: _id } })).flatMap((id) => id ?? []))
    },
    /** Another call sent the very same body and has a request nobody knows, also of before it was sent again: one that is listed may be its. */
    async hasTwin({ _id, provider, endpoint, sentHash }: PaidGeneration, since: Date): Promise<boolean> {
      if (sentHash === null) return false
      const none = { submittedAt: { $gte: since }, requestId: { $exists: false } }
      const lost = [
        { ...none, state: { $in: ['SUBMITTING', 'UNKNOWN', 'DECIDE'] as const } },
        { ...none, mayBeCharged: true },
        { 'decisions.action': 'resubmit', 'submits.at': { $gte: since } },
      ]
      const twin = { provider, endpoint, sentHash, $or: lost, _id: { $ne: _id } }
      return (await calls.findOne(twin, { projection: { _id: 1 } })) !== null
    },
    isKnown: async (provider: string, requestId: string): Promise<boolean> =>
      (await calls.findOne(
        { provider: provider as PaidGeneration['provider'], requestId },
        { projection: { _id: 1 } },
      )) !== null,
    /** Of these keys, as steps wait on them, those that are settled. */
    async settledAmong(asked: readonly { key: string; round: number }[]): Promise<Set<string>> {
      const found = await calls
        .find({ _id: { $in: asked.map(({ key }) => key) } }, { projection: { state: 1, round: 1 } })
        .toArray()
      const standing = new Map(found.map((call) => [call._id, call]))
      const over = asked.filter(({ key, round }) => {
        const call = standing.get(key)
        return call && (call.round > round || isSettled(call.state))
      })
      return new Set(over.map(waitingKey))
    },
  }
}

/** A settled call that goes on is another thing to wait for. */
const reopens = (from: GenerationStatus, to: GenerationStatus) =>
  isSettled(from) && !isSettled(to) ? { round: 1 } : {}

const updateOf = (state: GenerationStatus, { set, push, inc }: Change): UpdateFilter<PaidGeneration & { _id: string }> => ({
  $set: { ...set, state, updatedAt: new Date() } as never,
  ...(push && Object.keys(push).length > 0 ? { $push: push as never } : {}),
  ...(inc && Object.keys(inc).length > 0 ? { $inc: inc } : {}),
}) // prettier-ignore
