import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { shareRights } from '@/domain/review/shareRight'
import type { Media } from '@/payload-types'
import { answer, route } from '../../asked/route'
import { moment } from '../../asked/shapes'
import { storesOf } from '../../asked/stores'
import { sendMedia } from '../../media/sendFile'
import { linkOf, type Shared } from './linkOf'

const frame = z.number().int()
const cutShape = z.object({
  title: z.string(),
  film: z.object({ name: z.string(), sha256: z.string() }),
  rate: z.object({ num: frame, den: frame }),
  frames: frame,
  clips: z.array(z.object({ scene: z.string(), clipName: z.string(), heading: z.string(), recordIn: frame, recordOut: frame, blends: z.boolean() })),
  dialogue: z.array(z.object({ character: z.string(), text: z.string(), recordIn: frame, recordOut: frame })),
}) // prettier-ignore

/** GET /share/:token/film: what is shown, and what may be done with it. */
export const shareFilm = route({
  method: 'get',
  path: '/:token/film',
  open: true,
  tells: {
    says: 'The film behind a link: its scenes and lines, in frames.',
    ok: 200,
    gives: z.object({ may: z.enum(shareRights), expiresAt: moment, cut: cutShape }),
    errors: [404, 409, 410],
  },
  handler: async (req) => {
    const { link, cut } = await linkOf(req)
    await storesOf(req).shares.opened(link._id)
    return answer({ may: link.may, expiresAt: link.expiresAt.toISOString(), cut })
  },
})

const file = (path: string, says: string, which: (shared: Shared) => Where) =>
  route({
    method: 'get',
    path,
    open: true,
    tells: { says, ok: 200, gives: 'application/octet-stream', errors: [404, 409, 410, 416] },
    handler: async (req) => {
      const shared = await linkOf(req)
      return sendMedia(req, await mediaOf(req, shared, which(shared)))
    },
  })

/** GET /share/:token/film.mp4, by ranges: this film and no other file. */
export const shareVideo = file('/:token/film.mp4', 'The film behind a link, as a file.', ({ cut }) => ({
  sha256: { equals: cut.film.sha256 },
}))

/** GET /share/:token/poster */
export const sharePoster = file('/:token/poster', 'The poster of the film behind a link.', ({ project }) => ({
  id: { equals: typeof project.poster === 'string' ? project.poster : '0'.repeat(24) },
}))

/** Only a file of the link's own project. Fails: FILE_UNKNOWN. */
const mediaOf = async ({ payload }: PayloadRequest, { project }: Shared, which: Where): Promise<Media> => {
  const own: Where = { or: [{ project: { equals: project.id } }, { alsoIn: { in: [project.id] } }] }
  const where = { and: [which, own] }
  const { docs } = await payload.find({ collection: 'media', where, limit: 1, depth: 0, pagination: false, overrideAccess: true })
  const [found] = docs
  if (found) return found
  throw new StudioError({
    code: 'FILE_UNKNOWN',
    what: 'The file is not there.',
    why: 'It was removed from the studio since the link was made.',
    fix: 'Ask whoever sent the link for one to the newest film.',
  })
} // prettier-ignore
