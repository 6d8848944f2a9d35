import type { ClientSession, Db } from 'mongodb'
import { ulid } from 'ulid'
import { StudioError } from '@/domain/errors/StudioError'
import { gatherCollections, rawCollections, type RawItem, type RawKind } from '@/domain/gather/rawItem'
import { gatherDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { inTransaction, isDuplicateKey, textCollection, type ControlDb, type Tx } from './controlDb'
import { restartCountdown } from './press'

export type StoredRawItem = RawItem & { _id: string; createdAt: Date }
/** `countdown`: gathering ends at that time; every write before it moves it. */
type Lock = {
  _id: string
  locked: boolean
  writes: number
  lockedAt?: Date
  countdown?: Countdown | null
}
type Countdown = { runId: string; at: Date }
export type GatherStore = ReturnType<typeof gatherStore>

/**
 * The raw material of one project, in `gather_<slug>`. Every write and delete also writes the lock document in its own
 * transaction, so none can slip past the moment the lock is set.
 */
export const gatherStore = (control: ControlDb) => {
  const open = (slug: ProjectSlug): Db => control.client.db(gatherDatabase(slug))

  const write = async <T>(slug: ProjectSlug, body: (db: Db, session: ClientSession) => Promise<T>): Promise<T> => {
    const db = open(slug)
    return inTransaction(control, async ({ session }) => {
      const countdown = await passLock(db, session)
      if (countdown) await restart(db, countdown.runId, session)
      return body(db, session)
    })
  }

  const restart = async (db: Db, runId: string, session: ClientSession): Promise<void> => {
    const at = await restartCountdown(control, { runId, session })
    const countdown = at && { runId, at }
    await textCollection<Lock>(db, 'lock').updateOne({ _id: 'lock' }, { $set: { countdown } }, { session })
  }

  return {
    /** Adds an entry; one of the same kind and file content is answered instead of added again. Throws GATHER_LOCKED. */
    async add(slug: ProjectSlug, item: RawItem): Promise<StoredRawItem> {
      return write(slug, async (db, session) => {
        const entries = textCollection<StoredRawItem>(db, rawCollections[item.kind])
        const same = item.file
          ? await entries.findOne({ kind: item.kind, 'file.sha256': item.file.sha256 }, { session })
          : null
        if (same) return same
        const stored: StoredRawItem = { _id: ulid(), ...item, createdAt: new Date() }
        await entries.insertOne(stored, { session })
        return stored
      })
    },

    /** Puts this entry in the place of all entries of its kind (an edited file). Throws GATHER_LOCKED. */
    async replace(slug: ProjectSlug, item: RawItem): Promise<StoredRawItem> {
      return write(slug, async (db, session) => {
        const entries = textCollection<StoredRawItem>(db, rawCollections[item.kind])
        await entries.deleteMany({ kind: item.kind }, { session })
        const stored: StoredRawItem = { _id: ulid(), ...item, createdAt: new Date() }
        await entries.insertOne(stored, { session })
        return stored
      })
    },

    /** Takes entries out and puts others in, all or nothing. Throws GATHER_LOCKED. */
    async exchange(
      slug: ProjectSlug,
      { gone, added }: { gone: readonly StoredRawItem[]; added: readonly RawItem[] },
    ): Promise<void> {
      await write(slug, async (db, session) => {
        for (const { kind, _id } of gone)
          await textCollection<StoredRawItem>(db, rawCollections[kind]).deleteOne({ _id }, { session })
        for (const item of added) {
          const stored: StoredRawItem = { _id: ulid(), ...item, createdAt: new Date() }
          await textCollection<StoredRawItem>(db, rawCollections[item.kind]).insertOne(stored, { session })
        }
      })
    },

    async remove(slug: ProjectSlug, kind: RawKind, id: string): Promise<boolean> {
      return write(slug, async (db, session) => {
        const gone = await textCollection<StoredRawItem>(db, rawCollections[kind]).deleteOne({ _id: id }, { session })
        return gone.deletedCount === 1
      })
    },

    async list(slug: ProjectSlug, kind: RawKind): Promise<StoredRawItem[]> {
      return textCollection<StoredRawItem>(open(slug), rawCollections[kind]).find({ kind }).sort({ _id: 1 }).toArray()
    },

    /** Entries of one kind or of all, newest first. `page` counts from 1. */
    async page(
      slug: ProjectSlug,
      { kind, page, limit }: { kind: RawKind | null; page: number; limit: number },
    ): Promise<{ items: StoredRawItem[]; total: number }> {
      const names = kind ? [rawCollections[kind]] : [...new Set(Object.values(rawCollections))]
      const [first = '', ...others] = names
      const entries = open(slug).collection(first)
      const match = kind ? [{ $match: { kind } }] : []
      const all = [...match, ...others.map((coll) => ({ $unionWith: { coll } }))]
      const [counted, items] = await Promise.all([
        entries.aggregate<{ total: number }>([...all, { $count: 'total' }]).toArray(),
        entries
          .aggregate<StoredRawItem>([...all, { $sort: { _id: -1 } }, { $skip: (page - 1) * limit }, { $limit: limit }])
          .toArray(),
      ])
      return { items, total: counted[0]?.total ?? 0 }
    },

    /** Everything gathered, in the order it came. */
    async all(slug: ProjectSlug): Promise<StoredRawItem[]> {
      return (await this.page(slug, { kind: null, page: 1, limit: 100_000 })).items.reverse()
    },

    async isLocked(slug: ProjectSlug): Promise<boolean> {
      return (await textCollection<Lock>(open(slug), 'lock').findOne({ _id: 'lock' }))?.locked === true
    },

    /** Sets the lock in the caller's transaction; the validator follows (`bolt`). */
    async lock(slug: ProjectSlug, { session }: Tx): Promise<void> {
      const set = { $set: { locked: true, lockedAt: new Date(), countdown: null } }
      await textCollection<Lock>(open(slug), 'lock').updateOne({ _id: 'lock' }, set, { upsert: true, session })
    },

    /** Says until when may be gathered; null: no countdown runs any more. Throws GATHER_LOCKED. */
    async countTo(slug: ProjectSlug, countdown: Countdown | null, { session }: Tx): Promise<void> {
      const db = open(slug)
      await passLock(db, session)
      await textCollection<Lock>(db, 'lock').updateOne({ _id: 'lock' }, { $set: { countdown } }, { session })
    },

    /** Second bolt against inserts and updates from elsewhere: a validator that nothing passes. Repeatable. */
    async bolt(slug: ProjectSlug, shut: boolean): Promise<void> {
      const db = open(slug)
      const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name))
      for (const name of gatherCollections) {
        if (!there.has(name)) await db.createCollection(name).catch(ignoreExisting)
        await db.command({ collMod: name, validator: shut ? { $expr: false } : {} })
      }
    },

    async reopen(slug: ProjectSlug): Promise<void> {
      await textCollection<Lock>(open(slug), 'lock').updateOne(
        { _id: 'lock' },
        { $set: { locked: false, countdown: null } },
        { upsert: true },
      )
      await this.bolt(slug, false)
    },
  }
}

/** Counts a write on the lock document, so that it meets whoever locks meanwhile. Answers the countdown that runs. */
const passLock = async (db: Db, session: ClientSession): Promise<Countdown | null> => {
  const lock = textCollection<Lock>(db, 'lock')
  const still = { $or: [{ $not: ['$countdown.at'] }, { $gt: ['$countdown.at', '$$NOW'] }] }
  const passed = await lock.findOneAndUpdate(
    { _id: 'lock', locked: { $ne: true }, $expr: still },
    { $set: { locked: false }, $inc: { writes: 1 } },
    { session, returnDocument: 'after' },
  )
  if (passed) return passed.countdown ?? null
  try {
    await lock.insertOne({ _id: 'lock', locked: false, writes: 1 }, { session })
    return null
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    throw new StudioError({
      code: 'GATHER_LOCKED',
      what: 'The gathered material cannot be changed now.',
      why: 'It was locked when the project was qualified.',
      fix: 'Reopen gather on the project, change the entry, then generate the qualified data again.',
    })
  }
}

const ignoreExisting = (error: unknown): void => {
  if ((error as { codeName?: string }).codeName !== 'NamespaceExists') throw error
}
