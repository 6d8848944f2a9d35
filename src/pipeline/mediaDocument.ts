import type { Asset } from '@/domain/generation/generationKey'
import type { Tx } from '@/stores/controlDb'
import type { Stores } from './stores'

/** `sourceFile`: the file of a person's own that it was taken from. */
type NewMedia = { project: string; asset: Asset; kind: string; alt: string; sourceFile?: string }

/** The Media document of a finished file: one per content, whichever project made it first. Answers its id. */
export const mediaDocument = async (
  stores: Stores,
  { project, asset, kind, alt, sourceFile }: NewMedia,
  tx: Tx,
): Promise<string> => {
  const standing = await stores.library.findOne('media', { filename: asset.name }, tx)
  if (standing) return standing.id
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
      provenance: sourceFile ? { origin: 'import', sourceFile } : { origin: kind === 'film' ? 'assembled' : 'previs' },
    },
    tx,
  )
  return made.id
}
