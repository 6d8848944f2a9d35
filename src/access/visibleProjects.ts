import type { PayloadRequest } from 'payload'
import { personHas } from './hasRole'

const remembered = 'visibleProjects'

/**
 * The ids of the projects whoever asks is a member of; null: all there are, because a producer asks.
 * Looked up once per request.
 */
export const visibleProjects = (req: PayloadRequest): Promise<string[] | null> => {
  const context = req.context as { [remembered]?: Promise<string[] | null> }
  return (context[remembered] ??= membershipsOf(req))
}

const membershipsOf = async (req: PayloadRequest): Promise<string[] | null> => {
  const { user, payload } = req
  if (user?.collection !== 'users') return []
  if (personHas(user, [])) return null
  const { docs } = await payload.find({
    collection: 'projects',
    where: { 'members.user': { equals: user.id } },
    depth: 0,
    joins: false,
    select: { slug: true },
    pagination: false,
    limit: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}
