import type { Foreseen } from '@/domain/stale/foreseen'
import { joinReasons } from '@/domain/stale/staleReason'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { textOf } from '@/domain/words'
import { inTransaction, type Tx } from '@/stores/controlDb'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { Mark } from '@/stores/marksStore'
import type { Providers } from '../providers'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'
import { documentNamed, namesOfDocument } from './documentNamed'
import { foreseeScreenplay } from './foreseeScreenplay'
import { dependantMarks } from './markDependants'
import { storesIn } from './storesIn'

export type Edit = {
  collection: (typeof foreseeable)[number]
  id: string
  changes: Record<string, unknown>
  /** Who would make it. */ by: string
}
type Asked = { project: Project; providers: Providers; edit: Edit }

/** Documents films are made from. */
export const foreseeable = [
  'projects', 'scenes', 'characters', 'locations', 'props', 'screenplays', 'story-bible', 'style-guides',
] as const // prettier-ignore

/**
 * What an edit would make stale if it was saved now, by the very rules that mark afterwards; nothing is written. Null:
 * there is no such document. Fails: as the screenplay is broken down.
 */
export const foresee = async (stores: Stores, { project, providers, edit }: Asked): Promise<Foreseen | null> =>
  inTransaction(stores.control, async (tx) => {
    const reading = storesIn(stores, tx)
    const standing = await reading.library.findOne(edit.collection, { id: edit.id })
    if (!standing) return null
    if (edit.collection === 'screenplays') {
      const { marks, aligned } = await foreseeScreenplay(stores, { project, providers, changes: edit.changes }, tx)
      return toldOf(reading, { project, marks, aligned })
    }
    const changed = changedDocument(standing, edit)
    const marks = await marksAfter(reading, { project: changedProject(project, changed, edit), standing, changed, edit }, tx)
    return toldOf(reading, { project, marks, aligned: null })
  }) // prettier-ignore

/** Which fields of a scene a person wrote counts for what is made of it. */
const changedDocument = (standing: LibraryDocument, { changes, by }: Edit): LibraryDocument => {
  const others = (standing.authors ?? []).filter(({ field }) => !(field in changes))
  const theirs = Object.keys(changes).map((field) => ({ field, author: by }))
  return { ...standing, ...changes, id: standing.id, authors: [...others, ...theirs] }
}

const changedProject = (project: Project, changed: LibraryDocument, { collection }: Edit): Project =>
  collection === 'projects'
    ? { ...project, title: textOf(changed.title), settings: readProjectSettings(changed.settings) }
    : project

type After = { project: Project; standing: LibraryDocument; changed: LibraryDocument; edit: Edit }

/** A document that is renamed is no longer there under the name it had. */
const marksAfter = async (reading: Stores, { project, standing, changed, edit }: After, tx: Tx): Promise<Mark[]> => {
  const now = namesOfDocument(edit.collection, changed)
  const names = [...new Set([...namesOfDocument(edit.collection, standing), ...now])]
  const marks: Mark[] = []
  for (const of of names) {
    const other = now.includes(of) ? changed : await documentNamed(reading, { project: project.id, of })
    const document = other?.id === standing.id && !now.includes(of) ? null : other
    marks.push(...(await dependantMarks(reading, { project, named: { of, document }, authored: null }, tx)))
  }
  return marks
}

type Told = { project: Project; marks: readonly Mark[]; aligned: Foreseen['aligned'] }
const collections = { character: 'characters', location: 'locations', prop: 'props' } as const

/** The marks as people know scenes and documents. */
const toldOf = async ({ library }: Stores, { project, marks, aligned }: Told): Promise<Foreseen> => {
  const reasons = new Map<string, Mark>()
  for (const { kind, subject, reasons: more } of marks) {
    const known = reasons.get(`${kind} ${subject}`)?.reasons ?? []
    reasons.set(`${kind} ${subject}`, { kind, subject, reasons: joinReasons([...known, ...more]) })
  }
  const told: Foreseen = { scenes: [], documents: [], aligned }
  const of = { project: project.id }
  const states = new Map((await library.find('scene-states', of)).map((one) => [String(one.scene), one.stale === true]))
  for (const scene of await library.find('scenes', of, { sort: 'sequenceNumber' })) {
    const said = saidIn(reasons.get(`scene ${scene.id}`))
    if (said.length > 0) told.scenes.push({ ...named(scene), reasons: said, already: states.get(scene.id) === true })
  }
  for (const kind of ['character', 'location', 'prop'] as const)
    for (const { id, name, stale } of await library.find(collections[kind], of, { sort: 'name' })) {
      const said = saidIn(reasons.get(`${kind} ${textOf(name)}`))
      if (said.length > 0)
        told.documents.push({
          collection: collections[kind],
          id,
          name: textOf(name),
          reasons: said,
          already: stale === true,
        })
    }
  return told
}

const saidIn = (mark: Mark | undefined): string[] => [...new Set((mark?.reasons ?? []).map(({ reason }) => reason))]
const named = ({ id, clipName, title }: LibraryDocument) => ({ id, clipName: textOf(clipName), title: textOf(title) })
