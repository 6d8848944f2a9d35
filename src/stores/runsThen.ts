import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import type { RunDocument } from './runsStore'

export type RunThen = Pick<RunDocument, '_id' | 'kind' | 'startedAt' | 'endedAt'>

const most = 500

/** Runs of a project that were at work at some moment between these two, the newest first. */
export const runsThen = async ({ db }: ControlDb, project: string, { from, to }: { from: Date; to: Date }): Promise<RunThen[]> =>
  textCollection<RunDocument>(db, 'runs')
    .find({ project: new ObjectId(project), startedAt: { $lte: to }, $or: [{ endedAt: null }, { endedAt: { $gte: from } }] })
    .project<RunThen>({ kind: 1, startedAt: 1, endedAt: 1 })
    .sort({ startedAt: -1 })
    .limit(most)
    .toArray() // prettier-ignore

/** Which of them wrote at that moment: documents are qualifying's work, so it comes first where several were at it. */
export const runAt = (runs: readonly RunThen[], at: Date): RunThen | null => {
  const then = runs.filter(
    ({ startedAt, endedAt }) => startedAt !== null && startedAt <= at && (endedAt === null || endedAt >= at),
  )
  return then.find(({ kind }) => kind === 'qualify') ?? then[0] ?? null
}
