import type { ClientSession, Db } from 'mongodb'
import { StudioError } from '@/domain/errors/StudioError'
import { isDuplicateKey, textCollection } from './controlDb'

/** `countdown`: gathering ends at that time; every write before it moves it. */
type Lock = {
  _id: string
  locked: boolean
  writes: number
  lockedAt?: Date
  countdown?: Countdown | null
}
export type Countdown = { runId: string; at: Date }

/** The lock document of a gather database. */
export const lockOf = (db: Db) => textCollection<Lock>(db, 'lock')

/** Counts a write on the lock document, so that it meets whoever locks meanwhile. Answers the countdown that runs. */
export const passLock = async (db: Db, session: ClientSession): Promise<Countdown | null> => {
  const lock = lockOf(db)
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
    throw locked()
  }
}

/** Refuses early what the lock would refuse anyway; only `passLock` is sure. */
export const refuseLocked = async (db: Db): Promise<void> => {
  if ((await lockOf(db).findOne({ _id: 'lock' }))?.locked) throw locked()
}

const locked = () =>
  new StudioError({
    code: 'GATHER_LOCKED',
    what: 'The gathered material cannot be changed now.',
    why: 'It was locked when the project was qualified.',
    fix: 'Reopen gather on the project, change the entry, then generate the qualified data again.',
  })
