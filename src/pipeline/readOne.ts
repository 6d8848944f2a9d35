import { defaultTemplate } from '@/domain/prompt/defaultPrompts'
import type { DeclaredTemplate } from '@/domain/prompt/fillTemplate'
import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import { lookingAsIn } from './lookingAsIn'
import { pick, withEdited } from './pickFields'
import { withFiles, withPortrait, withReference } from './readFiles'
import type { Stores } from './stores'

type Fields = readonly string[]
type Read = Record<string, unknown>

// How one document is read for a step that declares these fields of it: by runs and by stale marks alike.

export const sceneRead = (stores: Stores, scene: LibraryDocument | null, fields: Fields): Promise<Read> =>
  withFiles(stores, withEdited(pick(scene, fields), scene))

/** `sequence`: the scene's place in the film, whose look counts; null for a step that is about no scene. */
export const castMember = async (
  stores: Stores,
  person: LibraryDocument,
  { fields, sequence }: { fields: Fields; sequence: number | null },
): Promise<Read> => {
  const read = pick(person, fields)
  return { name: person.name, ...(await withPortrait(stores, sequence === null ? read : lookingAsIn(read, sequence))) }
}

export const propNamed = async (stores: Stores, prop: LibraryDocument, fields: Fields): Promise<Read> => ({
  name: textOf(prop.name),
  ...(await withReference(stores, pick(prop, fields))),
})

/** A place, a character or a prop of its own, its reference picture by content. */
export const referenced = (stores: Stores, document: LibraryDocument | null, fields: Fields): Promise<Read> =>
  withReference(stores, pick(document, fields))

/** The published template of this name: the project’s own before the studio’s, else the one that ships. */
export const templateFor = (
  templates: readonly LibraryDocument[],
  { slug, project }: { slug: string; project: string },
): DeclaredTemplate => {
  const own = templateIn(templates, { slug, project })
  return own && textOf(own.text) !== '' ? declared(own) : defaultTemplate(slug)
}

/** The project's own of this slug, before the studio's. */
export const templateIn = (
  templates: readonly LibraryDocument[],
  { slug, project }: { slug: string; project: string },
): LibraryDocument | undefined => {
  const named = templates.filter((one) => one.slug === slug && one._status !== 'draft')
  return named.find((one) => textOf(one.project) === project) ?? named.find((one) => !one.project)
}

const declared = ({ text, variables }: LibraryDocument): DeclaredTemplate => {
  const rows = Array.isArray(variables) ? (variables as { name?: unknown; required?: unknown }[]) : []
  const names = (required: boolean) =>
    rows.filter((row) => (row.required !== false) === required).map(({ name }) => textOf(name))
  return { text: textOf(text), required: names(true), optional: names(false) }
}
