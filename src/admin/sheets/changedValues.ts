import { canonical } from '@/domain/canonical'

type Values = Readonly<Record<string, unknown>>

/** Kept by the studio; a person changes none of them. */
const machine = new Set(['id', 'rev', 'authors', 'stale', 'staleReasons', 'staleSince', 'createdAt', 'updatedAt', 'project', 'variantViews']) // prettier-ignore

/** Row ids and the different kinds of empty are no difference; a tick that is not set is one of them. */
const plain = (value: unknown): unknown => {
  if (value === null || value === undefined || value === '' || value === false) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const bare = key === 'id' ? null : plain(inner)
    return bare === null ? [] : [[key, bare] as const]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

type Rows = Readonly<Record<string, { rows?: readonly unknown[] }>>

/** What a form holds, with its lists as lists: Payload counts the rows of an empty one and says 0. */
export const withLists = (form: Values, fields: Rows): Record<string, unknown> => {
  const lists = structuredClone(form) as Record<string, unknown>
  for (const [path, { rows }] of Object.entries(fields)) if (rows?.length === 0) putAt(lists, path.split('.'), [])
  return lists
}

const putAt = (within: unknown, [name = '', ...deeper]: readonly string[], value: unknown): void => {
  if (typeof within !== 'object' || within === null) return
  const holder = within as Record<string, unknown>
  if (deeper.length === 0) holder[name] = value
  else putAt(holder[name], deeper, value)
}

/** The fields of a form that say something else than the document. */
export const changedValues = (form: Values, document: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(form).filter(
      ([name, value]) => !machine.has(name) && canonical(plain(value)) !== canonical(plain(document[name])),
    ),
  )
