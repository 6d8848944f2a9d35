import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import type { ResultDocument } from './resultsStore'
import type { RunDocument } from './runsStore'

type Handed = { path: string; asset: { name: string; sha256: string; mime: string; bytes: number } }
/** A hand-off that is ready: its run, and the files somebody can download. */
export type HandedRun = { runId: string; at: Date | null; files: Handed[] }
export type HandedStore = ReturnType<typeof handedStore>

/** What hand-off runs and runs of one picture or clip gave: read from the result their last step stands on. */
export const handedStore = ({ db }: ControlDb) => {
  const steps = db.collection<{ runId: string; step: string; outcome?: { result?: string } | null }>('steps')
  const results = textCollection<ResultDocument>(db, 'results')
  const runs = textCollection<RunDocument>(db, 'runs')

  const filesOf = async (runId: string): Promise<Handed[]> => {
    const packed = await steps
      .find({ runId, step: { $in: ['handoff.pack', 'one-off.make'] } })
      .sort({ take: -1 })
      .toArray()
    const result = packed.map(({ outcome }) => outcome?.result).find((one) => typeof one === 'string')
    const found = result === undefined ? null : await results.findOne({ _id: result })
    return (found?.gives.handed ?? []) as Handed[]
  }

  return {
    filesOf,
    /** The newest hand-offs of a project that ended well. */
    async of(projectId: string, most: number): Promise<HandedRun[]> {
      const ended = await runs
        .find({ project: new ObjectId(projectId), kind: 'export', state: 'succeeded' })
        .sort({ _id: -1 })
        .limit(most)
        .toArray()
      return Promise.all(
        ended.map(async ({ _id, endedAt }) => ({ runId: _id, at: endedAt, files: await filesOf(_id) })),
      )
    },
  }
}
