import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import type { PaidGeneration } from './paid/paidGeneration'

const told = {
  project: 1, scene: 1, what: 1, provider: 1, model: 1, take: 1, state: 1, priceNanodollars: 1, billedNanodollars: 1, evidence: 1, decisions: 1, unknownSince: 1, quietUntil: 1, submittedAt: 1, createdAt: 1, updatedAt: 1, mayBeCharged: 1,
} as const // prettier-ignore
export type OpenCall = Pick<PaidGeneration, '_id' | keyof typeof told>
export type OpenCallsStore = ReturnType<typeof openCallsStore>

const openMost = 200
const closedMost = 20

/** Calls nobody knows, or knew, the end of. */
export const openCallsStore = ({ db }: ControlDb) => {
  const calls = textCollection<PaidGeneration>(db, 'generations')
  const within = (projects: readonly string[] | null) =>
    projects === null ? {} : { project: { $in: projects.map((id) => new ObjectId(id)) } }
  return {
    /** Those that wait for evidence or for a person, the oldest first; `projects` null: of all. */
    async open(projects: readonly string[] | null): Promise<OpenCall[]> {
      return calls
        .find({ paid: true, state: { $in: ['DECIDE', 'UNKNOWN'] }, ...within(projects) })
        .project<OpenCall>(told)
        .sort({ createdAt: 1 })
        .limit(openMost)
        .toArray()
    },
    /** Those that were not known and are over since then: evidence came, or a person said so; the newest first. */
    async closed(projects: readonly string[] | null, since: Date): Promise<OpenCall[]> {
      return calls
        .find({
          paid: true,
          state: { $in: ['SUBMITTED', 'DONE', 'STORED', 'FAILED', 'DEAD', 'CANCELLED'] },
          updatedAt: { $gte: since },
          $or: [{ unknownSince: { $type: 'date' } }, { 'decisions.0': { $exists: true } }],
          ...within(projects),
        })
        .project<OpenCall>(told)
        .sort({ updatedAt: -1 })
        .limit(closedMost)
        .toArray()
    },
  }
}
