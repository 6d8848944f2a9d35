import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import { controlDb, textCollection } from '../controlDb'
import type { RunDocument } from '../runsStore'

/** Whether scenes of this project were made after its film was cut; whoever asks has checked that it may be seen. */
export const isCutBehind = async (payload: Payload, project: string): Promise<boolean> => {
  const runs = textCollection<RunDocument>(controlDb(payload).db, 'runs')
  const [newest] = await runs
    .find({ project: new ObjectId(project), state: 'succeeded', kind: { $in: ['generate', 'assemble'] } })
    .project<Pick<RunDocument, 'kind'>>({ kind: 1 })
    .sort({ endedAt: -1 })
    .limit(1)
    .toArray()
  return newest?.kind === 'generate'
}
