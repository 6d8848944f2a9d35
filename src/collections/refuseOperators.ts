import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { operatorIn } from '@/domain/asked/operatorIn'
import { StudioError } from '@/domain/errors/StudioError'

/** What signing in is made of: nobody finds it out by asking which documents fit a guess. */
const secrets = new Set([
  'hash', 'salt', 'password', 'apiKey', 'apiKeyIndex', 'enableAPIKey', 'resetPasswordToken', 'resetPasswordExpiration',
  'sessions', 'loginAttempts', 'lockUntil', '_verificationToken',
]) // prettier-ignore

type Asked = { overrideAccess?: boolean; data?: unknown; where?: unknown; sort?: unknown; joins?: unknown }

/** Lets no operator of the database and no question by a secret through, whichever way it came: REST, forms, GraphQL. */
export const refuseOperators = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [guard, ...(collection.hooks?.beforeOperation ?? [])] },
})

const guard: CollectionBeforeOperationHook = ({ args }) => {
  const { overrideAccess, data, where, sort, joins } = args as Asked
  if (overrideAccess === true) return
  const found = operatorIn(data) ?? operatorIn(where) ?? operatorIn(joins) ?? geographyIn(where)
  if (found !== null) throw refused(found)
  const secret = secretIn(where) ?? secretIn(joins) ?? secretIn(sort)
  if (secret !== null) throw refused(secret)
}

const geography = new Set(['near', 'within', 'intersects'])

/** No document has a place on the map, and the database fails at the question. */
const geographyIn = (asked: unknown): string | null => {
  if (typeof asked !== 'object' || asked === null) return null
  for (const [name, inner] of Object.entries(asked)) {
    const found = geography.has(name) ? name : geographyIn(inner)
    if (found !== null) return found
  }
  return null
}

const secretIn = (asked: unknown): string | null => {
  if (typeof asked === 'string') return partsOf(asked).find((part) => secrets.has(part)) ?? null
  if (typeof asked !== 'object' || asked === null) return null
  for (const [name, inner] of Object.entries(asked)) {
    const found = Array.isArray(asked) ? null : secretIn(name)
    const deeper = found ?? (typeof inner === 'object' || name === 'sort' ? secretIn(inner) : null)
    if (deeper !== null) return deeper
  }
  return null
}

/** "-members.user__salt,title" → every name in it. */
const partsOf = (path: string): string[] => path.split(/[,.]|__|^-/).map((part) => part.replace(/^-/, ''))

const refused = (field: string) =>
  new StudioError({
    code: 'OPERATOR_REFUSED',
    what: 'The request was not carried out.',
    why: `“${field}” is no field that may be named here.`,
    fix: 'Name fields as the documents show them.',
    field,
  })
