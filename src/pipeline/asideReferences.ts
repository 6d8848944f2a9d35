import { asideSubject, drawnBy } from '@/domain/money/referencesToMake'
import type { Asset } from '@/domain/generation/generationKey'
import type { LibraryDocument } from '@/stores/libraryStore'
import { textOf } from '@/domain/words'
import type { Stores } from './stores'

type Read = Record<string, unknown>
/** Reference pictures by this maker; null: those that stand in the documents. */
export type Enrolled = { project: string; aside: string | null }

/** A person's document with the six views their scene's own models made, where they did. */
export const viewsAside = async (
  { results }: Pick<Stores, 'results'>,
  person: LibraryDocument,
  { project, aside }: Enrolled,
): Promise<LibraryDocument> => {
  if (aside === null) return person
  const made = await results.newest(project, { step: drawnBy.characters, subject: asideSubject(textOf(person.name), aside) })
  const views = made?.gives['views'] as { view: string; asset: Asset }[] | undefined
  return views ? { ...person, views: views.map(({ view, asset }) => ({ view, sha256: asset.sha256 })) } : person
} // prettier-ignore

/** What was read of a place or a thing, with the picture its scene's own models made; one that was given stays. */
export const referenceAside = async (
  { results }: Pick<Stores, 'results'>,
  read: Read,
  { kind, name, project, aside }: Enrolled & { kind: 'locations' | 'props'; name: string },
): Promise<Read> => {
  if (aside === null || !read['reference']) return read
  const made = await results.newest(project, { step: drawnBy[kind], subject: asideSubject(name, aside) })
  const asset = made?.gives['asset'] as Asset | undefined
  return asset ? { ...read, reference: asset } : read
}
