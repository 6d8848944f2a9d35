import type { WorkerFigures } from '@/domain/run/workerFigures'
import type { ControlDb } from './controlDb'
import { textCollection } from './controlDb'
import type { Owner } from './owner'

type Presence = { _id: Owner; at: Date; figures?: WorkerFigures }

/** A worker that has not said so for this long is not there. */
const awayMs = 15_000

/** Which workers are there. Collection `workers`; who was not heard for an hour is forgotten by the next that says so. */
export const presenceStore = (control: ControlDb) => {
  const workers = textCollection<Presence>(control.db, 'workers')
  return {
    async sayHere(owner: Owner, figures?: WorkerFigures): Promise<void> {
      const set = { at: '$$NOW', ...(figures ? { figures: { $literal: figures } } : {}) }
      await workers.updateOne({ _id: owner }, [{ $set: set }], { upsert: true })
      await workers.deleteMany({ at: { $lt: new Date(Date.now() - 3_600_000) } })
    },
    async leave(owner: Owner): Promise<void> {
      await workers.deleteOne({ _id: owner })
    },
    /** Who is there, with what they did. */
    async here(): Promise<Presence[]> {
      return workers.find({ at: { $gt: new Date(Date.now() - awayMs) } }).toArray()
    },
    async latest(): Promise<Presence | null> {
      return workers.findOne({}, { sort: { at: -1 } })
    },
  }
}
