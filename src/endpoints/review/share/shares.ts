import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { makers } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { reviewCutOf } from '@/domain/review/reviewCut'
import { reviewLimits } from '@/domain/review/reviewLimits'
import { shareRights } from '@/domain/review/shareRight'
import type { ShareLink } from '@/payload-types'
import { idIn } from '../../asked/idIn'
import { originOf } from '../../asked/originOf'
import { projectOf } from '../../asked/projectOf'
import { answer, bodyOf, queryOf, route } from '../../asked/route'
import { moment, pageOf, pageShape } from '../../asked/shapes'
import { storesOf } from '../../asked/stores'
import { neededCut } from '../cutOf'
import { nameOfAsker } from '../peopleOf'

const { linkDays, linksMax, nameCharactersMax } = reviewLimits
const dayMs = 86_400_000

const makeShape = z.strictObject({
  title: z.string().trim().max(nameCharactersMax).default(''),
  may: z.enum(shareRights).default('view'),
  days: z.number().int().min(linkDays.least).max(linkDays.most).default(linkDays.usual),
  /** The film as it is now, or always the newest. */
  shows: z.enum(['this', 'newest']).default('newest'),
})

const shareShape = z.object({
  id: z.string(),
  title: z.string(),
  may: z.enum(shareRights),
  /** Of the film it shows; null: always the newest. */
  film: z.string().nullable(),
  by: z.string(),
  createdAt: moment,
  expiresAt: moment,
  revokedAt: moment.nullable(),
  openedAt: moment.nullable(),
})

const shown = (link: ShareLink): z.output<typeof shareShape> => ({
  id: link.id,
  title: link.title ?? '',
  may: link.may,
  film: link.film ?? null,
  by: link.by ?? '',
  createdAt: link.createdAt,
  expiresAt: link.expiresAt ?? link.createdAt,
  revokedAt: link.revokedAt ?? null,
  openedAt: link.openedAt ?? null,
})

/** POST …/shares: a link for a reviewer. Its address is answered once; the database keeps a hash. Fails: FILM_NOT_ASSEMBLED, SHARES_FULL. */
export const makeShare = route({
  method: 'post',
  path: '/:id/shares',
  tells: {
    says: 'Makes a link behind which somebody without a login sees the film.',
    body: makeShape,
    ok: 201,
    gives: z.object({ id: z.string(), link: z.url(), expiresAt: moment }),
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { title, may, days, shows } = await bodyOf(req, makeShape)
    const cut = reviewCutOf(await neededCut(req, project))
    const { shares } = storesOf(req)
    if ((await shares.countOpen(project.id)) >= linksMax) throw sharesFull()
    const expiresAt = new Date(Date.now() + days * dayMs)
    const fixed = shows === 'this' ? { film: cut.film.sha256, cut } : { film: null, cut: null }
    const { id, token } = await shares.make({ project: project.id, title, may, by: nameOfAsker(req), expiresAt, ...fixed })
    return answer({ id, link: `${originOf(req)}/share/${token}`, expiresAt: expiresAt.toISOString() }, 201)
  },
}) // prettier-ignore

/** GET …/shares: links of the film, newest first; none can be shown again. */
export const listShares = route({
  method: 'get',
  path: '/:id/shares',
  only: makers,
  tells: { says: 'Links to this film, newest first.', query: pageShape, ok: 200, gives: pageOf(shareShape) },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const where = { project: { equals: id } }
    const found = await req.payload.find({
      collection: 'share-links', where, ...queryOf(req, pageShape), depth: 0, overrideAccess: false, req,
    }) // prettier-ignore
    return answer({ ...found, docs: found.docs.map(shown) })
  },
})

/** POST /api/share-links/:id/revoke: it opens nothing from now on. Twice is once. */
export const revokeShare = route({
  method: 'post',
  path: '/:id/revoke',
  tells: { says: 'Revokes a link.', ok: 200, gives: shareShape },
  handler: async (req) => {
    const { id } = await shareOf(req)
    await storesOf(req).shares.revoke(id, nameOfAsker(req))
    return answer(shown(await shareOf(req)))
  },
})

const shareOf = async (req: PayloadRequest): Promise<ShareLink> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'share-links', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found) return found
  throw new StudioError({
    code: 'SHARE_UNKNOWN',
    what: 'There is no such link.',
    why: 'No link you may see has this id.',
    fix: 'List them with GET /api/projects/:id/shares.',
  })
} // prettier-ignore

const sharesFull = () =>
  new StudioError({
    code: 'SHARES_FULL',
    what: 'No link was made.',
    why: `This film has ${String(linksMax)} links that are open.`,
    fix: 'Revoke those nobody needs any more.',
  })
