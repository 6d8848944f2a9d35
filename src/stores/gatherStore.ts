import type { ClientSession, Db } from 'mongodb'
import { monotonicFactory } from 'ulid'
import { gatherCollections, rawCollections, type RawItem, type RawKind } from '@/domain/gather/rawItem'
import { sameEntryText } from '@/domain/gather/sameEntry'
import { gatherDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { inTransaction, textCollection, type ControlDb, type Tx } from './controlDb'
import { lockOf, passLock, refuseLocked, type Countdown } from './gatherLock'
import { pageOfGather, type Asked, type StoredRawItem } from './gatherPages'
import { outboxStore } from './outboxStore'
import { restartCountdown } from './press'
import { sha256Of } from './sha256'

export type GatherStore = ReturnType<typeof gatherStore>

/**
 * The raw material of one project, in `gather_<slug>`. Every write and delete also writes the lock document in its own
 * transaction, so none can slip past the moment the lock is set.
 */
export const gatherStore = (control: ControlDb) => {
  const outbox = outboxStore(control)
  const open = (slug: ProjectSlug): Db => control.client.db(gatherDatabase(slug))

  const write = async <T>(
    slug: ProjectSlug,
    body: (db: Db, session: ClientSession, tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const db = open(slug)
    return inTransaction(control, async (tx) => {
      const countdown = await passLock(db, tx.session)
      if (countdown) await restart(db, countdown.runId, tx.session)
      const done = await body(db, tx.session, tx)
      await markWhatWasMade(slug, tx.session)
      return done
    })
  }

  /** What was made from what is gathered is held against it again, once there is something. */
  const markWhatWasMade = async (slug: ProjectSlug, session: ClientSession): Promise<void> => {
    const qualified = { slug, status: { $ne: 'gathering' } }
    const project = await control.db.collection('projects').findOne(qualified, { projection: { _id: 1 }, session })
    if (project) await outbox.add('markProject', { project: project._id.toHexString() }, { session })
  }

  const restart = async (db: Db, runId: string, session: ClientSession): Promise<void> => {
    const at = await restartCountdown(control, { runId, session })
    const countdown = at && { runId, at }
    await lockOf(db).updateOne({ _id: 'lock' }, { $set: { countdown } }, { session })
  }

  return {
    /**
     * Adds entries, all or none; what is there already is answered instead of added again. `make` is called in the
     * same transaction, maybe more than once. Throws GATHER_LOCKED.
     */
    async addAll(slug: ProjectSlug, make: (tx: Tx) => Promise<readonly RawItem[]>): Promise<StoredRawItem[]> {
      return write(slug, async (db, session, tx) => {
        const stored: StoredRawItem[] = []
        for (const item of await make(tx)) stored.push(await addOne(db, item, session))
        return stored
      })
    },

    /** `addAll` of one. */
    async add(slug: ProjectSlug, item: RawItem): Promise<StoredRawItem> {
      return write(slug, (db, session) => addOne(db, item, session))
    },

    /** Changes an entry; who made it, when and where from stays. Null when it is gone. Throws GATHER_LOCKED. */
    async change(slug: ProjectSlug, { kind, id, by, set }: Change): Promise<StoredRawItem | null> {
      return write(slug, async (db, session) => {
        const entries = textCollection<StoredRawItem>(db, rawCollections[kind])
        const standing = await entries.findOne({ _id: id, kind }, { session })
        if (!standing) return null
        const item = { ...standing, ...set }
        const said = { ...set, key: keyOf(item), updatedAt: new Date(), updatedBy: by }
        return entries.findOneAndUpdate({ _id: id }, { $set: said }, { session, returnDocument: 'after' })
      })
    },

    /** Puts this entry in the place of all entries of its kind (an edited file). Throws GATHER_LOCKED. */
    async replace(slug: ProjectSlug, item: RawItem): Promise<StoredRawItem> {
      return write(slug, async (db, session) => {
        const entries = textCollection<StoredRawItem>(db, rawCollections[item.kind])
        await entries.deleteMany({ kind: item.kind }, { session })
        const stored = newEntry(item)
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
        for (const item of added)
          await textCollection<StoredRawItem>(db, rawCollections[item.kind]).insertOne(newEntry(item), { session })
      })
    },

    async remove(slug: ProjectSlug, kind: RawKind, id: string): Promise<boolean> {
      return write(slug, async (db, session) => {
        const entries = textCollection<StoredRawItem>(db, rawCollections[kind])
        const gone = await entries.deleteOne({ _id: id, kind }, { session })
        return gone.deletedCount === 1
      })
    },

    async list(slug: ProjectSlug, kind: RawKind): Promise<StoredRawItem[]> {
      return textCollection<StoredRawItem>(open(slug), rawCollections[kind]).find({ kind }).sort({ _id: 1 }).toArray()
    },

    /** Entries of one kind or of all, newest first. */
    page: (slug: ProjectSlug, asked: Asked) => pageOfGather(open(slug), asked),

    /** Everything gathered, in the order it came. */
    async all(slug: ProjectSlug): Promise<StoredRawItem[]> {
      return (await pageOfGather(open(slug), { kind: null, page: 1, limit: 100_000 })).items.reverse()
    },

    /** Throws GATHER_LOCKED when it is locked now, before work is done for nothing. */
    refuseLocked: (slug: ProjectSlug) => refuseLocked(open(slug)),

    async isLocked(slug: ProjectSlug): Promise<boolean> {
      return (await lockOf(open(slug)).findOne({ _id: 'lock' }))?.locked === true
    },

    /** Sets the lock in the caller's transaction; the validator follows (`bolt`). */
    async lock(slug: ProjectSlug, { session }: Tx): Promise<void> {
      const set = { $set: { locked: true, lockedAt: new Date(), countdown: null } }
      await lockOf(open(slug)).updateOne({ _id: 'lock' }, set, { upsert: true, session })
    },

    /** Says until when may be gathered; null: no countdown runs any more. Throws GATHER_LOCKED. */
    async countTo(slug: ProjectSlug, countdown: Countdown | null, { session }: Tx): Promise<void> {
      const db = open(slug)
      await passLock(db, session)
      await lockOf(db).updateOne({ _id: 'lock' }, { $set: { countdown } }, { session })
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
      await lockOf(open(slug)).updateOne(
        { _id: 'lock' },
        { $set: { locked: false, countdown: null } },
        { upsert: true },
      )
      await this.bolt(slug, false)
    },
  }
}

/** What may be changed of an entry, and by whom. */
type Change = { kind: RawKind; id: string; by: string; set: Partial<Pick<RawItem, 'title' | 'text' | 'data'>> }

const keyOf = (item: RawItem): string => sha256Of(sameEntryText(item))
const newId = monotonicFactory()
const newEntry = (item: RawItem): StoredRawItem => ({ _id: newId(), ...item, key: keyOf(item), createdAt: new Date() })

/** What was gathered before entries were named by their content is known by its file. */
const addOne = async (db: Db, item: RawItem, session: ClientSession): Promise<StoredRawItem> => {
  const entries = textCollection<StoredRawItem>(db, rawCollections[item.kind])
  const { kind, file } = item
  const before = file && !item.place ? [{ key: { $exists: false }, 'file.sha256': file.sha256 }] : []
  const same = await entries.findOne({ kind, $or: [{ key: keyOf(item) }, ...before] }, { session })
  if (same) return same
  const stored = newEntry(item)
  await entries.insertOne(stored, { session })
  return stored
}

const ignoreExisting = (error: unknown): void => {
  if ((error as { codeName?: string }).codeName !== 'NamespaceExists') throw error
}
