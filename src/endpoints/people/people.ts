import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { roles } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { idIn } from '../asked/idIn'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { linkShape, linkTo } from './linkTo'

const idShape = z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be an id' })
const inviteShape = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().max(100).optional(),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  projects: z.array(idShape).max(200).optional(),
})

/** A one-time link for somebody new; nothing is sent, the producer hands it over. */
export const invite = route({
  method: 'post',
  path: '/people/invite',
  only: [],
  tells: {
    says: 'A one-time link that lets somebody new in, as a member of these projects.',
    body: inviteShape,
    ok: 201,
    gives: linkShape,
    errors: [409],
  },
  handler: async (req) => {
    const { email, name = '', roles: given, projects = [] } = await bodyOf(req, inviteShape)
    if (await personWith(req, email)) throw emailTaken(email)
    await refuseUnknown(req, projects)
    return answer(await linkTo(req, { kind: 'invite', email, name, roles: given, projects }), 201)
  },
})

/** A one-time link for a new password. What the person is and sees stays. */
export const resetPassword = route({
  method: 'post',
  path: '/people/:id/reset',
  only: [],
  tells: { says: 'A one-time link that sets a new password and ends all sessions.', ok: 201, gives: linkShape },
  handler: async (req) => {
    const { id, email } = await personOf(req)
    return answer(await linkTo(req, { kind: 'reset', user: id, email }), 201)
  },
})

/** Sessions and API keys end with the person; what they made stays. */
export const removePerson = route({
  method: 'delete',
  path: '/people/:id',
  only: [],
  tells: { says: 'Removes a person; sessions and keys end at once.', ok: 200, gives: z.object({ id: z.string() }), errors: [409] },
  handler: async (req) => {
    const { id } = await personOf(req)
    await req.payload.delete({ collection: 'users', id, overrideAccess: true, req })
    await storesOf(req).links.endOf(id)
    return answer({ id })
  },
}) // prettier-ignore

const personOf = async (req: PayloadRequest) => {
  const id = idIn(req)
  const found = idShape.safeParse(id).success
    ? await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, overrideAccess: true, req })
    : null
  if (found) return found
  throw new StudioError({
    code: 'PERSON_UNKNOWN',
    what: 'Nothing was done.',
    why: 'There is no such person.',
    fix: 'List them with GET /api/users.',
  })
}

export const personWith = async ({ payload }: PayloadRequest, email: string): Promise<boolean> =>
  (await payload.find({ collection: 'users', where: { email: { equals: email } }, limit: 1, depth: 0, overrideAccess: true })).docs.length > 0 // prettier-ignore

export const emailTaken = (email: string) =>
  new StudioError({
    code: 'EMAIL_TAKEN',
    what: 'Nobody was invited.',
    why: `Somebody with the e-mail ${email} is there already.`,
    fix: 'Add them to the project, or use another e-mail.',
    field: 'email',
  })

const refuseUnknown = async ({ payload }: PayloadRequest, ids: string[]): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'projects',
    where: { id: { in: ids } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const missing = ids.find((id) => !docs.some((doc) => doc.id === id))
  if (ids.length > 0 && missing !== undefined)
    throw new StudioError({
      code: 'PROJECT_UNKNOWN',
      what: 'Nobody was invited.',
      why: `There is no project ${missing}.`,
      fix: 'List them with GET /api/projects.',
      field: 'projects',
    })
}
