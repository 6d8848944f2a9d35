import type { ControlDb } from './controlDb'
import { textCollection } from './controlDb'
import type { Owner } from './owner'

type Presence = { _id: Owner; at: Date }

/** Which workers are there. Collection `workers`; who was not heard for an hour is forgotten by the next that says so. */
export const presenceStore = (control: ControlDb) => {
  const workers = textCollection<Presence>(control.db, 'workers')
  return {
    async sayHere(owner: Owner): Promise<void> {
      await workers.updateOne({ _id: owner }, [{ $set: { at: '$$NOW' } }], { upsert: true })
      await workers.deleteMany({ at: { $lt: new Date(Date.now() - 3_600_000) } })
    },
    async leave(owner: Owner): Promise<void> {
      await workers.deleteOne({ _id: owner })
    },
    async latest(): Promise<Presence | null> {
      return workers.findOne({}, { sort: { at: -1 } })
    },
  }
}
