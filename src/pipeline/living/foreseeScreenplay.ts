import { asksText } from '@/domain/project/projectSettings'
import type { Aligned, ForeseenScene } from '@/domain/stale/foreseen'
import { textOf } from '@/domain/words'
import type { Tx } from '@/stores/controlDb'
import { mergeFields, type LibraryDocument } from '@/stores/libraryStore'
import type { Mark } from '@/stores/marksStore'
import type { Providers } from '../providers'
import { alignedTo, draftedScenes } from '../qualify/draftedScenes'
import { breakScreenplay } from '../qualify/breakIntoScenes'
import { stillFilled } from '../qualify/filledScenes'
import { readDeclared, type Project } from '../readDeclared'
import type { Stores } from '../stores'
import { subjectMarks } from './markSubjects'
import { storesIn } from './storesIn'

type Asked = { project: Project; providers: Providers; changes: Record<string, unknown> }

/**
 * What becomes of the scenes when the screenplay says something else: which go on as they are, are changed, new or
 * archived, and what of everything made no longer fits. Fails: NOTHING_TO_FILM, TOO_MANY_SCENES.
 */
export const foreseeScreenplay = async (
  stores: Stores,
  { project, providers, changes }: Asked,
  tx: Tx,
): Promise<{ marks: Mark[]; aligned: Aligned }> => {
  const scenes = await stores.library.find('scenes', { project: project.id }, { sort: 'sequenceNumber', tx })
  const screenplay = await stores.library.findOne('screenplays', { project: project.id }, tx)
  const reading = storesIn(stores, tx, { scenes })
  const { after, aligned } = await scenesAfter(reading, { project, providers, scenes, text: textOf(changes['text']) })
  const edited = screenplay && { ...screenplay, ...changes }
  const later = withEdited(storesIn(stores, tx, { scenes: after }), { scenes: after, screenplay: edited })
  const subjects = await stores.madeFrom.subjects(project.id)
  const before = new Set(
    (await subjectMarks(reading, { project, providers, subjects }, tx)).flatMap((mark) => keysOf(mark)),
  )
  const marks = await subjectMarks(later, { project, providers, subjects }, tx)
  // what is stale now would be stale with or without the edit
  const caused = marks.map((mark) => ({
    ...mark,
    reasons: mark.reasons.filter((_, at) => !before.has(keysOf(mark)[at] ?? '')),
  }))
  return { marks: caused, aligned }
}

const keysOf = ({ kind, subject, reasons }: Mark): string[] =>
  reasons.map(({ of, field, now }) => [kind, subject, of, field, now].join(' '))

type Edited = { scenes: LibraryDocument[]; screenplay: LibraryDocument | null }

/** The stores as they would answer after the edit. */
const withEdited = (stores: Stores, { scenes, screenplay }: Edited): Stores => {
  const { library } = stores
  return {
    ...stores,
    library: {
      ...library,
      find: async (collection, key, asked) => (collection === 'scenes' ? scenes : library.find(collection, key, asked)),
      findOne: async (collection, key, tx) =>
        collection === 'screenplays' ? screenplay : library.findOne(collection, key, tx),
    },
  }
}

type Before = Omit<Asked, 'changes'> & { scenes: LibraryDocument[]; text: string }

const scenesAfter = async (reading: Stores, { project, providers, scenes, text }: Before) => {
  const { asks: _, ...reads } = breakScreenplay.reads
  const step = { ...breakScreenplay, reads }
  const node = { node: 0, step: step.id, says: '', input: {}, needs: [], after: [], slot: step.slot, takes: 1, rank: 0 }
  const read = await readDeclared(reading, { providers, step, node, project, runId: '' })
  const values = { ...read, screenplay: { ...read.screenplay, text } }
  const { drafts, fieldsOf } = draftedScenes(values, { project, asked: null })
  const { idOf, locked, leaves } = alignedTo(scenes, drafts)
  const byId = new Map(scenes.map((one) => [one.id, one]))
  const aligned: Aligned = { kept: 0, changed: [], added: [], archived: [] }
  const after: LibraryDocument[] = []
  for (const [at, draft] of drafts.entries()) {
    const standing = byId.get(idOf(draft, at) ?? '')
    if (!standing) aligned.added.push({ clipName: draft.clipName, heading: draft.heading })
    else if (isSaid(standing, draft)) aligned.kept += 1
    else aligned.changed.push(named(standing))
    const fields = fieldsOf(draft, at)
    const written = asksText(project.settings) ? stillFilled(fields, standing ?? null) : fields
    after.push(standing ? laterScene(standing, locked.has(standing.id) ? {} : written) : { id: `new-${String(at)}`, ...written })
  }
  const gone = new Set(leaves)
  // archived ones were none of the film's before
  aligned.archived = scenes.filter(({ id, archived }) => gone.has(id) && archived !== true).map(named)
  const kept = scenes.filter(({ id }) => locked.has(id) && !after.some((one) => one.id === id))
  return { after: [...after, ...kept, ...scenes.filter(({ id }) => gone.has(id)).map((one) => ({ ...one, archived: true }))], aligned }
} // prettier-ignore

const isSaid = (standing: LibraryDocument, draft: { heading: string; screenplayText: string }): boolean =>
  textOf(standing.heading) === draft.heading && textOf(standing.screenplayText) === draft.screenplayText

/** As the studio would write it: never over what a person wrote. */
const laterScene = (standing: LibraryDocument, fields: Record<string, unknown>): LibraryDocument => {
  const { set, authors } = mergeFields(standing, fields, 'agent:story')
  return { ...standing, ...set, authors }
}

const named = ({ id, clipName, title }: LibraryDocument): ForeseenScene => ({
  id,
  clipName: textOf(clipName),
  title: textOf(title),
})
