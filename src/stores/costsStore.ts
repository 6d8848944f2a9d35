import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import type { GenerationDocument } from './generationsStore'

/** What the ledger can be added up by. */
export const costKeys = ['run', 'scene', 'department', 'model', 'day'] as const
export type CostKey = (typeof costKeys)[number] | 'project'
/**
 * `key` '' for calls that belong to no scene, or to no run: free ones are asked for by many. `parts`: what was spent of it
 * by department, where anything was. Whole nanodollars.
 */
export type CostRow = {
  key: string
  calls: number
  spent: number
  atRisk: number
  parts: { department: string; spent: number }[]
}
export type LedgerRow = Pick<
  GenerationDocument,
  '_id' | 'what' | 'department' | 'provider' | 'model' | 'take' | 'state' | 'priceNanodollars' | 'billedNanodollars'
> & { scene: string; at: Date }

/** As the quote names it, also on records that were written under another word. */
const department = {
  $switch: {
    branches: [
      { case: { $eq: ['$department', 'camera'] }, then: 'animation' },
      { case: { $and: [{ $eq: ['$department', 'continuity'] }, { $eq: ['$paid', true] }] }, then: 'judges' },
    ],
    default: '$department',
  },
}

const groups: Record<CostKey, unknown> = {
  // who asked first paid; the others found it there
  run: { $ifNull: [{ $arrayElemAt: ['$waiters', 0] }, ''] },
  scene: { $ifNull: [{ $toString: '$scene' }, ''] },
  department,
  model: '$model',
  project: { $toString: '$project' },
  day: { $dateToString: { date: '$createdAt', format: '%Y-%m-%d' } },
}

/** A call nobody knows the end of may have cost its price. */
const isUnknown = { $in: ['$state', ['UNKNOWN', 'DECIDE']] }
const isUnbooked = { $and: [{ $eq: ['$mayBeCharged', true] }, { $eq: ['$booked', 'none'] }] }
const risk = { $cond: [{ $or: [isUnknown, isUnbooked] }, '$priceNanodollars', 0] }

const ledgerFields = {
  what: 1, department, provider: 1, model: 1, take: 1, state: 1, priceNanodollars: 1, billedNanodollars: 1, scene: 1, createdAt: 1,
} // prettier-ignore

/** What a project's calls have cost, read from the ledger. */
export const costsStore = (control: ControlDb) => {
  const generations = textCollection<GenerationDocument>(control.db, 'generations')
  return {
    /** Of one project, or of several together. */
    async by(projects: string | readonly string[], key: CostKey): Promise<CostRow[]> {
      const ids = [projects].flat().map((id) => new ObjectId(id))
      return generations
        .aggregate<CostRow>([
          { $match: { project: { $in: ids } } },
          {
            $group: {
              _id: { key: groups[key], department },
              calls: { $sum: 1 },
              spent: { $sum: '$billedNanodollars' },
              atRisk: { $sum: risk },
            },
          },
          { $sort: { '_id.department': 1 } },
          {
            $group: {
              _id: '$_id.key',
              calls: { $sum: '$calls' },
              spent: { $sum: '$spent' },
              atRisk: { $sum: '$atRisk' },
              parts: { $push: { department: '$_id.department', spent: '$spent' } },
            },
          },
          { $set: { parts: { $filter: { input: '$parts', cond: { $gt: ['$$this.spent', 0] } } } } },
          { $sort: { spent: -1, _id: 1 } },
          { $project: { _id: 0, key: '$_id', calls: 1, spent: 1, atRisk: 1, parts: 1 } },
        ])
        .toArray()
    },

    /** Every call, oldest first, a piece at a time. */
    async *ledger(projectId: string): AsyncGenerator<LedgerRow> {
      const found = generations.aggregate<
        Omit<LedgerRow, 'scene' | 'at'> & Pick<GenerationDocument, 'scene' | 'createdAt'>
      >([
        { $match: { project: new ObjectId(projectId) } },
        { $project: ledgerFields },
        { $sort: { createdAt: 1, _id: 1 } },
      ])
      for await (const { scene, createdAt, ...row } of found)
        yield { ...row, scene: scene?.toHexString() ?? '', at: createdAt }
    },
  }
}
