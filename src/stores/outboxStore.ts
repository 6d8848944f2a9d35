import type { ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import { textCollection, type ControlDb } from './controlDb'
import { isGone, type Owner } from './owner'
import { watchCollection } from './watchCollection'

/** A thing somebody must still do, written in the transaction that caused it. */
export type OutboxRow = {
  _id: string
  job: string
  data: Record<string, unknown>
  state: 'open' | 'done' | 'failed'
  tries: number
  notBefore: Date
  /** Who has taken it. */
  by?: Owner | null
  error?: string
  at: Date
}

type When = { session?: ClientSession; notBefore?: Date }

export type OutboxStore = ReturnType<typeof outboxStore>

/** `owner`: who takes rows with it; null for who only writes them. */
export const outboxStore = (control: ControlDb, owner: Owner | null = null) => {
  const outbox = textCollection<OutboxRow>(control.db, 'outbox')
  return {
    /** `notBefore`: when it is due; at once where nothing is said. */
    async add(job: string, data: Record<string, unknown>, when: ClientSession | When = {}): Promise<string> {
      const { session, notBefore = new Date(0) }: When = 'withTransaction' in when ? { session: when } : when
      const row: OutboxRow = { _id: ulid(), job, data, state: 'open', tries: 0, notBefore, at: new Date() }
      await outbox.insertOne(row, session ? { session } : {})
      return row._id
    },
    /** Takes the oldest open row for `holdMs`; another worker sees it again when that ran out. */
    async take(holdMs: number): Promise<OutboxRow | null> {
      return outbox.findOneAndUpdate(
        { state: 'open', $expr: { $lt: ['$notBefore', '$$NOW'] } },
        [{ $set: { notBefore: { $add: ['$$NOW', holdMs] }, tries: { $add: ['$tries', 1] }, by: owner } }],
        { sort: { _id: 1 }, returnDocument: 'after' },
      )
    },
    async done(row: OutboxRow): Promise<void> {
      await outbox.deleteOne({ _id: row._id })
    },
    async failed(row: OutboxRow, error: string, again: boolean): Promise<void> {
      await outbox.updateOne(
        { _id: row._id },
        {
          $set: {
            error,
            by: null,
            ...(again
              ? { notBefore: new Date(Date.now() + 1000 * 2 ** Math.min(row.tries, 6)) }
              : { state: 'failed' as const }),
          },
        },
      )
    },
    /** What programs of this machine that are gone had taken is to be done now. */
    async freeDead(): Promise<void> {
      const taken = await outbox.distinct('by', { state: 'open', by: { $type: 'string' } })
      const gone = taken.flatMap((by) => (by && owner && isGone(by, owner) ? [by] : []))
      if (gone.length > 0)
        await outbox.updateMany({ state: 'open', by: { $in: gone } }, { $set: { notBefore: new Date(0), by: null } })
    },
    /** How much is to be done now; what is due only later does not count. */
    async open(): Promise<number> {
      const begun = [{ tries: { $gt: 0 } }, { $expr: { $lt: ['$notBefore', '$$NOW'] } }]
      return outbox.countDocuments({ state: 'open', $or: begun })
    },
    /** Whether one of these jobs is still to be done for a project, or for all. */
    async waitsFor(project: string, jobs: readonly string[]): Promise<boolean> {
      const of = { 'data.project': { $in: [project, null] } }
      return (await outbox.findOne({ state: { $ne: 'done' }, job: { $in: [...jobs] }, ...of }, { projection: { _id: 1 } })) !== null
    }, // prettier-ignore
    /** Calls `onRow` whenever a row is committed, until `signal` aborts. Polling is the caller's backstop. */
    watch(onRow: () => void, signal: AbortSignal): void {
      watchCollection(outbox, { pipeline: [{ $match: { operationType: 'insert' } }], onChange: onRow, signal })
    },
  }
}
