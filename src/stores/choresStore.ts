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
      // one that is there and not due is not matched, and cannot be inserted again
      const taken = await chores.updateOne({ _id: chore, $expr: isDue }, now, { upsert: true }).catch(ignoreDuplicate)
      return taken !== null && taken.modifiedCount + taken.upsertedCount > 0
    },
    async done(chore: Chore): Promise<void> {
      await chores.updateOne({ _id: chore }, [{ $set: { doneAt: '$$NOW' } }], { upsert: true })
    },
    async lastDone(chore: Chore): Promise<Date | null> {
      return (await chores.findOne({ _id: chore }))?.doneAt ?? null
    },
  }
}
