import { textCollection, ignoreDuplicate, type ControlDb } from './controlDb'

type Turn = { _id: string; until: Date }
export type TurnsStore = ReturnType<typeof turnsStore>

/** Whose turn it is at something only one may do at a time; a turn nobody gave back runs out. */
export const turnsStore = (control: ControlDb) => {
  const turns = textCollection<Turn>(control.db, 'turns')
  return {
    /** Null while somebody else is at it; else how to give the turn back. */
    async take(what: string, forMs: number): Promise<(() => Promise<void>) | null> {
      const until = new Date(Date.now() + forMs)
      const mine = await turns
        .updateOne({ _id: what, until: { $lt: new Date() } }, { $set: { until } }, { upsert: true })
        .catch(ignoreDuplicate)
      if (!mine || mine.matchedCount + mine.upsertedCount === 0) return null
      return async () => {
        await turns.deleteOne({ _id: what, until })
      }
    },
  }
}
