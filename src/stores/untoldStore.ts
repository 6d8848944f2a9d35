import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import { watchCollection } from './watchCollection'

/** An alert nobody dismissed. */
export type OpenAlert = {
  _id: ObjectId
  project: ObjectId | null
  cause: string
  lastEvent: string
  lastAt: Date
  code: string
  what: string
  why: string
  fix: string
  run?: string
  link?: string
}
export type NearBudget = { _id: string; limit: number; spent: number; reserved: number }
export type UntoldStore = ReturnType<typeof untoldStore>

const most = 500

/** What happened that people may not have been told of yet. */
export const untoldStore = ({ db }: Pick<ControlDb, 'db'>) => ({
  /** The newest first. */
  async alerts(): Promise<OpenAlert[]> {
    return db
      .collection<OpenAlert & { dismissed: boolean }>('alerts')
      .find({ dismissed: false, cause: { $type: 'string' } })
      .sort({ lastAt: -1 })
      .limit(most)
      .toArray()
  },
  /** Projects' accounts of which this share is spent or held back; a run's own cap is its presser's. */
  async budgets(share: number): Promise<NearBudget[]> {
    return textCollection<NearBudget>(db, 'budget')
      .find({
        _id: { $regex: /^[0-9a-f]{24}$/ },
        limit: { $gt: 0 },
        $expr: { $gte: [{ $add: ['$spent', '$reserved'] }, { $multiply: ['$limit', share] }] },
      })
      .project<NearBudget>({ limit: 1, spent: 1, reserved: 1 })
      .limit(most)
      .toArray()
  },
  /** How many scenes of a project wait for a person. */
  async waitingScenes(project: string): Promise<number> {
    return db
      .collection('scene-states')
      .countDocuments({ project: new ObjectId(project), status: { $in: ['awaiting_approval', 'needs_review'] } })
  },
  /** Calls `onChange` when there may be something to tell or to send. Polling is the caller's backstop. */
  watch(onChange: () => void, signal: AbortSignal): void {
    const told = [
      { 'ns.coll': 'alerts', operationType: { $in: ['insert', 'update', 'replace'] } },
      { 'ns.coll': 'notifications', operationType: 'insert' },
    ]
    watchCollection(db, { pipeline: [{ $match: { $or: told } }], onChange, signal })
  },
})
