import type { Looked } from './looked'

/** A channel that moved by more than this (of 255) was painted anew. */
const least = 10

const moved = (one: Uint8Array, other: Uint8Array, at: number): 0 | 1 =>
  Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > least ||
  Math.abs((one[at + 1] ?? 0) - (other[at + 1] ?? 0)) > least ||
  Math.abs((one[at + 2] ?? 0) - (other[at + 2] ?? 0)) > least
    ? 1
    : 0

/** 1 where two pictures of one size differ; mixed pixels at the rims are left out. Pictures of two sizes differ everywhere. */
export const addedBetween = (under: Looked, over: Looked): Uint8Array => {
  const count = over.width * over.height
  const all = new Uint8Array(count)
  if (under.width !== over.width || under.height !== over.height) return all.fill(1)
  for (let at = 0; at < count; at++) all[at] = moved(under.data, over.data, 3 * at)
  const inner = new Uint8Array(count)
  for (let at = 1; at < count - 1; at++) inner[at] = (all[at] ?? 0) & (all[at - 1] ?? 0) & (all[at + 1] ?? 0)
  return inner
}

export const sizeOf = (mask: Uint8Array): number => {
  let sum = 0
  for (const one of mask) sum += one
  return sum
}
