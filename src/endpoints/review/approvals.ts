import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { roles } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import type { PinnedCut } from '@/domain/review/reviewCut'
import type { Approval } from '@/payload-types'
import { inTransaction } from '@/stores/controlDb'
import { idIn } from '../asked/idIn'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, queryOf, route } from '../asked/route'
import { sceneUnknown } from '../asked/sceneDocument'
import { pageOf, pageShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { within } from '../scenes/cutDocument'
import { wishShape, approvalShape, shownApproval, type Answering } from './approvalShape'
import { idShape } from './commentShape'
import { neededCut } from './cutOf'
import { nameOfAsker } from './peopleOf'
import { tellRequested, whereIs } from './tellReview'
import { filmChanged, type Writer } from './writeComment'

const listShape = pageShape.extend({
  scene: idShape.optional(),
  /** Only requests that nobody answered. */
  open: z.enum(['true', 'false']).default('false'),
})

/** GET …/approvals: what was said about scenes, newest first. */
export const listApprovals = route({
  method: 'get',
  path: '/:id/approvals',
  tells: { says: 'Approvals and requests for changes, newest first.', query: listShape, ok: 200, gives: pageOf(approvalShape) },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const { page, limit, scene, open } = queryOf(req, listShape)
    const where: Where = {
      project: { equals: id },
      ...(scene === undefined ? {} : { scene: { equals: scene } }),
      ...(open === 'true' ? { answer: { equals: 'changes' }, settledAt: { exists: false } } : {}),
    }
    const found = await req.payload.find({
      collection: 'approvals', where, page, limit, sort: '-createdAt', depth: 0, overrideAccess: false, req,
    })
    return answer({ ...found, docs: found.docs.map(shownApproval) })
  },
}) // prettier-ignore

/** POST …/approvals: a scene of this film is good, or what must change. Who sees the film may say so. */
export const addApproval = route({
  method: 'post',
  path: '/:id/approvals',
  only: roles,
  tells: { says: 'Approves a scene of the film, or requests changes.', body: wishShape, ok: 201, gives: approvalShape, errors: [409] },
  handler: async (req) => {
    const project = await projectOf(req)
    const asked = await bodyOf(req, wishShape)
    const writer = { name: nameOfAsker(req), author: req.user?.id ?? null, link: null }
    const made = await writeApproval(req, asked, { project: project.id, cut: await neededCut(req, project), writer })
    return answer(shownApproval(made), 201)
  },
}) // prettier-ignore

type Written = { project: string; cut: PinnedCut; writer: Writer }

/** An approval settles the requests that stand against the scene; a request is told to whoever makes the film. Whoever calls has checked that the writer may. Fails: FILM_CHANGED, SCENE_UNKNOWN. */
export const writeApproval = async (req: PayloadRequest, asked: Answering, { project, cut, writer }: Written): Promise<Approval> => {
  if (asked.film !== cut.film.sha256) throw filmChanged()
  if (!cut.clips.some(({ scene }) => scene === asked.scene)) throw sceneUnknown()
  const where = asked.answer === 'changes' ? await whereIs(req, { project, scene: asked.scene }) : ''
  return inTransaction(storesOf(req).control, async (tx) => {
    const made = await req.payload.create({
      collection: 'approvals', data: { project, ...asked, ...writer }, depth: 0, overrideAccess: true, req: tx.req,
    })
    if (made.answer === 'changes') await tellRequested(within(req, tx), made, where)
    else await storesOf(req).review.settleScene({ project, scene: asked.scene, by: writer.name }, tx)
    return made
  })
} // prettier-ignore

/** POST /api/approvals/:id/settle: what was requested is done. Twice is once. */
export const settleApproval = route({
  method: 'post',
  path: '/:id/settle',
  tells: { says: 'Marks a request for changes as done.', ok: 200, gives: approvalShape },
  handler: async (req) => {
    const { id } = await approvalOf(req)
    await storesOf(req).review.settle(id, nameOfAsker(req))
    return answer(shownApproval(await approvalOf(req)))
  },
})

/** The approval in the address, as far as whoever asks may see it. Fails: APPROVAL_UNKNOWN. */
const approvalOf = async (req: PayloadRequest): Promise<Approval> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'approvals', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found) return found
  throw new StudioError({
    code: 'APPROVAL_UNKNOWN',
    what: 'There is no such request.',
    why: 'No approval you may see has this id.',
    fix: 'List them with GET /api/projects/:id/approvals.',
  })
} // prettier-ignore
