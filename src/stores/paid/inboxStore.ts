import { Binary } from 'mongodb'
import { ignoreDuplicate, textCollection, type ControlDb } from '../controlDb'
import { watchCollection } from '../watchCollection'

/** A callback as it came. `key` and `attempt` are from our token; null: it named a request of ours or of nobody. */
export type InboxRow = {
  _id: string
  provider: string
  requestId: string
  key: string | null
  attempt: string | null
  raw: Binary
  headers: Record<string, string>
  at: Date
  /** When it is looked at next; null: applied, or set aside for good. */
  dueAt: Date | null
  /** What became of it. */
  end: string | null
  tries: number
}
export type Arrived = Pick<InboxRow, 'provider' | 'requestId' | 'key' | 'attempt' | 'headers'> & {
  dedupeKey: string
  raw: Buffer
}
export type InboxStore = ReturnType<typeof inboxStore>

/** Callbacks whose signature or token held, kept raw, once for each news. */
export const inboxStore = (control: ControlDb) => {
  const inbox = textCollection<InboxRow>(control.db, 'inbox')
  return {
    /** One insert. The same news told again is the same row. */
    async keep({ dedupeKey, raw, ...rest }: Arrived): Promise<void> {
      const at = new Date()
      const _id = `${rest.provider}:${dedupeKey}${rest.attempt === null ? '' : `:${rest.attempt}`}`
      const row: InboxRow = { _id, ...rest, raw: new Binary(raw), at, dueAt: at, end: null, tries: 0 }
      await inbox.insertOne(row).catch(ignoreDuplicate)
    },
    /** The oldest of these providers that is not applied, for `holdMs`. */
    async take(holdMs: number, providers: readonly string[]): Promise<InboxRow | null> {
      return inbox.findOneAndUpdate(
        { provider: { $in: [...providers] }, dueAt: { $type: 'date' }, $expr: { $lte: ['$dueAt', '$$NOW'] } },
        [{ $set: { dueAt: { $add: ['$$NOW', holdMs] }, tries: { $add: ['$tries', 1] } } }],
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      )
    },
    /** Calls `onRow` when one came, until `signal` aborts. Polling is the caller's backstop. */
    watch(onRow: () => void, signal: AbortSignal): void {
      watchCollection(inbox, { pipeline: [{ $match: { operationType: 'insert' } }, { $project: { _id: 1 } }], onChange: onRow, signal }) // prettier-ignore
    },
    /** What became of it; `again`: it is looked at once more then. */
    async ended(row: InboxRow, end: string, again: Date | null = null): Promise<void> {
      await inbox.updateOne({ _id: row._id }, { $set: { end, dueAt: again } })
    },
  }
}
