import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import { lookingAsIn } from '@/domain/cast/lookingAsIn'
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
