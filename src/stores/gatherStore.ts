import type { ClientSession, Db } from 'mongodb'
import { ulid } from 'ulid'
import { StudioError } from '@/domain/errors/StudioError'
import { gatherCollections, rawCollections, type RawItem, type RawKind } from '@/domain/gather/rawItem'
import { gatherDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { inTransaction, isDuplicateKey, textCollection, type ControlDb, type Tx } from './controlDb'

export type StoredRawItem = RawItem & { _id: string; createdAt: Date }
type Lock = { _id: string; locked: boolean; writes: number; lockedAt?: Date }
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
      await passLock(db, session)
      return body(db, session)
    })
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

    async isLocked(slug: ProjectSlug): Promise<boolean> {
      return (await textCollection<Lock>(open(slug), 'lock').findOne({ _id: 'lock' }))?.locked === true
    },

    /** Sets the lock in the caller's transaction; the validator follows (`bolt`). */
    async lock(slug: ProjectSlug, { session }: Tx): Promise<void> {
      const set = { $set: { locked: true, lockedAt: new Date() } }
      await textCollection<Lock>(open(slug), 'lock').updateOne({ _id: 'lock' }, set, { upsert: true, session })
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
        { $set: { locked: false } },
        { upsert: true },
      )
      await this.bolt(slug, false)
    },
  }
}

const passLock = async (db: Db, session: ClientSession): Promise<void> => {
  try {
    const lock = textCollection<Lock>(db, 'lock')
    await lock.updateOne(
      { _id: 'lock', locked: { $ne: true } },
      { $set: { locked: false }, $inc: { writes: 1 } },
      { upsert: true, session },
    )
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
