import { ObjectId, type ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import type { ControlDb } from './controlDb'

type Placed = { _id: ObjectId; project: ObjectId; sequenceNumber: number; archived?: boolean; rev?: number }

/** Where the scenes of a film stand, read and written as numbers only. */
export const scenesStore = ({ db }: ControlDb) => {
  const scenes = db.collection<Placed>('scenes')
  const outbox = db.collection<{ _id: string }>('outbox')
  return {
    /** Ids of the scenes that are filmed, in the order of the film. */
    async inOrder(projectId: string, session?: ClientSession): Promise<string[]> {
      const found = await scenes
        .find({ project: new ObjectId(projectId), archived: { $ne: true } }, { projection: { _id: 1 }, ...(session ? { session } : {}) })
        .sort({ sequenceNumber: 1, _id: 1 })
        .toArray()
      return found.map(({ _id }) => _id.toHexString())
    },

    /** Numbers these scenes 1, 2, 3 … in this order, in the caller's transaction; each that moves counts its revision and is carried to the qualified database. Answers how many moved. */
    async renumber(ids: readonly string[], session: ClientSession): Promise<number> {
      const order = ids.map((id) => new ObjectId(id))
      const standing = await scenes.find({ _id: { $in: order } }, { projection: { sequenceNumber: 1, rev: 1 }, session }).toArray()
      const known = new Map(standing.map((one) => [one._id.toHexString(), one]))
      const moved = ids.flatMap((id, at) => {
        const one = known.get(id)
        return one && one.sequenceNumber !== at + 1 ? [{ id: one._id, to: at + 1, rev: (one.rev ?? 0) + 1 }] : []
      })
      if (moved.length === 0) return 0
      await scenes.bulkWrite(
        moved.map(({ id, to, rev }) => ({ updateOne: { filter: { _id: id }, update: { $set: { sequenceNumber: to, rev, updatedAt: new Date() } } } })),
        { session },
      )
      const at = new Date()
      await outbox.insertMany(
        moved.map(({ id, rev }) => ({
          _id: ulid(), job: 'syncQualified', data: { collection: 'scenes', id: id.toHexString(), rev }, state: 'open', tries: 0, notBefore: new Date(0), at,
        })),
        { session },
      )
      return moved.length
    },
  }
} // prettier-ignore
