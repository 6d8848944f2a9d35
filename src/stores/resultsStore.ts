import { canonical } from '@/domain/canonical'
import type { Document } from 'mongodb'
import { inGroups } from './inGroups'
import { textCollection, type ControlDb, type Tx } from './controlDb'
import { sha256Of } from './sha256'

/** What a step gave for exactly these inputs. `_id` = hash of project, step and input hash. */
export type ResultDocument = {
  _id: string
  project: string
  step: string
  subject: string
  inputHash: string
  gives: Record<string, unknown>
  /** Media files the gift points to; a result whose files are gone is made again. */
  files: string[]
  takes: number
  at: Date
  /** Made from something else; a person kept it for this input. */
  kept?: { by: string; reason: string }
}
export type ResultsStore = ReturnType<typeof resultsStore>

export const inputHashOf = (values: unknown): string => sha256Of(canonical(values))
export const resultId = (project: string, step: string, inputHash: string): string =>
  sha256Of(`${project}:${step}:${inputHash}`)

const missingMost = 10_000

/** Where `paidMakers` has somebody. */
export const makerKey = (step: string, subject: string): string => `${step} ${subject}`

/** The memory that lets a resumed or edited film make only what changed. */
export const resultsStore = (control: ControlDb) => {
  const results = textCollection<ResultDocument>(control.db, 'results')
  const find = inGroups<string, ResultDocument | null>(50, async (ids) => {
    const found = await results.find({ _id: { $in: [...ids] } }).toArray()
    const known = new Map(found.map((result) => [result._id, result]))
    return ids.map((id) => known.get(id) ?? null)
  })
  /** Asked for in vain by this program, the newest. */
  const missing = new Set<string>()
  return {
    /** `again`: for a step that waited since. What this program did not find then, it makes; the same made twice is as once. */
    async find(id: string, again = false): Promise<ResultDocument | null> {
      if (again && missing.delete(id)) return null
      const known = await find(id)
      if (!known) missing.add(id)
      for (const oldest of missing) if (missing.size > missingMost) missing.delete(oldest)
      return known
    },
    /** Whether nothing else was made for this step and subject since: only then do the documents still say the same. */
    async isNewest({ _id, project, step, subject }: ResultDocument): Promise<boolean> {
      const newest = await results.findOne({ project, subject, step }, { sort: { at: -1 }, projection: { _id: 1 } })
      return newest?._id === _id
    },
    /** What was made last for this step and subject. */
    async newest(
      project: string,
      { step, subject }: Pick<ResultDocument, 'step' | 'subject'>,
    ): Promise<ResultDocument | null> {
      return results.findOne({ project, subject, step }, { sort: { at: -1 } })
    },
    async many(ids: string[]): Promise<Map<string, ResultDocument>> {
      return new Map((await results.find({ _id: { $in: ids } }).toArray()).map((result) => [result._id, result]))
    },
    async put(result: ResultDocument, { session, together }: Tx): Promise<void> {
      const filter: Document = { _id: result._id }
      if (together) together.add('results', { replaceOne: { filter, replacement: result, upsert: true } })
      else await results.replaceOne({ _id: result._id }, result, { upsert: true, session })
    },
    /** By whom the newest result of each subject was made, where a paid model made it; the key is step and subject. */
    async paidMakers(project: string, steps: readonly string[]): Promise<Map<string, string>> {
      const newest = await results
        .aggregate<{ _id: { step: string; subject: string }; by: string | null }>([
          { $match: { project, step: { $in: [...steps] } } },
          { $sort: { at: 1 } },
          { $group: { _id: { step: '$step', subject: '$subject' }, by: { $last: { $ifNull: ['$gives.by', '$gives.verified.by'] } } } },
        ])
        .toArray()
      return new Map(newest.flatMap(({ _id: { step, subject }, by }) => (by ? [[makerKey(step, subject), by] as const] : [])))
    }, // prettier-ignore
    async filesOf(project: string): Promise<Set<string>> {
      return new Set(await results.distinct('files', { project }))
    },
  }
}
