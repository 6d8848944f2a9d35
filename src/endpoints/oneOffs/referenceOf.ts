import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import type { FileIn } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import type { Media } from '@/payload-types'
import { sha256OfFile } from '@/stores/sha256'
import { mediaDirOf } from '../asked/mediaDirOf'

const taken = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** A picture of the library, and what people call it. */
export type Reference = { file: FileIn; title: string }

/** A picture of the library, as far as whoever asks may see it, that belongs to this project. Fails: REFERENCE_REFUSED. */
export const referenceOf = async (req: PayloadRequest, project: string, id: string): Promise<Reference> => {
  const { mimeType, filename, title, sha256, width, height } = await fileOf(req, project, id)
  if (!mimeType || !taken.has(mimeType)) throw refused(`It is ${mimeType ?? 'of no known kind'}, and PNG, JPEG or WebP is taken.`)
  const content = sha256 ?? (await contentOf(join(mediaDirOf(req), filename ?? '')))
  const file = { sha256: content, mime: mimeType, ...(width ? { width } : {}), ...(height ? { height } : {}) }
  return { file, title: title ?? filename ?? content.slice(0, 12) }
} // prettier-ignore

const fileOf = async (req: PayloadRequest, project: string, id: string): Promise<Media> => {
  const found = await req.payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, overrideAccess: false, req })
  if (found && (found.project === project || found.alsoIn?.some((one) => one === project))) return found
  throw refused('The library of this project has no such file.')
} // prettier-ignore

/** What was uploaded under a name of its own is known by what is in it. */
const contentOf = async (file: string): Promise<string> => {
  if (existsSync(file)) return sha256OfFile(file)
  throw refused('Its file is not in the media folder.')
}

const refused = (why: string) =>
  new StudioError({
    code: 'REFERENCE_REFUSED',
    what: 'Nothing was started, and nothing was spent: the picture that was chosen cannot be used.',
    why,
    fix: 'Choose a picture of this project’s library, or none.',
    field: 'reference',
  })
