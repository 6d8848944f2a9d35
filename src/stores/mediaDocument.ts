import type { Asset } from '@/domain/generation/generationKey'
import type { Tx } from './controlDb'
import type { GenerationsStore } from './generationsStore'
import type { LibraryDocument, LibraryStore } from './libraryStore'

type NewMedia = {
  project: string
  asset: Asset
  kind: string
  alt: string
  /** What it was taken out of: the clip of a frame. */
  from?: Asset
}
type Sources = { library: LibraryStore; generations: Pick<GenerationsStore, 'paidFor'> }
type Origin = Record<string, string>

/**
 * The Media document of a finished file: one per content, whichever project made it first; others are named beside it,
 * so that their people may see it too. Answers its id.
 */
export const mediaDocument = (stores: Sources, media: NewMedia, tx: Tx): Promise<string> =>
  keep(stores, { ...media, originOf: () => originOf(stores, media, tx) }, tx)

/** The same of a file of a person's own: `sourceFile` is what it was taken from. */
export const ownMediaDocument = (
  stores: { library: LibraryStore },
  { sourceFile, ...media }: Omit<NewMedia, 'from'> & { sourceFile: string },
  tx: Tx,
): Promise<string> => keep(stores, { ...media, originOf: () => Promise.resolve({ origin: 'import', sourceFile }) }, tx)

const keep = async (
  stores: { library: LibraryStore },
  { project, asset, kind, alt, originOf: provenance }: NewMedia & { originOf: () => Promise<Origin> },
  tx: Tx,
): Promise<string> => {
  const standing = await stores.library.findOne('media', { filename: asset.name }, tx)
  if (standing) {
    await alsoPartOf(stores, { standing, project }, tx)
    return standing.id
  }
  const { sha256, name, mime, bytes, width, height, durationS, frames } = asset
  const made = await stores.library.create(
    'media',
    {
      project,
      kind,
      title: alt,
      alt,
      sha256,
      filename: name,
      mimeType: mime,
      filesize: bytes,
      width,
      height,
      durationS,
      frames,
      provenance: await provenance(),
    },
    tx,
  )
  return made.id
}

/** A file that was paid for says who made it, and by which call. */
const originOf = async ({ generations }: Sources, { asset, kind, from = asset }: NewMedia, tx: Tx): Promise<Origin> => {
  if (kind === 'film' || kind === 'export') return { origin: 'assembled' }
  const paid = await generations.paidFor(from.sha256, tx)
  return paid ? { origin: 'generated', ...paid } : { origin: 'previs' }
}

const alsoPartOf = async (
  { library }: { library: LibraryStore },
  { standing, project }: { standing: LibraryDocument; project: string },
  tx: Tx,
): Promise<void> => {
  const named = [standing.project, ...((standing.alsoIn as unknown[] | null | undefined) ?? [])]
  if (named.includes(project)) return
  await library.update('media', { where: { id: standing.id }, data: { alsoIn: { $push: [project] } } }, tx)
}
