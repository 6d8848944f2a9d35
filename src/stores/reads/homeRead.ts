import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import { controlDb, textCollection } from '../controlDb'
import type { PaidGeneration } from '../paid/paidGeneration'
import type { RunDocument } from '../runsStore'

/** How many scenes of a project stand where; archived ones are not counted. */
export type SceneTally = { total: number; done: number; working: number; failed: number; stale: number; decide: number }
export type LiveRun = Pick<RunDocument, '_id' | 'kind' | 'state' | 'progress' | 'startedAt'> & { project: string }
export type OpenDecision = { id: string; project: string; what: string; nanodollars: number; since: Date }
/** Whole nanodollars. */
export type MoneyTally = { spent: number; reserved: number; atRisk: number }

const working = ['generating_composite', 'verifying_composite', 'generating_video', 'extracting_last_frame']
const decided = ['awaiting_approval', 'needs_review']
const liveStates = ['pending', 'running', 'cancelling'] as const
const count = (is: unknown) => ({ $sum: { $cond: [is, 1, 0] } })
const objectIds = (ids: readonly string[]) => ids.map((id) => new ObjectId(id))

/** What the first page shows of these projects; whoever asks has checked that they may be seen. */
export const homeRead = (payload: Payload) => {
  const { db } = controlDb(payload)
  const runs = textCollection<RunDocument>(db, 'runs')
  const generations = textCollection<PaidGeneration>(db, 'generations')
  return {
    async scenes(projects: readonly string[]): Promise<Map<string, SceneTally>> {
      const rows = await db
        .collection('scenes')
        .aggregate<SceneTally & { _id: ObjectId }>([
          { $match: { project: { $in: objectIds(projects) }, archived: { $ne: true } } },
          { $lookup: { from: 'scene-states', localField: '_id', foreignField: 'scene', as: 'state', pipeline: [{ $project: { status: 1, stale: 1 } }] } },
          { $set: { state: { $first: '$state' } } },
          {
            $group: {
              _id: '$project',
              total: { $sum: 1 },
              done: count({ $eq: ['$state.status', 'completed'] }),
              working: count({ $in: ['$state.status', working] }),
              failed: count({ $eq: ['$state.status', 'failed'] }),
              stale: count({ $eq: ['$state.stale', true] }),
              decide: count({ $in: ['$state.status', decided] }),
            },
          },
        ])
        .toArray() // prettier-ignore
      return new Map(rows.map(({ _id, ...tally }) => [_id.toHexString(), tally]))
    },

    async live(projects: readonly string[]): Promise<LiveRun[]> {
      const found = await runs
        .find({ project: { $in: objectIds(projects) }, state: { $in: [...liveStates] } })
        .project<Pick<RunDocument, '_id' | 'kind' | 'state' | 'progress' | 'startedAt' | 'project'>>({ kind: 1, state: 1, progress: 1, startedAt: 1, project: 1 })
        .sort({ createdAt: -1 })
        .limit(20)
        .toArray() // prettier-ignore
      return found.map((run) => ({ ...run, project: run.project.toHexString() }))
    },

    /** The newest run of each project that stands failed. */
    async failed(projects: readonly string[]): Promise<{ id: string; project: string; kind: RunDocument['kind']; what: string; at: Date }[]> {
      const rows = await runs
        .aggregate<Pick<RunDocument, 'kind' | 'state' | 'error' | 'endedAt' | 'updatedAt'> & { _id: ObjectId; run: string }>([
          { $match: { project: { $in: objectIds(projects) } } },
          { $sort: { createdAt: -1 } },
          { $group: { _id: '$project', run: { $first: '$_id' }, kind: { $first: '$kind' }, state: { $first: '$state' }, error: { $first: '$error' }, endedAt: { $first: '$endedAt' }, updatedAt: { $first: '$updatedAt' } } },
          { $match: { state: 'failed' } },
        ])
        .toArray()
      return rows.map(({ _id, run, kind, error, endedAt, updatedAt }) => ({ id: run, project: _id.toHexString(), kind, what: error?.what ?? '', at: endedAt ?? updatedAt }))
    }, // prettier-ignore

    /** Calls nobody knows the end of and a person is asked about now, the oldest first. */
    async decisions(projects: readonly string[]): Promise<OpenDecision[]> {
      const found = await generations
        .find({ project: { $in: objectIds(projects) }, state: 'DECIDE', $nor: [{ quietUntil: { $gt: new Date() } }] })
        .project<Pick<PaidGeneration, '_id' | 'project' | 'what' | 'priceNanodollars' | 'createdAt'>>({ project: 1, what: 1, priceNanodollars: 1, createdAt: 1 })
        .sort({ createdAt: 1 })
        .limit(50)
        .toArray()
      return found.map(({ _id: id, project, what, priceNanodollars: nanodollars, createdAt: since }) => ({ id, project: project.toHexString(), what, nanodollars, since }))
    }, // prettier-ignore

    /** What was billed for calls since then, and what is held back and at risk now. */
    async money(projects: readonly string[], since: Date): Promise<MoneyTally> {
      const mine = { project: { $in: objectIds(projects) } }
      const unknown = { state: { $in: ['UNKNOWN', 'DECIDE'] as const } }
      const [spent, risk, held] = await Promise.all([
        generations.aggregate<{ sum: number }>([{ $match: { ...mine, createdAt: { $gte: since }, billedNanodollars: { $gt: 0 } } }, { $group: { _id: null, sum: { $sum: '$billedNanodollars' } } }]).toArray(),
        generations.aggregate<{ sum: number }>([{ $match: { ...mine, ...unknown } }, { $group: { _id: null, sum: { $sum: '$priceNanodollars' } } }]).toArray(),
        textCollection<{ reserved?: number }>(db, 'budget').find({ _id: { $in: [...projects] } }).toArray(),
      ]) // prettier-ignore
      const reserved = held.reduce((sum, one) => sum + (one.reserved ?? 0), 0)
      return { spent: spent[0]?.sum ?? 0, reserved, atRisk: risk[0]?.sum ?? 0 }
    },
  }
}
