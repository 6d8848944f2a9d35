import { textCollection, type ControlDb } from './controlDb'
import type { OutboxRow } from './outboxStore'
import type { RunDocument } from './runsStore'

export type StudioFigures = {
  runs: { state: string; count: number }[]
  stepsInFlight: number
  outbox: { open: number; failed: number; oldestSeconds: number }
  slots: { pool: string; used: number }[]
}

const states: readonly RunDocument['state'][] = ['pending', 'running', 'cancelling', 'succeeded', 'failed', 'cancelled']

/** How much there is to do and how it goes, from indexes only: a studio with a long past answers as fast as a new one. */
export const studioFigures = async ({ db }: ControlDb): Promise<StudioFigures> => {
  const runs = textCollection<RunDocument>(db, 'runs')
  const outbox = textCollection<OutboxRow>(db, 'outbox')
  const due = { state: 'open' as const, notBefore: { $lte: new Date() } }
  const [byState, stepsInFlight, open, failed, oldest, slots] = await Promise.all([
    Promise.all(states.map(async (state) => ({ state, count: await runs.countDocuments({ state }) }))),
    db.collection('steps').countDocuments({ 'lease.owner': { $type: 'string' } }),
    outbox.countDocuments(due),
    outbox.countDocuments({ state: 'failed' }),
    outbox.find(due).sort({ _id: 1 }).limit(1).next(),
    db.collection('slots').aggregate<{ _id: string; used: number }>([
      { $match: { $expr: { $gte: ['$until', '$$NOW'] } } },
      { $group: { _id: '$pool', used: { $sum: 1 } } },
    ]).toArray(),
  ]) // prettier-ignore
  return {
    runs: byState,
    stepsInFlight,
    outbox: { open, failed, oldestSeconds: oldest ? (Date.now() - oldest.at.getTime()) / 1000 : 0 },
    slots: slots.map(({ _id, used }) => ({ pool: _id, used })),
  }
}
