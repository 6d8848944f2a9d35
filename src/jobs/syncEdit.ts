import type { QualifiedCollection } from '@/domain/gather/rawItem'
import { documentNamed, namesOfDocument } from '@/pipeline/living/documentNamed'
import { markDependants } from '@/pipeline/living/markDependants'
import { storesIn } from '@/pipeline/living/storesIn'
import type { Project } from '@/pipeline/readDeclared'
import type { Stores } from '@/pipeline/stores'
import { inTransaction, type Tx } from '@/stores/controlDb'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { Planning } from './planPressed'
import { teachEdit } from './teachEdit'

type Edit = { collection: string; id: string; rev: number; project?: string | undefined }

const twins = {
  scenes: 'scene_metadata',
  characters: 'character_profiles',
  locations: 'location_details',
  props: 'prop_catalog',
  screenplays: 'screenplay',
  'story-bible': 'story_bible',
  'style-guides': 'visual_guidelines',
} as const satisfies Record<string, QualifiedCollection>
const twinless = ['projects', 'prompts'] as const

type Living = keyof typeof twins | (typeof twinless)[number]
const isLiving = (collection: string): collection is Living =>
  collection in twins || (twinless as readonly string[]).includes(collection)
const twinOf = (collection: Living): QualifiedCollection | null =>
  collection in twins ? twins[collection as keyof typeof twins] : null

const ownFields = new Set(['id', 'project', 'rev', 'authors', 'createdAt', 'updatedAt', 'stale', 'staleReasons', 'staleSince']) // prettier-ignore

/**
 * What an edit means, all or nothing: the document as committed goes to its qualified twin, what it says to the
 * knowledge base, and what was made from it otherwise is marked stale. It is read in the transaction that writes, so
 * that edits that overtake each other, or are told twice, end as the newest one.
 */
export const syncEdit = async ({ stores, projectById }: Planning, edit: Edit): Promise<void> => {
  const { collection, id } = edit
  if (!isLiving(collection)) return
  for (const project of await projectsOf(stores, { ...edit, collection }))
    await inTransaction(stores.control, async (tx) => {
      const known = await projectById(project)
      await apply(stores, { project: known, collection, id }, tx)
    })
}

/** A template of the studio may stand behind pictures of any project. */
const projectsOf = async (stores: Stores, { collection, id, project }: Edit & { collection: Living }): Promise<string[]> => {
  const document = await stores.library.findOne(collection, { id })
  const own = collection === 'projects' ? id : (document?.project ?? project)
  if (typeof own === 'string') return (await stores.library.findOne('projects', { id: own })) ? [own] : []
  return collection === 'prompts' && document ? stores.madeFrom.projectsWith(`prompts/${String(document.slug)}`) : []
} // prettier-ignore

type Applied = { project: Project; collection: Living; id: string }

const apply = async (stores: Stores, { project, collection, id }: Applied, tx: Tx): Promise<void> => {
  const reading = storesIn(stores, tx)
  const document = await reading.library.findOne(collection, { id })
  const twin = twinOf(collection)
  const before = twin && (await stores.qualified.find(project.slug, { collection: twin, id }, tx))
  if (twin) await carry(stores, { project, twin, id, document }, tx)
  const names = namesOf(collection, [before && { ...before, id }, document])
  await teachEdit(reading, { project, collection, document, names }, tx)
  for (const of of names) {
    const named = { of, document: await documentNamed(reading, { project: project.id, of }) }
    await markDependants(reading, { project, named }, tx)
  }
  if (isRewritten(collection, before, document)) await stores.outbox.add('alignScenes', { id }, tx.session)
  // new, gone or renamed: who reads it now was not made from it
  const another = !document || (twin !== null && (!before || names.length > 1))
  if (another) await stores.outbox.add('markProject', { project: project.id }, tx.session)
}

type Version = Record<string, unknown> | null
const isRewritten = (collection: Living, before: Version, now: Version): boolean =>
  collection === 'screenplays' && now !== null && before?.text !== now.text

/** Every name it has and had: results know a renamed character by the old one. */
const namesOf = (collection: Living, versions: Version[]): string[] => [
  ...new Set(versions.flatMap((one) => (one ? namesOfDocument(collection, one as LibraryDocument) : []))),
]

type Carried = { project: Project; twin: QualifiedCollection; id: string; document: LibraryDocument | null }

const carry = async (stores: Stores, { project, twin, id, document }: Carried, tx: Tx): Promise<void> => {
  if (!document) return stores.qualified.remove(project.slug, { collection: twin, id }, tx)
  const fields = Object.fromEntries(Object.entries(document).filter(([field]) => !ownFields.has(field)))
  const sourceRev = document.rev ?? 0
  const inputHash = `rev:${String(sourceRev)}`
  await stores.qualified.put(
    project.slug,
    { collection: twin, id, fields: { ...fields, sourceRev }, agent: 'person', inputHash },
    tx,
  )
}
