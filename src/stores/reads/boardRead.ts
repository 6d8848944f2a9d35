import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { controlDb } from '../controlDb'

/** A scene as the board and the table show it; a few hundred bytes, so that 2,000 of them travel at once. */
export type BoardScene = {
  id: string
  /** Its place in the film, from 1. */
  number: number
  clip: string
  /** Of the screenplay: "12A". */
  scene: string
  heading: string
  title: string
  seconds: number
  people: string[]
  status: SceneStatus
  locked: boolean
  /** Why it no longer fits; empty when it does. */
  stale: string[]
  verdict: string | null
  overruled: boolean
  /** Below /api/media/file; null before the first picture. */
  picture: string | null
  takes: number
  error: string | null
}

type Row = Omit<BoardScene, 'id'> & { _id: ObjectId }

/** The scenes of one project in film order, with where each stands. Whoever asks has checked that it may be seen. */
export const boardRead = async (payload: Payload, project: string): Promise<BoardScene[]> => {
  const { db } = controlDb(payload)
  const rows = await db
    .collection('scenes')
    .aggregate<Row>([
      { $match: { project: new ObjectId(project), archived: { $ne: true } } },
      { $sort: { sequenceNumber: 1 } },
      { $project: { sequenceNumber: 1, clipName: 1, sceneNumber: 1, heading: 1, title: 1, durationS: 1, locked: 1, charactersPresent: 1 } },
      { $lookup: { from: 'scene-states', localField: '_id', foreignField: 'scene', as: 'state', pipeline: [{ $project: stateFields }] } },
      { $set: { state: { $first: '$state' } } },
      { $lookup: { from: 'media', localField: 'state.composite', foreignField: '_id', as: 'file', pipeline: [{ $project: { filename: 1 } }] } },
      { $project: shown },
    ])
    .toArray() // prettier-ignore
  return rows.map(({ _id, ...row }) => ({ ...row, id: _id.toHexString() }))
}

const stateFields = {
  status: 1, stale: 1, 'staleReasons.reason': 1, verdict: 1, 'overrule.reason': 1, composite: 1, chosenTake: 1, actualDurationS: 1, 'error.what': 1, takes: { $size: { $ifNull: ['$takes', []] } },
} // prettier-ignore

const or = (path: string, other: unknown) => ({ $ifNull: [path, { $literal: other }] })
const shown = {
  number: '$sequenceNumber',
  clip: or('$clipName', ''),
  scene: or('$sceneNumber', ''),
  heading: or('$heading', ''),
  title: or('$title', ''),
  seconds: { $ifNull: ['$state.actualDurationS', '$durationS', 0] },
  people: or('$charactersPresent', []),
  status: or('$state.status', 'draft'),
  locked: { $eq: ['$locked', true] },
  stale: { $cond: [{ $eq: ['$state.stale', true] }, or('$state.staleReasons.reason', []), []] },
  verdict: or('$state.verdict', null),
  overruled: { $gt: ['$state.overrule.reason', ''] },
  picture: { $ifNull: [{ $first: '$file.filename' }, null] },
  takes: or('$state.takes', 0),
  error: or('$state.error.what', null),
}
