import type { Payload, TypedUser } from 'payload'

const shownMost = 8
type Ref = string | { id: string }
const idOf = (value: Ref): string => (typeof value === 'string' ? value : value.id)

/** Changes reviewers want in scenes of these films, the oldest first, as far as whoever looks may see them. */
export const requestsSeen = async (payload: Payload, user: TypedUser, projects: readonly string[]) => {
  const { docs } = await payload.find({
    collection: 'approvals',
    where: { project: { in: [...projects] }, answer: { equals: 'changes' }, settledAt: { exists: false } },
    sort: 'createdAt', limit: shownMost, depth: 0, pagination: false, overrideAccess: false, user,
  })
  return docs.map(({ id, project, scene, note, name }) => ({ id, project: idOf(project), scene: idOf(scene), note: note ?? '', name: name ?? '' }))
} // prettier-ignore
