import type { Part } from '@/domain/stale/part'
import { textCollection, type ControlDb, type Tx } from './controlDb'

/** What the result that stands for a step and its subject was made from. One document for each, replaced by the next result. */
export type MadeFrom = {
  _id: string
  project: string
  step: string
  /** The scene's id, or the name of the character, location or prop. */
  subject: string
  kind: SubjectKind
  result: string
  parts: Part[]
}
export type SubjectKind = 'scene' | 'character' | 'location' | 'prop'
export type MadeFromStore = ReturnType<typeof madeFromStore>

/** Which fields of which documents stand behind what was made: from here every stale mark is told. */
export const madeFromStore = (control: ControlDb) => {
  const all = textCollection<MadeFrom>(control.db, 'made_from')
  return {
    async put(made: Omit<MadeFrom, '_id'>, { session }: Tx): Promise<void> {
      const _id = idOf(made)
      await all.replaceOne({ _id }, made, { upsert: true, session })
    },
    /** Whether this result is the one that stands, with its parts. */
    async stands(made: Pick<MadeFrom, 'project' | 'step' | 'subject' | 'result'>): Promise<boolean> {
      return (await all.findOne({ _id: idOf(made), result: made.result }, { projection: { _id: 1 } })) !== null
    },
    /** All that was made from this document; of its parts only this one. */
    async dependants(project: string, of: string, { session }: Tx): Promise<MadeFrom[]> {
      return all
        .find({ project, 'parts.of': of }, { session, projection: { project: 1, step: 1, subject: 1, kind: 1, result: 1, parts: { $elemMatch: { of } } } })
        .toArray()
    },
    async projectsWith(of: string): Promise<string[]> {
      return all.distinct('project', { 'parts.of': of })
    },
    /** Everybody and everything something was made for, in a lasting order. */
    async subjects(project: string): Promise<string[]> {
      return (await all.distinct('subject', { project })).sort()
    },
    /** All that stands for these subjects. */
    async ofSubjects(project: string, subjects: readonly string[], { session }: Tx): Promise<MadeFrom[]> {
      return all.find({ project, subject: { $in: [...subjects] } }, { session }).toArray()
    },
  }
} // prettier-ignore

const idOf = ({ project, step, subject }: Pick<MadeFrom, 'project' | 'step' | 'subject'>): string =>
  `${project}:${step}:${subject}`
