import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { roles, type Role } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { ownerEmail } from '@/domain/people/ownerEmail'
import { inTransaction, type Tx } from '@/stores/controlDb'
import type { Link } from '@/stores/linksStore'
import { answer, bodyOf, checked, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { page, welcomePage } from './pages'

const token = z.string().regex(/^[\w-]{43}$/, { error: 'must be the token of a link' })
const password = z.string().min(10, { error: 'must have at least 10 characters' }).max(200)
const name = z.string().trim().max(100).optional()
const joinShape = z.strictObject({ token, password, name })
const firstShape = z.strictObject({ token, password, name, email: z.email().max(200).toLowerCase() })
type Joining = z.output<typeof joinShape> & { email?: string }

const personShape = z.object({ id: z.string(), email: z.string(), roles: z.array(z.enum(roles)) })
type Person = z.output<typeof personShape>

/** What a browser is shown behind a link: one form, no scripts. */
export const welcome = route({
  method: 'get',
  path: '/people/welcome',
  open: true,
  tells: {
    says: 'The page behind a one-time link.',
    query: z.object({ token: z.string().max(100).optional() }),
    ok: 200,
    gives: 'text/html',
    errors: [403],
  },
  handler: async (req) => {
    const given = req.searchParams.get('token') ?? ''
    const link = token.safeParse(given).success ? await storesOf(req).links.find(given) : null
    return link
      ? welcomePage(link, given)
      : page('This link is over', '<p>It was used, or is older than a day. Ask a producer for a new one.</p>', 403)
  },
})

const joins = (path: '/people/first' | '/people/join', says: string, shape: typeof joinShape | typeof firstShape) =>
  route({
    method: 'post',
    path,
    open: true,
    tells: { says, body: shape, ok: 201, gives: personShape, errors: [403, 409] },
    handler: async (req) => {
      const isForm = (req.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
      const asked: Joining = isForm ? checked(Object.fromEntries(new URLSearchParams(await req.text?.())), shape) : await bodyOf<Joining>(req, shape)
      const person = await joinBy(req, asked, path === '/people/first')
      return isForm ? page('You are in', '<p>Now <a href="/admin/login">sign in</a> with your e-mail and password.</p>', 201) : answer(person, 201)
    },
  }) // prettier-ignore

/** The first person of a shared studio, by the link that `share` printed. */
export const first = joins('/people/first', 'Lets the first person in, by the link that `share` printed.', firstShape)
/** Somebody who was invited, or who sets a new password. */
export const join = joins('/people/join', 'Lets somebody in by a one-time link, or sets their new password.', joinShape)

/** Uses the link and does what it is for, as one. Fails: LINK_REFUSED, EMAIL_TAKEN. */
const joinBy = async (req: PayloadRequest, asked: Joining, isFirst: boolean): Promise<Person> => {
  const { control, links } = storesOf(req)
  return inTransaction(control, async (tx) => {
    const link = await links.use(asked.token, tx)
    if (!link || (link.kind === 'first') !== isFirst) throw linkRefused()
    if (link.kind === 'first') return firstPerson(req, asked, tx)
    return link.kind === 'reset' ? newPassword(req, { link, asked }, tx) : newPerson(req, { link, asked }, tx)
  })
}

type Joined = { link: Link; asked: Joining }

const firstPerson = async ({ payload }: PayloadRequest, asked: Joining, tx: Tx): Promise<Person> => {
  const { email = '', password: chosen, name: called = '' } = asked
  const data = { email, password: chosen, name: called, roles: ['producer' as const] }
  const owner = await payload.find({ collection: 'users', where: { email: { equals: ownerEmail } }, limit: 1, pagination: false, overrideAccess: true, req: tx.req })
  const standing = owner.docs[0]
  return standing
    ? payload.update({ collection: 'users', id: standing.id, data, overrideAccess: true, req: tx.req })
    : payload.create({ collection: 'users', data, overrideAccess: true, req: tx.req })
} // prettier-ignore

const newPerson = async ({ payload }: PayloadRequest, { link, asked }: Joined, tx: Tx): Promise<Person> => {
  const data = { email: link.email, password: asked.password, name: asked.name ?? link.name, roles: link.roles as Role[] }
  const person = await payload.create({ collection: 'users', data, overrideAccess: true, req: tx.req })
  const { docs } = await payload.find({ collection: 'projects', where: { id: { in: link.projects } }, depth: 0, limit: 0, pagination: false, overrideAccess: true, req: tx.req })
  for (const { id, members } of docs)
    await payload.update({ collection: 'projects', id, data: { members: [...(members ?? []), { user: person.id }] }, overrideAccess: true, req: tx.req })
  return person
} // prettier-ignore

const newPassword = async ({ payload }: PayloadRequest, { link, asked }: Joined, tx: Tx): Promise<Person> => {
  const standing = await payload.findByID({ collection: 'users', id: link.user ?? '', disableErrors: true, overrideAccess: true, req: tx.req })
  if (!standing) throw linkRefused()
  const person = await payload.update({ collection: 'users', id: standing.id, data: { password: asked.password, ...(asked.name ? { name: asked.name } : {}) }, overrideAccess: true, req: tx.req })
  await payload.db.updateOne({ collection: 'users', id: standing.id, data: { sessions: [], loginAttempts: 0, lockUntil: null }, req: tx.req })
  return person
} // prettier-ignore

const linkRefused = () =>
  new StudioError({
    code: 'LINK_REFUSED',
    what: 'Nobody was let in.',
    why: 'This link was used, is older than a day, or is none of this studio.',
    fix: 'Ask a producer for a new one; `npm run backlot -- share` prints the first.',
  })
