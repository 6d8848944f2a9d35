import { ignoreDuplicate, textCollection, type ControlDb } from './controlDb'

/** What is done now and then by one of all workers. */
export type Chore = 'reconcileBills'
type ChoreDocument = { begunAt: Date; doneAt?: Date }
export type ChoresStore = ReturnType<typeof choresStore>

/** When each was begun and done last, so that many workers and restarts do it no more often. Collection `chores`. */
export const choresStore = (control: ControlDb) => {
  const chores = textCollection<ChoreDocument>(control.db, 'chores')
  return {
    /** True for the one who shall do it now: it was not begun within `everyMs`, by the clock of the database. */
    async begin(chore: Chore, everyMs: number): Promise<boolean> {
      const isDue = { $lte: ['$begunAt', { $subtract: ['$$NOW', everyMs] }] }
      const now = [{ $set: { begunAt: '$$NOW' } }]
      // an upsert may not look at the clock, so one that nobody has ever begun is made apart
      const fresh = await chores
        .updateOne({ _id: chore, begunAt: { $exists: false } }, now, { upsert: true })
        .catch(ignoreDuplicate)
      if (fresh !== null) return true
      return (await chores.updateOne({ _id: chore, $expr: isDue }, now)).modifiedCount > 0
    },
    async done(chore: Chore): Promise<void> {
      await chores.updateOne({ _id: chore }, [{ $set: { doneAt: '$$NOW' } }], { upsert: true })
    },
    async lastDone(chore: Chore): Promise<Date | null> {
      return (await chores.findOne({ _id: chore }))?.doneAt ?? null
    },
  }
}
