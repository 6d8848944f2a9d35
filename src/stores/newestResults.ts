import { ObjectId, type Db } from 'mongodb'

/** Results that the newest run of each kind of a project stands on. */
export const newestResults = async (db: Db, projectId: string): Promise<string[]> => {
  const newest = await db
    .collection('runs')
    .aggregate<{ _id: string; run: string }>([
      { $match: { project: new ObjectId(projectId) } },
      { $sort: { _id: -1 } },
      { $group: { _id: '$kind', run: { $first: '$_id' } } },
    ])
    .toArray()
  const steps = db.collection<{ runId: string; outcome?: { result?: string } }>('steps')
  const list = await steps
    .find({ runId: { $in: newest.map(({ run }) => run) } }, { projection: { outcome: 1 } })
    .toArray()
  return list.flatMap(({ outcome }) => outcome?.result ?? [])
}
