import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { controlDb } from '../controlDb'

/** A scene as it stands beside the screenplay it was made from. */
export type StoryScene = {
  id: string
  clip: string
  /** Of the screenplay: "12A". */
  scene: string
  heading: string
  title: string
  seconds: number
  /** Of the screenplay's text, from 1; null: it came from elsewhere. */
  fromLine: number | null
  toLine: number | null
  status: SceneStatus
  stale: boolean
  locked: boolean
}
type Row = Omit<StoryScene, 'id'> & { _id: ObjectId }

const or = (path: string, other: unknown) => ({ $ifNull: [path, { $literal: other }] })

/** The scenes of one project in film order, with their lines. Whoever asks has checked that it may be seen. */
export const storyRead = async (payload: Payload, project: string): Promise<StoryScene[]> => {
  const { db } = controlDb(payload)
  const rows = await db
    .collection('scenes')
    .aggregate<Row>([
      { $match: { project: new ObjectId(project), archived: { $ne: true } } },
      { $sort: { sequenceNumber: 1 } },
      { $lookup: { from: 'scene-states', localField: '_id', foreignField: 'scene', as: 'state', pipeline: [{ $project: { status: 1, stale: 1 } }] } },
      { $set: { state: { $first: '$state' } } },
      {
        $project: {
          clip: or('$clipName', ''), scene: or('$sceneNumber', ''), heading: or('$heading', ''), title: or('$title', ''),
          seconds: or('$durationS', 0), fromLine: or('$fromLine', null), toLine: or('$toLine', null),
          status: or('$state.status', 'draft'), stale: { $eq: ['$state.stale', true] }, locked: { $eq: ['$locked', true] },
        },
      },
    ])
    .toArray() // prettier-ignore
  return rows.map(({ _id, ...row }) => ({ ...row, id: _id.toHexString() }))
}
