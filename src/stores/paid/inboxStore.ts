import { Binary, type ChangeStreamDocument } from 'mongodb'
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
/** So long only the program that sent a call applies its callbacks. */
const firstSayMs = 2000

export type InboxStore = ReturnType<typeof inboxStore>

/** Callbacks whose signature or token held, kept raw, once for each news. */
export const inboxStore = (control: ControlDb) => {
  const inbox = textCollection<InboxRow>(control.db, 'inbox')
  return {
    /** One insert. The same news told again is the same row. */
    async keep({ dedupeKey, raw, ...rest }: Arrived): Promise<void> {
      const at = new Date()
      const dueAt = new Date(at.getTime() + firstSayMs)
      const _id = `${rest.provider}:${dedupeKey}${rest.attempt === null ? '' : `:${rest.attempt}`}`
      const row: InboxRow = { _id, ...rest, raw: new Binary(raw), at, dueAt, end: null, tries: 0 }
      await inbox.insertOne(row).catch(ignoreDuplicate)
    },
    /** Takes a row that is due, for `holdMs`. Null: somebody was quicker. */
    async take({ _id, dueAt }: InboxRow, holdMs: number): Promise<InboxRow | null> {
      return inbox.findOneAndUpdate(
        { _id, dueAt },
        [{ $set: { dueAt: { $add: ['$$NOW', holdMs] }, tries: { $add: ['$tries', 1] } } }],
        { returnDocument: 'after' },
      )
    },
    /**
     * Calls `onRow` with each that comes, until `signal` aborts, in every program: who sent the call has a moment to
     * apply it before it is due for all. What nobody applied is found as due.
     */
    watch(onRow: (row: InboxRow) => void, signal: AbortSignal): void {
      const onChange = (change: ChangeStreamDocument<InboxRow>) => {
        if (change.operationType === 'insert') onRow(change.fullDocument)
      }
      watchCollection(inbox, { pipeline: [{ $match: { operationType: 'insert' } }], onChange, signal })
    },
    /** What became of it; `again`: it is looked at once more then. */
    async ended(row: InboxRow, end: string, again: Date | null = null): Promise<void> {
      await inbox.updateOne({ _id: row._id }, { $set: { end, dueAt: again } })
    },
    /** The same for many with the same end. */
    async allEnded(ids: readonly string[], end: string): Promise<void> {
      await inbox.updateMany({ _id: { $in: [...ids] } }, { $set: { end, dueAt: null } })
    },
  }
}
