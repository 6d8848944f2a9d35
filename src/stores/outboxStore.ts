import type { ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import { textCollection, type ControlDb } from './controlDb'
import { watchCollection } from './watchCollection'

/** A thing somebody must still do, written in the transaction that caused it. */
export type OutboxRow = {
  _id: string
  job: string
  data: Record<string, unknown>
  state: 'open' | 'done' | 'failed'
  tries: number
  notBefore: Date
  error?: string
  at: Date
}

export type OutboxStore = ReturnType<typeof outboxStore>

export const outboxStore = (control: ControlDb) => {
  const outbox = textCollection<OutboxRow>(control.db, 'outbox')
  return {
    async add(job: string, data: Record<string, unknown>, session?: ClientSession): Promise<string> {
      const at = new Date()
      const row: OutboxRow = { _id: ulid(), job, data, state: 'open', tries: 0, notBefore: new Date(0), at }
      await outbox.insertOne(row, session ? { session } : {})
      return row._id
    },
    /** Takes the oldest open row for `holdMs`; another worker sees it again when that ran out. */
    async take(holdMs: number): Promise<OutboxRow | null> {
      return outbox.findOneAndUpdate(
        { state: 'open', $expr: { $lt: ['$notBefore', '$$NOW'] } },
        [{ $set: { notBefore: { $add: ['$$NOW', holdMs] }, tries: { $add: ['$tries', 1] } } }],
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
            ...(again
              ? { notBefore: new Date(Date.now() + 1000 * 2 ** Math.min(row.tries, 6)) }
              : { state: 'failed' as const }),
          },
        },
      )
    },
    async open(): Promise<number> {
      return outbox.countDocuments({ state: 'open' })
    },
    /** Calls `onRow` whenever a row is committed, until `signal` aborts. Polling is the caller's backstop. */
    watch(onRow: () => void, signal: AbortSignal): void {
      watchCollection(outbox, { pipeline: [{ $match: { operationType: 'insert' } }], onChange: onRow, signal })
    },
  }
}
