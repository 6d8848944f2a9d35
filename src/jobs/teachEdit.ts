import { factsOf, type FilmDocuments } from '@/domain/knowledge/factsOf'
import type { Project } from '@/pipeline/readDeclared'
import { scenesOf } from '@/pipeline/readDeclared'
import type { Stores } from '@/pipeline/stores'
import type { Tx } from '@/stores/controlDb'
import type { LibraryDocument } from '@/stores/libraryStore'
import { textOf } from '@/domain/words'

type Taught = { project: Project; collection: string; document: LibraryDocument | null; names: readonly string[] }

const nothing: FilmDocuments = { bible: {}, people: [], places: [], props: [], scenes: [] }

/** The knowledge base says of a document what the document says now. */
export const teachEdit = async (stores: Stores, { project, collection, document, names }: Taught, tx: Tx): Promise<void> => {
  const told = await toldBy(stores, { project, collection, document })
  if (!told) return
  const facts = document && document.archived !== true ? factsOf(told).filter(({ source }) => source.collection === collection) : []
  const known = collection === 'scenes' ? [textOf(document?.clipName)] : names.map((of) => of.split('/').slice(1).join('/'))
  await stores.knowledge.teachDocument(
    project.slug,
    { collection, names: collection === 'story-bible' ? ['story bible'] : known, facts },
    tx,
  )
} // prettier-ignore

/** A film that holds this document alone; a thing is known by the scenes it lies in, too. */
const toldBy = async (
  stores: Stores,
  { project, collection, document }: Omit<Taught, 'names'>,
): Promise<FilmDocuments | null> => {
  const one = document ? [document] : []
  switch (collection) {
    case 'characters':
      return { ...nothing, people: one }
    case 'locations':
      return { ...nothing, places: one }
    case 'props':
      return { ...nothing, props: one, scenes: await scenesOf(stores, project.id) }
    case 'scenes':
      return { ...nothing, scenes: one }
    case 'story-bible':
      return { ...nothing, bible: document ?? {} }
    default:
      return null
  }
}
