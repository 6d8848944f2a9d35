import type { ControlDb } from '../controlDb'
import type { InboxRow } from './inboxStore'
import type { PaidGeneration } from './paidGeneration'

type Found = { call: PaidGeneration } | { row: InboxRow }
/** What somebody must look at now. `waiting`: intents that may be sent, best rank first, of every project some. */
export type DueNow = { calls: PaidGeneration[]; waiting: PaidGeneration[]; rows: InboxRow[] }
type Asked = { providers: readonly PaidGeneration['provider'][]; calls: number; waiting: number }

const open = ['SUBMITTING', 'SUBMITTED', 'CANCELLING', 'UNKNOWN', 'DECIDE', 'DONE'] as const
const isDue = { dueAt: { $type: 'date' as const }, $expr: { $lte: ['$dueAt', '$$NOW'] } }

/** All that is due of these providers, in one command however much it is; at most so many of each kind. */
export const dueNow = async ({ db }: Pick<ControlDb, 'db'>, asked: Asked): Promise<DueNow> => {
  const provider = { provider: { $in: [...asked.providers] } }
  const turn = { $count: {}, window: { documents: ['unbounded', 'current'] } }
  const waiting = [
    { $match: { paid: true, ...provider, state: 'INTENT', ...isDue } },
    { $project: { project: 1, rank: 1, createdAt: 1 } },
    // a project with many of them must not hide the others, who may have places at another account
    { $setWindowFields: { partitionBy: '$project', sortBy: { rank: -1, createdAt: 1 }, output: { turn } } },
    { $match: { turn: { $lte: asked.waiting } } },
    { $sort: { turn: 1, rank: -1, createdAt: 1 } },
    { $limit: asked.waiting },
    { $sort: { rank: -1, createdAt: 1 } },
    { $lookup: { from: 'generations', localField: '_id', foreignField: '_id', as: 'call' } },
    { $project: { _id: 0, call: { $first: '$call' } } },
  ]
  const rows = [
    { $match: { ...provider, ...isDue } },
    { $sort: { dueAt: 1 } },
    { $limit: asked.calls },
    { $project: { _id: 0, row: '$$ROOT' } },
  ]
  const found = await db
    .collection('generations')
    .aggregate<Found>([
      { $match: { paid: true, ...provider, state: { $in: open }, ...isDue } },
      { $sort: { dueAt: 1 } },
      { $limit: asked.calls },
      { $project: { _id: 0, call: '$$ROOT' } },
      { $unionWith: { coll: 'generations', pipeline: waiting } },
      { $unionWith: { coll: 'inbox', pipeline: rows } },
    ])
    .toArray()
  const calls = found.flatMap((one) => ('call' in one ? [one.call] : []))
  return {
    calls: calls.filter(({ state }) => state !== 'INTENT'),
    waiting: calls.filter(({ state }) => state === 'INTENT'),
    rows: found.flatMap((one) => ('row' in one ? [one.row] : [])),
  }
}
