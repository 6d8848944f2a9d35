import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { reviewLimits } from '@/domain/review/reviewLimits'
import { answer, bodyOf, queryOf, route } from '../../asked/route'
import { pageOf, pageShape } from '../../asked/shapes'
import { storesOf } from '../../asked/stores'
import { writeApproval } from '../approvals'
import { approvalShape, shownApproval, wishShape } from '../approvalShape'
import { commentShape, shownComment, writeShape } from '../commentShape'
import { writeComment, type Writer } from '../writeComment'
import { linkOf, type Shared } from './linkOf'

const { commentsPerLinkMax, nameCharactersMax } = reviewLimits

/** What somebody calls themselves: seen by others, so nothing in it hides or turns their words around. */
const nameShape = z
  .string()
  .trim()
  .min(1, { error: 'say who you are' })
  .max(nameCharactersMax, { error: `must be at most ${String(nameCharactersMax)} characters` })
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]*$/u, { error: 'must be letters that can be seen' })
const sayShape = writeShape.extend({ name: nameShape })
const answerShape = wishShape.extend({ name: nameShape })

/** GET /share/:token/comments: what was said about the film, oldest first. */
export const shareListed = route({
  method: 'get',
  path: '/:token/comments',
  open: true,
  tells: { says: 'Comments on the film behind a link.', query: pageShape, ok: 200, gives: pageOf(commentShape), errors: [404, 409, 410] },
  handler: async (req) => {
    const { project } = await linkOf(req)
    const where = { project: { equals: project.id }, removed: { not_equals: true } }
    const found = await req.payload.find({
      collection: 'comments', where, ...queryOf(req, pageShape), sort: 'createdAt', depth: 0, overrideAccess: true,
    })
    return answer({ ...found, docs: found.docs.map((one) => ({ ...shownComment(one, []), mentions: [] })) })
  },
}) // prettier-ignore

/** POST /share/:token/comments: under a name, where the link lets its holder write. */
export const shareComment = route({
  method: 'post',
  path: '/:token/comments',
  open: true,
  tells: { says: 'Writes a comment behind a link, under a name.', body: sayShape, ok: 201, gives: commentShape, errors: [403, 404, 409, 410] },
  handler: async (req) => {
    const { name, ...asked } = await bodyOf(req, sayShape)
    const shared = await writableLink(req)
    const made = await writeComment(req, asked, { ...shared, project: shared.project.id, writer: writerOf(shared, name) })
    return answer({ ...shownComment(made, []), mentions: [] }, 201)
  },
}) // prettier-ignore

/** POST /share/:token/approvals: a scene is good, or what must change, where the link lets its holder write. */
export const shareApproval = route({
  method: 'post',
  path: '/:token/approvals',
  open: true,
  tells: { says: 'Approves a scene behind a link, or requests changes.', body: answerShape, ok: 201, gives: approvalShape, errors: [403, 404, 409, 410] },
  handler: async (req) => {
    const { name, ...asked } = await bodyOf(req, answerShape)
    const shared = await writableLink(req)
    const made = await writeApproval(req, asked, { ...shared, project: shared.project.id, writer: writerOf(shared, name) })
    return answer(shownApproval(made), 201)
  },
}) // prettier-ignore

const writerOf = ({ link }: Shared, name: string): Writer => ({ name, author: null, link: link._id.toHexString() })

/** Fails: SHARE_VIEW_ONLY, SHARE_FULL. */
const writableLink = async (req: PayloadRequest): Promise<Shared> => {
  const shared = await linkOf(req)
  if (shared.link.may !== 'comment') throw viewOnly()
  if ((await storesOf(req).shares.countWritten(shared.link._id)) >= commentsPerLinkMax) throw shareFull()
  return shared
}

const viewOnly = () =>
  new StudioError({
    code: 'SHARE_VIEW_ONLY',
    what: 'Nothing was written.',
    why: 'This link lets you watch and read only.',
    fix: 'Ask whoever sent it for a link to comment with.',
  })

const shareFull = () =>
  new StudioError({
    code: 'SHARE_FULL',
    what: 'Nothing was written.',
    why: `${String(commentsPerLinkMax)} remarks were made with this link, and that is as many as it takes.`,
    fix: 'Ask whoever sent it for a new one.',
  })
