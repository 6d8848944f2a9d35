import { changedParts, type ChangedPart } from '@/domain/stale/changedParts'
import type { StaleReason } from '@/domain/stale/staleReason'
import type { Tx } from '@/stores/controlDb'
import type { MadeFrom, SubjectKind } from '@/stores/madeFromStore'
import { resultId, type ResultDocument } from '@/stores/resultsStore'
import { stepsById } from '../callSheet'
import { partsOf, stepInputHash } from '../partsOf'
import type { Providers } from '../providers'
import { readDeclared, scenesOf, type Project } from '../readDeclared'
import type { Stores } from '../stores'
import { inputOf, markSubjects } from './markSubjects'
import { storesIn } from './storesIn'

export type Keeping = {
  kind: SubjectKind
  subject: string
  by: string
  reason: string
  /** What the mark said when the person kept the result: they accept this, and nothing that came after it. */
  accepted: Pick<StaleReason, 'of' | 'field' | 'now'>[]
}
type Asked = Keeping & { project: Project; providers: Providers }

/**
 * What stands for a subject becomes the result of what its documents say now, so the next run finds it and makes nothing.
 * Where they say more than was accepted, nothing is kept and the mark comes back. Repeatable.
 */
export const keepResult = async (stores: Stores, asked: Asked, tx: Tx): Promise<void> => {
  const { project, providers, kind, subject, accepted } = asked
  const scenes = await stores.library.find('scenes', { project: project.id }, { sort: 'sequenceNumber', tx })
  const reading = storesIn(stores, tx, { scenes })
  const filmed = await scenesOf(reading, project.id)
  const previous = filmed[filmed.findIndex(({ id }) => id === subject) - 1]?.id
  const standing = (await stores.madeFrom.ofSubjects(project.id, [subject], tx)).filter((one) => one.kind === kind)
  const results = await stores.results.many(standing.map(({ result }) => result))
  const givesOf = new Map(standing.map(({ step, result }) => [step, results.get(result)?.gives ?? {}]))
  const kept: Kept[] = []
  for (const made of standing) {
    const one = await keptAs(reading, { project, providers, made, input: inputOf(made, previous), givesOf, results })
    if (!one) continue
    if (!one.changed.every((changed) => isAccepted(changed, accepted)))
      return markSubjects(stores, { project, providers, subjects: [subject] }, tx)
    kept.push(one)
  }
  const at = new Date()
  for (const { result, made } of kept) {
    await stores.results.put({ ...result, at, kept: { by: asked.by, reason: asked.reason } }, tx)
    await stores.madeFrom.put(made, tx)
  }
  await stores.marks.put({ project: project.id, of: null, marks: [{ kind, subject, reasons: [] }] }, tx)
}

type Kept = { changed: ChangedPart[]; result: ResultDocument; made: Omit<MadeFrom, '_id'> }
type One = {
  project: Project
  providers: Providers
  made: MadeFrom
  input: Record<string, string>
  givesOf: ReadonlyMap<string, Record<string, unknown>>
  results: ReadonlyMap<string, ResultDocument>
}

/** The result that stands, under the name a run would look for now. */
const keptAs = async (stores: Stores, one: One): Promise<Kept | null> => {
  const { project, providers, made, input, givesOf } = one
  const step = stepsById.get(made.step)
  const result = one.results.get(made.result)
  if (!step || !result) return null
  const { from: wanted = [], ...reads } = step.reads
  const node = { node: 0, step: step.id, says: '', input, needs: [], after: [], slot: step.slot, takes: 1, rank: 0 }
  const read = await readDeclared(stores, { providers, step: { ...step, reads }, node, project, runId: '' })
  const from = Object.fromEntries(wanted.map((id) => [id, givesOf.has(id) ? [givesOf.get(id) ?? {}] : []]))
  const values = { ...read, from }
  const parts = partsOf(step, node, values)
  const inputHash = stepInputHash({ step, node, take: 1, values, parts })
  const _id = resultId(project.id, step.id, inputHash)
  const { step: id, subject, kind } = made
  return {
    changed: changedParts(made.parts, parts),
    result: { ...result, _id, inputHash },
    made: { project: project.id, step: id, subject, kind, result: _id, parts },
  }
}

const isAccepted = (changed: ChangedPart, accepted: Keeping['accepted']): boolean => {
  const has = (field: string, now: string) =>
    accepted.some((one) => one.of === changed.of && one.field === field && one.now === now)
  if (changed.how !== 'fields') return has('', changed.how)
  return changed.differences.every(({ path, to }) => has(path, to?.mark ?? ''))
}
