import { canonical } from '@/domain/canonical'

/** Row ids and the different kinds of empty are no difference. */
const plain = (value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const bare = key === 'id' ? null : plain(inner)
    return bare === null ? [] : [[key, bare] as const]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

type Values = Record<string, unknown>

/** Which of these fields say something else than before. */
export const changedFields = (names: readonly string[], before: Values, after: Values): string[] =>
  names.filter((name) => name in after && canonical(plain(before[name])) !== canonical(plain(after[name])))
