import type { Access, CollectionBeforeValidateHook, CollectionConfig, Where } from 'payload'
import { personHas } from '@/access/hasRole'
import { staff } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { visibleProjects } from '@/access/visibleProjects'
import { StudioError } from '@/domain/errors/StudioError'

/** Which documents lie in these projects; `below`: where the document stands in what is asked (`version.`). */
type Scope = (ids: string[], below: string) => Where

const itself: Scope = (ids, below) => ({ [below === '' ? 'id' : 'parent']: { in: ids } })
const ofOne: Scope = (ids, below) => ({ [`${below}project`]: { in: ids } })
/** One file may be part of several films. */
const ofSeveral: Scope = (ids, below) => ({
  or: [ofOne(ids, below), { [`${below}alsoIn`]: { in: ids } }],
})

const hasField = ({ fields }: CollectionConfig, wanted: string): boolean =>
  fields.some((field) => 'name' in field && field.name === wanted)

const isOptional = ({ fields }: CollectionConfig): boolean =>
  fields.some((field) => 'name' in field && field.name === 'project' && !('required' in field && field.required))

const scopeOf = (collection: CollectionConfig): Scope | null => {
  if (collection.slug === 'projects') return itself
  if (!hasField(collection, 'project')) return null
  return hasField(collection, 'alsoIn') ? ofSeveral : ofOne
}

/**
 * Lets whoever passes the collection's own rules reach documents of projects they are a member of, and nothing else:
 * by Payload's `Where`, so REST, GraphQL, versions, files and our routes follow alike. What belongs to no project is
 * the studio's own, and its staff's. Producers are members everywhere.
 */
export const membersOnly = (collection: CollectionConfig): CollectionConfig => {
  const scope = scopeOf(collection)
  if (!scope) return collection
  const common = collection.slug !== 'projects' && isOptional(collection)
  const within = (gate: Access = signedIn, below = ''): Access => scoped(gate, { scope, below, common })
  const { access = {}, hooks = {} } = collection
  return {
    ...collection,
    access: {
      ...access,
      read: within(access.read),
      readVersions: within(access.readVersions ?? access.read, 'version.'),
      update: within(access.update),
      delete: within(access.delete),
    },
    hooks: { ...hooks, beforeValidate: [intoOwnProject, ...(hooks.beforeValidate ?? [])] },
  }
}

type Within = { scope: Scope; below: string; common: boolean }

const scoped =
  (gate: Access, { scope, below, common }: Within): Access =>
  async (args) => {
    const may = await gate(args)
    const ids = may === false ? [] : await visibleProjects(args.req)
    if (may === false || ids === null) return may
    const own = scope(ids, below)
    const here: Where =
      common && personHas(args.req.user, staff) ? { or: [own, { [`${below}project`]: { exists: false } }] } : own
    return may === true ? here : { and: [may, here] }
  }

/** Nobody puts a document into a project that they cannot see. Fails: PROJECT_UNKNOWN. */
const intoOwnProject: CollectionBeforeValidateHook = async ({ data, req }) => {
  const asked: unknown = (data as { project?: unknown } | undefined)?.project
  if (!req.user || asked === undefined || asked === null) return data
  const ids = await visibleProjects(req)
  const project = typeof asked === 'object' && 'id' in asked ? asked.id : asked
  if (ids === null || (typeof project === 'string' && ids.includes(project))) return data
  throw new StudioError({
    code: 'PROJECT_UNKNOWN',
    what: 'The document was not saved.',
    why: 'No project you may see has this id.',
    fix: 'List them with GET /api/projects.',
    field: 'project',
  })
}
