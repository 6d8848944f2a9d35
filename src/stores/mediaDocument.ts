import type { Asset } from '@/domain/generation/generationKey'
import type { Tx } from './controlDb'
import type { LibraryDocument, LibraryStore } from './libraryStore'

/** `sourceFile`: the file of a person's own that it was taken from. */
type NewMedia = { project: string; asset: Asset; kind: string; alt: string; sourceFile?: string }

/**
 * The Media document of a finished file: one per content, whichever project made it first; others are named beside it,
 * so that their people may see it too. Answers its id.
 */
export const mediaDocument = async (
  stores: { library: LibraryStore },
  { project, asset, kind, alt, sourceFile }: NewMedia,
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
      provenance: sourceFile
        ? { origin: 'import', sourceFile }
        : { origin: kind === 'film' || kind === 'export' ? 'assembled' : 'previs' },
    },
    tx,
  )
  return made.id
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
