import { sceneModelsIn } from '@/domain/project/sceneSettings'
import { changedPart } from '@/domain/stale/changedParts'
import type { Part } from '@/domain/stale/part'
import { joinReasons } from '@/domain/stale/staleReason'
import type { Tx } from '@/stores/controlDb'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { Mark } from '@/stores/marksStore'
import { stepsById } from '../callSheet'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'
import { asideMakers } from './sceneMakers'
import { partNow, type Named } from './partNow'
import { toldReasons } from './toldReasons'

type Changed = { project: Project; named: Named }

/**
 * Marks exactly what was made from a document and would be made otherwise now, and takes the mark away where its fields
 * say again what they said. Answers how many stand marked because of it. Repeatable; `stores` must read in `tx`.
 */
export const markDependants = async (stores: Stores, { project, named }: Changed, tx: Tx): Promise<number> => {
  const marks = await dependantMarks(stores, { project, named, authored: named.document }, tx)
  await stores.marks.put({ project: project.id, of: named.of, marks }, tx)
  return marks.filter(({ reasons }) => reasons.length > 0).length
}

/** The marks themselves; nothing is written. `authored`: the document that says who wrote its fields last; null: nobody yet. */
export const dependantMarks = async (
  stores: Stores,
  { project, named, authored }: Changed & { authored: LibraryDocument | null },
  tx: Tx,
): Promise<Mark[]> => {
  const dependants = await stores.madeFrom.dependants(project.id, named.of, tx)
  const now = new Map<string, Part | null>()
  const places = await placesOf(stores, { project, named }, tx)
  const makers = await makersOf(stores, { project, named }, tx)
  const marks = new Map<string, Mark>()
  for (const { step: id, subject, kind, parts } of dependants) {
    const [then] = parts
    const step = stepsById.get(id)
    if (!then || !step) continue
    const sequence = kind === 'scene' ? (places?.get(subject) ?? 1) : null
    const aside = makers.get(subject) ?? null
    const key = `${id} ${then.role} ${String(sequence)} ${String(aside)}`
    if (!now.has(key)) now.set(key, await partNow(stores, { project, step, role: then.role, named, sequence, aside }))
    const mark = marks.get(`${kind} ${subject}`) ?? { kind, subject, reasons: [] }
    for (const changed of changedPart(then, now.get(key) ?? null))
      mark.reasons.push(...toldReasons(changed, { step: id, document: authored }))
    marks.set(`${kind} ${subject}`, mark)
  }
  return [...marks.values()].map((mark) => ({ ...mark, reasons: joinReasons(mark.reasons) }))
}

/** Who makes the pictures of scenes with models of their own, asked only where it is about what they show. */
const makersOf = async (stores: Stores, { project, named }: Changed, tx: Tx): Promise<Map<string, string>> => {
  if (!/^(characters|locations|props)\//.test(named.of)) return new Map()
  const scenes = await stores.library.find('scenes', { project: project.id }, { tx })
  return asideMakers(
    stores,
    project,
    scenes.filter(({ models }) => Object.keys(sceneModelsIn(models)).length > 0),
  )
}

/** Where each scene stands in the film, asked only for somebody whose look changes on the way; null for all others. */
const placesOf = async (stores: Stores, { project, named }: Changed, tx: Tx): Promise<Map<string, number> | null> => {
  const variantViews = named.document?.variantViews
  if (!Array.isArray(variantViews) || variantViews.length === 0) return null
  const scenes = await stores.library.find('scenes', { project: project.id }, { tx })
  return new Map(scenes.map(({ id, sequenceNumber }) => [id, Number(sequenceNumber ?? 1)]))
}
