import { differencesOf, partKey, type Difference } from './differences'
import type { Part, PartRole } from './part'

/** How a document behind a result differs: some fields; or it is gone, new, or another one is read in its place. */
export type ChangedPart = { role: PartRole; of: string } & (
  { how: 'fields'; differences: Difference[] } | { how: 'gone' | 'new' | 'another' }
)

/**
 * What differs between what a result was made from and what it would be made from now. Another place or another cast
 * follows from the scene's own fields; it is told only where they do not say so.
 */
export const changedParts = (then: readonly Part[], now: readonly Part[]): ChangedPart[] => {
  const before = new Map(then.map((part) => [partKey(part), part]))
  const after = new Map(now.map((part) => [partKey(part), part]))
  const all = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    changedPart(before.get(key) ?? null, after.get(key) ?? null),
  )
  const told = all.filter(({ how, role }) => how === 'fields' || role === 'previous')
  return told.length > 0 ? told : all
}

/** One document, read then and now. */
export const changedPart = (then: Part | null, now: Part | null): ChangedPart[] => {
  const part = now ?? then
  if (!part) return []
  const { role, of } = part
  if (!then || !now) return part.fields.length === 0 ? [] : [{ role, of, how: now ? 'new' : 'gone' }]
  const differences = differencesOf(then, now)
  if (differences.length === 0) return []
  return [then.of === now.of ? { role, of, how: 'fields', differences } : { role, of, how: 'another' }]
}
