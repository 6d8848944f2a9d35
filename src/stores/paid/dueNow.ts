import type { ControlDb } from '../controlDb'
import type { InboxRow } from './inboxStore'
import type { PaidGeneration } from './paidGeneration'

type Found = { call: PaidGeneration } | { row: InboxRow }
/** What somebody must look at now. `waiting`: intents that may be sent, best rank first. */
export type DueNow = { calls: PaidGeneration[]; waiting: PaidGeneration[]; rows: InboxRow[] }
type Asked = { providers: readonly PaidGeneration['provider'][]; calls: number; waiting: number }

const open = ['SUBMITTING', 'SUBMITTED', 'CANCELLING', 'UNKNOWN', 'DECIDE', 'DONE'] as const
const isDue = { dueAt: { $type: 'date' as const }, $expr: { $lte: ['$dueAt', '$$NOW'] } }

/** All that is due of these providers, in one command however much it is; at most so many of each kind. */
export const dueNow = async ({ db }: Pick<ControlDb, 'db'>, asked: Asked): Promise<DueNow> => {
  const provider = { provider: { $in: [...asked.providers] } }
  const waiting = [
    { $match: { paid: true, ...provider, state: 'INTENT', ...isDue } },
    { $sort: { rank: -1, createdAt: 1 } },
    { $limit: asked.waiting },
    { $project: { _id: 0, call: '$$ROOT' } },
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
