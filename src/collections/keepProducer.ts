import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { StudioError } from '@/domain/errors/StudioError'

/**
 * Refuses what would leave the studio without a producer. The other producer is written to in the same transaction, so
 * that two who remove each other at once do not both succeed. Fails: LAST_PRODUCER.
 */
const needsAnother = async (req: PayloadRequest, id: number | string): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { and: [{ roles: { in: ['producer'] } }, { id: { not_equals: id } }] },
    limit: 1,
    depth: 0,
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
    req,
  })
  const other = docs[0]
  if (!other) throw lastProducer()
  await req.payload.db.updateOne({ collection: 'users', id: other.id, data: { name: other.name ?? '' }, req })
}

type Roles = { id?: string; roles?: string[] }
const isProducer = (person: Roles | undefined): boolean => person?.roles?.includes('producer') ?? false

export const keepProducer: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const before = originalDoc as Roles | undefined
  const after = data as Roles
  if (operation === 'update' && before?.id && isProducer(before) && after.roles && !isProducer(after))
    await needsAnother(req, before.id)
  return data
}

export const keepOtherProducer: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const person = await req.payload.findByID({
    collection: 'users',
    id: String(id),
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (isProducer(person as Roles | undefined)) await needsAnother(req, id)
}

/** A person who was removed is no member of anything. */
export const leaveProjects: CollectionAfterDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.find({
    collection: 'projects',
    where: { 'members.user': { equals: id } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  for (const project of docs) {
    const members = (project.members ?? []).filter(({ user }) => user !== id)
    await req.payload.update({ collection: 'projects', id: project.id, data: { members }, overrideAccess: true, req })
  }
}

/** Who signs in is told by texts, and a key that people chose themselves could be guessed. */
export const strongKey: CollectionBeforeValidateHook = ({ data }) => {
  const { email, password, apiKey } = (data ?? {}) as Record<string, unknown>
  if (![email, password, apiKey].every((one) => one === undefined || one === null || typeof one === 'string'))
    throw refused('E-mail, password and API key are texts.')
  if (typeof apiKey === 'string' && apiKey !== '' && !/^[\w-]{32,100}$/.test(apiKey))
    throw refused('An API key has at least 32 letters, digits or dashes; a UUID is one.')
  return data
}
const refused = (why: string) => new APIError(why, 400, null, true)

const lastProducer = () =>
  new StudioError({
    code: 'LAST_PRODUCER',
    what: 'Nothing was changed.',
    why: 'The studio would have no producer left.',
    fix: 'Make somebody else a producer first.',
  })
