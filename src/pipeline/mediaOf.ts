import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import type { Stores } from './stores'

/** A Media document as the file it is; `own` when a person gave it. Null when there is none. */
export const mediaOf = async (
  { library }: Pick<Stores, 'library'>,
  id: unknown,
): Promise<(Asset & { own?: true }) | null> => {
  const media = id ? await library.findOne('media', { id }) : null
  if (!media) return null
  const name = textOf(media.filename)
  const origin = (media.provenance as { origin?: unknown } | null | undefined)?.origin
  return {
    sha256: textOf(media.sha256) || name,
    name,
    mime: textOf(media.mimeType),
    bytes: Number(media.filesize ?? 0),
    ...(made.has(origin) ? {} : { own: true }),
  }
}

/** Where a file comes from that no person gave. */
const made = new Set<unknown>(['previs', 'generated', 'assembled'])
