import { ObjectId, type ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import { StudioError, type ErrorStory } from '@/domain/errors/StudioError'
import { advance, initialState } from '@/domain/run/advance'
import type { RunEvent, StoredEvent } from '@/domain/run/runEvent'
import { checkPlan, type RunKind, type RunPlan } from '@/domain/run/runPlan'
import { ended, progressOf, type RunStage, type RunState } from '@/domain/run/runState'
import type { OutboxStore } from './outboxStore'
import { inTransaction, isDuplicateKey, textCollection, type ControlDb } from './controlDb'
import { endingOf } from './runEnding'
import { remember } from './runFolds'
import { watchCollection } from './watchCollection'

/** One press of a button. Collection `runs`, which Payload reads too. */
export type RunDocument = {
  _id: string
  kind: RunKind
  project: ObjectId
  /** Same key and project → same run. */
  key?: string
  state: Exclude<RunStage, 'stopping'>
  seq: number
  definitionVersion: string
  options: Record<string, unknown>
  progress: { done: number; total: number }
  error: ErrorStory | null
  notices: string[]
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  updatedAt: Date
}

export type NewRun = {
  /** Given beforehand by whoever pressed; else made here. */
  id?: string
  kind: RunKind
  projectId: string
  key: string
  plan: RunPlan
  options: Record<string, unknown>
  /** Written in the same transaction as the run. */
  also?: (session: ClientSession) => Promise<unknown>
}
export type RunsStore = ReturnType<typeof runsStore>

/** What the change stream of `runs` tells. */
type Told = { documentKey?: { _id: unknown }; seq?: number }
type PlanDocument = { _id: string; plan: RunPlan }

/** Runs, their unchanging plans, and the fold of their events, kept per process. */
export const runsStore = (control: ControlDb, outbox: OutboxStore) => {
  const { db } = control
  const runs = textCollection<RunDocument>(db, 'runs')
  const plans = textCollection<PlanDocument>(db, 'run_plans')
  const events = db.collection<StoredEvent>('run_events')
  const folds = new Map<string, RunState>()
  /** Runs of which others wrote more than this process has read. */
  const behind = new Set<string>()
  /** Up to which `seq` this process is just writing itself; its change may be told before its commit is answered. */
  const writing = new Map<string, number>()

  /** Never changes, so it is read once. */
  const loadPlan = async (runId: string): Promise<RunPlan> => {
    const known = folds.get(runId)?.plan
    if (known) return known
    const found = await plans.findOne({ _id: runId })
    if (!found) throw noSuchRun(runId)
    remember(folds, runId, initialState(found.plan))
    return found.plan
  }

  /** The newest state: what this process knows plus the events it has not seen. */
  const loadState = async (runId: string): Promise<RunState> => {
    const known = folds.get(runId) ?? initialState(await loadPlan(runId))
    behind.delete(runId)
    writing.delete(runId)
    const newer = await events
      .find({ runId, seq: { $gt: known.seq } })
      .sort({ seq: 1 })
      .toArray()
    const state = newer.length > 0 ? advance(known, ...newer) : known
    remember(folds, runId, state)
    return state
  }

  /** Folds in `list` and stores it with the run, on the `seq` of `state`; null when another worker was quicker. */
  const append = async (
    runId: string,
    { state, list }: { state: RunState; list: RunEvent[] },
    session: ClientSession,
  ): Promise<RunState | null> => {
    const next = advance(state, ...list)
    writing.set(runId, next.seq)
    const at = new Date()
    const over = ended(next.stage) && !ended(state.stage)
    const { notices, ...ending } = endingOf(list)
    const set = {
      ...ending,
      seq: next.seq,
      state: next.stage === 'stopping' ? 'running' : next.stage,
      progress: progressOf(next),
      updatedAt: at,
      ...(ended(next.stage) ? (over ? { endedAt: at } : {}) : { endedAt: null }),
      ...(state.stage === 'pending' ? { startedAt: at } : {}),
    }
    const moved = await runs.updateOne(
      { _id: runId, seq: state.seq },
      { $set: set, ...(notices.length > 0 ? { $push: { notices: { $each: notices } } } : {}) },
      { session },
    )
    if (moved.matchedCount === 0) return null
    await events.insertMany(
      list.map((event, i) => ({ ...event, runId, seq: state.seq + 1 + i, at })),
      { session },
    )
    if (over) await outbox.add('closeRun', { runId }, session)
    return next
  }

  return {
    runs,
    loadPlan,
    loadState,
    append,
    keep: (runId: string, state: RunState): void => {
      remember(folds, runId, state)
      writing.delete(runId)
    },
    /** What this process knows without asking; maybe not the newest. */
    known: (runId: string): RunState | undefined => folds.get(runId),
    /** The same, unless the change stream told of more: whoever writes on it finds out by its `seq` when it is old. */
    newestTold: (runId: string): RunState | undefined => (behind.has(runId) ? undefined : folds.get(runId)),
    forget: (runId: string) => folds.delete(runId),

    /** Stores the run with its plan, or finds the one with the same key. */
    async create(wish: NewRun): Promise<{ runId: string; joined: boolean }> {
      const { id, kind, projectId, key, plan, options, also } = wish
      checkPlan(plan)
      const project = new ObjectId(projectId)
      const now = new Date()
      const _id = id ?? ulid()
      const run: RunDocument = {
        _id, kind, project, key, state: 'pending', seq: 0, definitionVersion: plan.definitionVersion, options,
        progress: { done: 0, total: plan.nodes.length }, error: null, notices: [], createdAt: now, startedAt: null, endedAt: null, updatedAt: now,
      } // prettier-ignore
      try {
        await inTransaction(control, async ({ session }) => {
          await plans.insertOne({ _id, plan }, { session })
          await runs.insertOne(run, { session })
          await also?.(session)
        })
        return { runId: _id, joined: false }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const found = await runs.findOne({ project, key }, { projection: { _id: 1 } })
        if (!found) throw error
        return { runId: found._id, joined: true }
      }
    },

    find: (runId: string): Promise<RunDocument | null> => runs.findOne({ _id: runId }),
    async byKey(projectId: string, key: string): Promise<RunDocument | null> {
      return runs.findOne({ project: new ObjectId(projectId), key })
    },
    /** The one that was made last. */
    async newestOf(projectId: string, kind: RunKind): Promise<RunDocument | null> {
      return runs.findOne({ project: new ObjectId(projectId), kind }, { sort: { createdAt: -1, _id: -1 } })
    },
    async openOf(projectId: string): Promise<RunDocument[]> {
      return runs
        .find({
          project: new ObjectId(projectId),
          state: { $in: ['pending', 'running', 'cancelling', 'failed'] },
        })
        .toArray()
    },
    /** How far these runs are; those that are not there are left out. */
    async standings(runIds: readonly string[]): Promise<Pick<RunDocument, '_id' | 'seq' | 'state'>[]> {
      return runs.find({ _id: { $in: [...runIds] } }, { projection: { seq: 1, state: 1 } }).toArray()
    },
    async active(): Promise<{ _id: string; seq: number }[]> {
      return runs.find({ state: { $in: ['pending', 'running', 'cancelling'] } }, { projection: { seq: 1 } }).toArray()
    },

    /**
     * Adds one event, whoever else writes at the same time; the whole fold is tried again on a miss. `also` is written
     * in the same transaction.
     */
    async record(runId: string, event: RunEvent, also?: (session: ClientSession) => Promise<void>): Promise<RunState> {
      for (;;) {
        const state = await loadState(runId)
        const next = await inTransaction(control, async ({ session }) => {
          const appended = await append(runId, { state, list: [event] }, session)
          if (appended) await also?.(session)
          return appended
        })
        if (next) {
          writing.delete(runId)
          remember(folds, runId, next)
          return next
        }
      }
    },

    async eventsOf(runId: string, afterSeq: number, limit = 1000): Promise<StoredEvent[]> {
      return events
        .find({ runId, seq: { $gt: afterSeq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray()
    },

    /** Calls `onChange` with the id of every run that somebody else wrote, until `signal` aborts. A hint: polling is the backstop. */
    watch(onChange: (runId: string) => void, signal: AbortSignal): void {
      const pipeline = [{ $project: { documentKey: 1, operationType: 1, seq: '$updateDescription.updatedFields.seq' } }]
      const told = ({ documentKey, seq }: Told) => {
        const runId = String(documentKey?._id)
        if (seq !== undefined && seq <= Math.max(folds.get(runId)?.seq ?? -1, writing.get(runId) ?? -1)) return
        if (folds.has(runId)) behind.add(runId)
        onChange(runId)
      }
      watchCollection(runs, { pipeline, onChange: (change) => told(change as Told), signal })
    },
  }
}

const noSuchRun = (runId: string) =>
  new StudioError({
    code: 'RUN_UNKNOWN',
    what: `There is no run ${runId}.`,
    why: 'Its plan is not in the database.',
    fix: 'Look at the list of runs, or start a new one.',
  })
