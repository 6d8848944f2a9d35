import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { personHas } from '@/access/hasRole'
import { roles } from '@/access/roles'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, queryOf, route } from '../asked/route'
import { pageOf, pageShape } from '../asked/shapes'
import { commentShape, idShape, shownComment, writeShape } from './commentShape'
import { neededCut } from './cutOf'
import { nameOfAsker } from './peopleOf'
import { writeComment } from './writeComment'

const listShape = pageShape.extend({
  scene: idShape.optional(),
  /** Only what waits for an answer. */
  open: z.enum(['true', 'false']).default('false'),
})

/** GET …/comments: what was said about the film and the answers, oldest first. */
export const listComments = route({
  method: 'get',
  path: '/:id/comments',
  tells: { says: 'Comments on the film, oldest first.', query: listShape, ok: 200, gives: pageOf(commentShape) },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const { page, limit, scene, open } = queryOf(req, listShape)
    const where: Where = {
      project: { equals: id },
      removed: { not_equals: true },
      ...(scene === undefined ? {} : { scene: { equals: scene } }),
      ...(open === 'true' ? { resolvedAt: { exists: false } } : {}),
    }
    const found = await req.payload.find({
      collection: 'comments', where, page, limit, sort: 'createdAt', depth: 0, overrideAccess: false, req,
    }) // prettier-ignore
    return answer({ ...found, docs: found.docs.map((one) => shownComment(one, changeableBy(req))) })
  },
})

/** Whose comments whoever asks may change: producers everybody's. */
export const changeableBy = ({ user }: Pick<PayloadRequest, 'user'>): string[] | null =>
  personHas(user, []) ? null : user ? [user.id] : []

/** POST …/comments: at a frame of the film, or as an answer. Who sees the film may say something about it. */
export const addComment = route({
  method: 'post',
  path: '/:id/comments',
  only: roles,
  tells: {
    says: 'Writes a comment at a frame of the film, or an answer.',
    body: writeShape,
    ok: 201,
    gives: commentShape,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const asked = await bodyOf(req, writeShape)
    const writer = { name: nameOfAsker(req), author: String(req.user?.id), link: null }
    const made = await writeComment(req, asked, { project: project.id, cut: await neededCut(req, project), writer })
    return answer(shownComment(made, changeableBy(req)), 201)
  },
})
