import { changedParts } from '@/domain/stale/changedParts'
import type { Part } from '@/domain/stale/part'
import { joinReasons, type StaleReason } from '@/domain/stale/staleReason'
import { inTransaction, type Tx } from '@/stores/controlDb'
import type { MadeFrom, SubjectKind } from '@/stores/madeFromStore'
import type { Mark } from '@/stores/marksStore'
import { stepsById } from '../callSheet'
import type { StepDefinition } from '../defineStep'
import { partsOf } from '../partsOf'
import type { Providers } from '../providers'
import { readDeclared, scenesOf, type Project } from '../readDeclared'
import type { Stores } from '../stores'
import { documentNamed } from './documentNamed'
import { storesIn } from './storesIn'
import { toldReasons } from './toldReasons'

type Asked = { project: Project; providers: Providers }
// every chunk reads all scenes of the film once
const chunkOf = 500

/** Holds everything that was made in a project against its documents as they stand, and marks it anew. Repeatable. */
export const markProject = async (stores: Stores, asked: Asked): Promise<void> => {
  const subjects = await stores.madeFrom.subjects(asked.project.id)
  for (let from = 0; from < subjects.length; from += chunkOf)
    await inTransaction(stores.control, (tx) => markSubjects(stores, { ...asked, subjects: subjects.slice(from, from + chunkOf) }, tx))
} // prettier-ignore

/** The same for some subjects, in the caller's transaction. */
export const markSubjects = async (
  stores: Stores,
  { project, providers, subjects }: Asked & { subjects: readonly string[] },
  tx: Tx,
): Promise<void> => {
  const scenes = await stores.library.find('scenes', { project: project.id }, { sort: 'sequenceNumber', tx })
  const marks = await subjectMarks(storesIn(stores, tx, { scenes }), { project, providers, subjects }, tx)
  await stores.marks.put({ project: project.id, of: null, marks }, tx)
} // prettier-ignore

/** The marks themselves; nothing is written. `reading` reads as the transaction sees it, or as it would after an edit. */
export const subjectMarks = async (
  reading: Stores,
  { project, providers, subjects }: Asked & { subjects: readonly string[] },
  tx: Tx,
): Promise<Mark[]> => {
  const filmed = await scenesOf(reading, project.id)
  const before = new Map(filmed.map(({ id }, at) => [id, filmed[at - 1]?.id]))
  const kept = new Set(filmed.map(({ id }) => id))
  const marks = new Map<string, Mark>()
  for (const made of await reading.madeFrom.ofSubjects(project.id, subjects, tx)) {
    const { kind, subject } = made
    const mark = marks.get(`${kind} ${subject}`) ?? { kind, subject, reasons: [] }
    marks.set(`${kind} ${subject}`, mark)
    if (kind === 'scene' && !kept.has(subject)) continue
    const asked = { project, providers, made, previous: before.get(subject) }
    mark.reasons = joinReasons([...mark.reasons, ...(await reasonsNow(reading, asked))])
  }
  return [...marks.values()]
}

type Now = Asked & { made: MadeFrom; previous: string | undefined }

const reasonsNow = async (stores: Stores, asked: Now): Promise<StaleReason[]> => {
  const step = stepsById.get(asked.made.step)
  if (!step) return []
  const told = changedParts(asked.made.parts, await partsNow(stores, { ...asked, step })).map(async (changed) => {
    const document = await documentNamed(stores, { project: asked.project.id, of: changed.of })
    return toldReasons(changed, { step: step.id, document })
  })
  return (await Promise.all(told)).flat()
}

/** What a step would be made from now, without what earlier steps give. */
const partsNow = async (
  stores: Stores,
  { project, providers, made, previous, step }: Now & { step: StepDefinition },
): Promise<Part[]> => {
  const { from: _, ...reads } = step.reads
  const input = inputOf(made, previous)
  const node = { node: 0, step: step.id, says: '', input, needs: [], after: [], slot: step.slot, takes: 1, rank: 0 }
  const values = await readDeclared(stores, { providers, step: { ...step, reads }, node, project, runId: '' })
  return partsOf(step, node, values)
}

/** What a run would give this subject's step as its input. */
export const inputOf = (
  { kind, subject }: { kind: SubjectKind; subject: string },
  previous: string | undefined,
): Record<string, string> => ({ [kind]: subject, ...(kind === 'scene' && previous !== undefined ? { previous } : {}) })
