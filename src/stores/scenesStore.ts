import { ObjectId, type ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import type { ControlDb } from './controlDb'

type Placed = {
  _id: ObjectId
  project: ObjectId
  sequenceNumber: number
  clipName?: string
  archived?: boolean
  rev?: number
}
/** A scene that gets another number. */
export type SceneMove = { id: string; clipName: string; from: number; to: number }

/** Where the scenes of a film stand, read and written as numbers only. */
export const scenesStore = ({ db }: ControlDb) => {
  const scenes = db.collection<Placed>('scenes')
  const outbox = db.collection<{ _id: string }>('outbox')
  const movesOf = async (ids: readonly string[], session?: ClientSession) => {
    const order = ids.flatMap((id) => (isId(id) ? [new ObjectId(id)] : []))
    const standing = await scenes
      .find({ _id: { $in: order } }, { projection: { sequenceNumber: 1, clipName: 1, rev: 1 }, ...(session ? { session } : {}) })
      .toArray()
    const known = new Map(standing.map((one) => [one._id.toHexString(), one]))
    return ids.flatMap((id, at) => {
      const one = known.get(id)
      if (!one || one.sequenceNumber === at + 1) return []
      return [{ id: one._id, clipName: one.clipName ?? '', from: one.sequenceNumber, to: at + 1, rev: (one.rev ?? 0) + 1 }]
    })
  }
  return {
    /** Ids of the scenes that are filmed, in the order of the film. */
    async inOrder(projectId: string, session?: ClientSession): Promise<string[]> {
      const found = await scenes
        .find({ project: new ObjectId(projectId), archived: { $ne: true } }, { projection: { _id: 1 }, ...(session ? { session } : {}) })
        .sort({ sequenceNumber: 1, _id: 1 })
        .toArray()
      return found.map(({ _id }) => _id.toHexString())
    },

    /** Clip names of these scenes, in the order of the film; archived ones, too. */
    async named(ids: readonly string[]): Promise<{ id: string; clip: string }[]> {
      const found = await scenes
        .find({ _id: { $in: ids.filter(isId).map((id) => new ObjectId(id)) } }, { projection: { clipName: 1 } })
        .sort({ sequenceNumber: 1 })
        .toArray()
      return found.map(({ _id, clipName }) => ({ id: _id.toHexString(), clip: clipName ?? '' }))
    },

    /** Which of these scenes would get another number, were they numbered 1, 2, 3 … in this order. */
    async moves(ids: readonly string[]): Promise<SceneMove[]> {
      return (await movesOf(ids)).map(toldMove)
    },

    /** Numbers these scenes 1, 2, 3 … in this order, in the caller's transaction; each that moves counts its revision and is carried to the qualified database. Answers which moved. */
    async renumber(ids: readonly string[], session: ClientSession): Promise<SceneMove[]> {
      const moved = await movesOf(ids, session)
      if (moved.length === 0) return []
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
      return moved.map(toldMove)
    },
  }
} // prettier-ignore

/** A piece that is still to be made has a name and no id yet. */
const isId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id)
const toldMove = ({ id, clipName, from, to }: Omit<SceneMove, 'id'> & { id: ObjectId }): SceneMove => ({
  id: id.toHexString(),
  clipName,
  from,
  to,
})
