import { canonical } from '../canonical'

/** What a part of a result's input is: a key of what a step reads. */
export type PartRole =
  | 'title' | 'settings' | 'titles' | 'scene' | 'previous' | 'own' | 'cast' | 'character' | 'place' | 'prop' | 'props'
  | 'decided' | 'look' | 'bible' | 'prompts' | 'models' // prettier-ignore

/** One field as it was read. `mark`: its value as canonical JSON while that is short, else `#` and a digest. */
export type PartField = {
  path: string
  mark: string
  /** The beginning of a long text, for people. */
  said?: string
}

/** What one document gave to a result: the fields its step declares, and nothing else. */
export type Part = {
  role: PartRole
  /** The document: `scenes/<id>`, `characters/MARA`, `style-guides`, `project/settings`. */
  of: string
  fields: PartField[]
}

const shortMost = 64
const saidMost = 72

/** Splits what was read of a document into its fields; groups are taken apart, files and lists count as a whole. */
export const partFields = (value: Record<string, unknown>, digest: (text: string) => string): PartField[] =>
  leavesOf(value, '').map(([path, leaf]) => {
    const text = canonical(leaf)
    if (text.length <= shortMost) return { path, mark: text }
    const said = saidOf(leaf)
    return { path, mark: `#${digest(text)}`, ...(said === '' ? {} : { said }) }
  })

/** Nothing and the different kinds of empty are the same; a field that says nothing is left out. */
const leavesOf = (value: Record<string, unknown>, above: string): [string, unknown][] =>
  Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const bare = withoutEmpty(inner)
    const path = `${above}${key}`
    if (bare === null) return []
    return isGroup(bare) ? leavesOf(bare, `${path}.`) : [[path, bare]]
  })

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !('sha256' in value)

const withoutEmpty = (value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(withoutEmpty)
  if (typeof value !== 'object' || value instanceof Date) return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const bare = withoutEmpty(inner)
    return bare === null ? [] : [[key, bare] as const]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

const saidOf = (value: unknown): string => {
  const text = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(', ') : value
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').slice(0, saidMost) : ''
}
