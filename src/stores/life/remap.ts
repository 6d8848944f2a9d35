import { ObjectId } from 'mongodb'
import { sha256Of } from '../sha256'

/** Old id → new id, both as 24 hexadecimal digits. */
export type Ids = ReadonlyMap<string, string>

/** The id a copy has: the same whenever the same document is copied into the same project. */
export const copiedId = (target: string, id: string): string => sha256Of(`${target}:${id}`).slice(0, 24)

/** The same value with other ids, wherever they stand in it: as ids or as text. Dates and bytes stay as they are. */
export const remap = (value: unknown, ids: Ids): unknown => {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (value instanceof ObjectId) {
    const other = ids.get(value.toHexString())
    return other === undefined ? value : new ObjectId(other)
  }
  if (Array.isArray(value)) return value.map((one) => remap(one, ids))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, remap(inner, ids)]))
}

/** Everything that is text or an id in a value, at any depth. */
export const textsIn = (value: unknown, found: (text: string) => void): void => {
  if (typeof value === 'string') found(value)
  else if (value instanceof ObjectId) found(value.toHexString())
  else if (Array.isArray(value)) for (const one of value) textsIn(one, found)
  else if (isPlain(value)) for (const inner of Object.values(value)) textsIn(inner, found)
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
