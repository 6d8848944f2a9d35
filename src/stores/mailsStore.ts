import type { ObjectId, UpdateFilter } from 'mongodb'
import { ulid } from 'ulid'
import { ignoreDuplicate, inTransaction, textCollection, type ControlDb } from './controlDb'
import type { NoticeRow } from './noticesStore'

/**
 * One mail to one person, with every notification that was due when it was made up. `open`: not over yet; a person has
 * one such mail at most. `unsure`: how often nobody knows whether the server took it.
 */
export type MailRow = {
  _id: string
  person: ObjectId
  state: 'open' | 'sending' | 'sent' | 'failed'
  open: boolean
  /** When it is tried next; while it is sent, until when whoever sends it has it. */
  dueAt: Date
  tries: number
  unsure: number
  error: string | null
  at: Date
  sentAt: Date | null
}
export type MailsStore = ReturnType<typeof mailsStore>

/** Mails to people: made up, sent and settled by conditional writes, so that two workers never send the same one. */
export const mailsStore = (control: ControlDb) => {
  const { db } = control
  const mails = textCollection<MailRow>(db, 'mails')
  const notices = textCollection<NoticeRow>(db, 'notifications')

  /** Only whoever took it settles it, and once. */
  const settle = async ({ _id, tries }: MailRow, update: UpdateFilter<MailRow>): Promise<boolean> =>
    (await mails.updateOne({ _id, tries, state: 'sending' }, update)).modifiedCount === 1

  const makeUp = async (person: ObjectId): Promise<void> => {
    const at = new Date()
    const mail: MailRow = { _id: ulid(), person, state: 'open', open: true, dueAt: at, tries: 0, unsure: 0, error: null, at, sentAt: null }
    await inTransaction(control, async ({ session }) => {
      await mails.insertOne(mail, { session })
      await notices.updateMany({ person, mail: 'due' }, { $set: { mail: mail._id } }, { session })
    }).catch(ignoreDuplicate) // another worker makes one up for this person
  }

  return {
    /** Makes up a mail for each person something is due for, unless they had one within `quietMs`: then it waits for the digest. */
    async gather(quietMs: number): Promise<void> {
      const people = await notices.distinct('person', { mail: 'due' })
      for (const person of people) {
        const since = new Date(Date.now() - quietMs)
        if (!(await mails.findOne({ person, $or: [{ open: true }, { at: { $gt: since } }] }, { projection: { _id: 1 } }))) await makeUp(person)
      }
    },
    /** Takes a mail that is due for `leaseMs`. One that whoever had it did not settle is taken again, as unsure. */
    async take(leaseMs: number): Promise<MailRow | null> {
      return mails.findOneAndUpdate(
        { open: true, $expr: { $lte: ['$dueAt', '$$NOW'] } },
        [
          {
            $set: {
              unsure: { $add: ['$unsure', { $cond: [{ $eq: ['$state', 'sending'] }, 1, 0] }] },
              state: 'sending',
              tries: { $add: ['$tries', 1] },
              dueAt: { $add: ['$$NOW', leaseMs] },
            },
          },
        ],
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      )
    },
    async noticesOf({ _id }: MailRow): Promise<NoticeRow[]> {
      return notices.find({ mail: _id }).sort({ createdAt: 1 }).limit(200).toArray()
    },
    async sent(mail: MailRow): Promise<boolean> {
      return settle(mail, { $set: { state: 'sent', open: false, sentAt: new Date(), error: null } })
    },
    /** Not taken: again in `inMs`. `unsure`: nobody knows whether it was. */
    async later(mail: MailRow, { inMs, error, unsure }: { inMs: number; error: string; unsure: boolean }): Promise<boolean> {
      const set = { state: 'open' as const, dueAt: new Date(Date.now() + inMs), error }
      return settle(mail, { $set: set, $inc: { unsure: unsure ? 1 : 0 } })
    },
    async failed(mail: MailRow, error: string): Promise<boolean> {
      return settle(mail, { $set: { state: 'failed', open: false, error } })
    },
  }
} // prettier-ignore
