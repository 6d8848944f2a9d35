import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { makers, roles } from '@/access/roles'
import { namesOf, type Named } from '@/domain/review/mentionsIn'
import type { User } from '@/payload-types'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'

/** Who can be named in a comment of a project: its members and the producers. */
export const peopleOf = async (req: PayloadRequest, project: string): Promise<Named[]> =>
  namesOf((await crewOf(req, project)).map(({ id, name, email }) => ({ id, name: name ?? '', email })))

/** Ids of who makes a film: those of its members who may change it, and the producers. */
export const makersOf = async (req: PayloadRequest, project: string): Promise<string[]> =>
  (await crewOf(req, project))
    .filter(({ roles: own }) => ['producer' as const, ...makers].some((role) => own.includes(role)))
    .map(({ id }) => id)

type Crew = Pick<User, 'id' | 'name' | 'email' | 'roles'>
const crewOf = async ({ payload }: PayloadRequest, project: string): Promise<Crew[]> => {
  const found = await payload.findByID({
    collection: 'projects', id: project, depth: 0, select: { members: true }, disableErrors: true, overrideAccess: true,
  })
  const ids = (found?.members ?? []).flatMap(({ user }) => (typeof user === 'string' ? [user] : []))
  const { docs } = await payload.find({
    collection: 'users',
    where: { or: [{ id: { in: ids } }, { roles: { in: ['producer'] } }] },
    select: { name: true, email: true, roles: true },
    sort: 'email',
    limit: 500,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
} // prettier-ignore

/** Who whoever asks is, by the name others know. */
export const nameOfAsker = ({ user }: PayloadRequest): string => {
  if (user?.collection !== 'users') return ''
  const [called] = namesOf([{ id: user.id, name: user.name ?? '', email: user.email }])
  return called?.name ?? ''
}

/** GET …/people: for suggestions behind an @. No address is told where a name is enough. */
export const listPeople = route({
  method: 'get',
  path: '/:id/people',
  only: roles,
  tells: {
    says: 'Who works on this film and can be named in a comment.',
    ok: 200,
    gives: z.object({ docs: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    return answer({ docs: await peopleOf(req, id) })
  },
})
