import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { controlDb, textCollection } from '../controlDb'
import type { RunDocument } from '../runsStore'

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
  /** Counts its changes: whoever writes says which it has seen. */
  rev: number
  intent: SceneIntent
}

/** What of it is edited in the table; empty where nothing is said. */
export type SceneIntent = {
  durationS: number | null
  shotSize: string
  angle: string
  movement: string
  timeOfDay: string
  weather: string
  pacing: string
  lightMood: string
}
/** What the board begins with: its scenes, and the runs that work on them. */
export type BoardShown = { scenes: BoardScene[]; runs: BoardRun[] }
/** `seq`: up to here its events are in the scenes that were read with it. */
export type BoardRun = { id: string; seq: number }

type Row = Omit<BoardScene, 'id'> & { _id: ObjectId }

type Asked = { project: string; /** Only these; all when left out. */ only?: readonly string[] | undefined }

/**
 * The scenes of one project in film order, with where each stands, and the runs that are open. Whoever asks has checked
 * that it may be seen.
 */
export const boardRead = async (payload: Payload, { project, only }: Asked): Promise<BoardShown> => {
  // first the runs: what they tell after this moment is read once too often rather than never
  const runs = await runsOf(payload, project)
  return { runs, scenes: only?.length === 0 ? [] : await scenesOf(payload, { project, only }) }
}

const open = ['pending', 'running', 'cancelling'] as const

const runsOf = async (payload: Payload, project: string): Promise<BoardRun[]> => {
  const found = await textCollection<RunDocument>(controlDb(payload).db, 'runs')
    .find({ project: new ObjectId(project), state: { $in: [...open] } })
    .project<{ _id: string; seq: number }>({ seq: 1 })
    .sort({ createdAt: -1 })
    .limit(10)
    .toArray()
  return found.map(({ _id: id, seq }) => ({ id, seq }))
}

const scenesOf = async (payload: Payload, { project, only }: Asked): Promise<BoardScene[]> => {
  const { db } = controlDb(payload)
  const among = only ? { _id: { $in: only.map((id) => new ObjectId(id)) } } : {}
  const rows = await db
    .collection('scenes')
    .aggregate<Row>([
      { $match: { ...among, project: new ObjectId(project), archived: { $ne: true } } },
      { $sort: { sequenceNumber: 1 } },
      { $project: documentFields },
      { $lookup: { from: 'scene-states', localField: '_id', foreignField: 'scene', as: 'state', pipeline: [{ $project: stateFields }] } },
      { $set: { state: { $first: '$state' } } },
      { $lookup: { from: 'media', localField: 'state.composite', foreignField: '_id', as: 'file', pipeline: [{ $project: { filename: 1 } }] } },
      { $project: shown },
    ])
    .toArray() // prettier-ignore
  return rows.map(({ _id, ...row }) => ({ ...row, id: _id.toHexString() }))
}

const documentFields = {
  sequenceNumber: 1, clipName: 1, sceneNumber: 1, heading: 1, title: 1, durationS: 1, locked: 1, charactersPresent: 1, rev: 1,
  shotSize: 1, angle: 1, movement: 1, timeOfDay: 1, weather: 1, pacing: 1, lightMood: 1,
} // prettier-ignore

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
  rev: or('$rev', 0),
  intent: {
    durationS: or('$durationS', null),
    shotSize: or('$shotSize', ''),
    angle: or('$angle', ''),
    movement: or('$movement', ''),
    timeOfDay: or('$timeOfDay', ''),
    weather: or('$weather', ''),
    pacing: or('$pacing', ''),
    lightMood: or('$lightMood', ''),
  },
}
