import { labOf, type Lab } from './lab'
import { rgbAt, type Looked } from './looked'

/** A channel that moved by more than this (of 255) was painted anew. */
const least = 10

/** 1 where two pictures of one size differ; mixed pixels at the rims are left out. Pictures of two sizes differ everywhere. */
export const addedBetween = (under: Looked, over: Looked): Uint8Array => {
  const count = over.width * over.height
  const all = new Uint8Array(count)
  if (under.width !== over.width || under.height !== over.height) return all.fill(1)
  const parts = over.data.length
  for (let i = 0; i < parts; i++)
    if (Math.abs((under.data[i] ?? 0) - (over.data[i] ?? 0)) > least) all[Math.floor(i / 3)] = 1
  const inner = new Uint8Array(count)
  for (let at = 1; at < count - 1; at++) inner[at] = (all[at] ?? 0) & (all[at - 1] ?? 0) & (all[at + 1] ?? 0)
  return inner
}

export const sizeOf = (mask: Uint8Array): number => {
  let sum = 0
  for (const one of mask) sum += one
  return sum
}

/** As many pixels tell as much as all of them. */
const enough = 8000

/** Colours of a picture where the mask is 1, evenly taken. */
export function* coloursIn(picture: Looked, mask: Uint8Array): Generator<Lab> {
  const step = Math.max(1, Math.floor(sizeOf(mask) / enough))
  let met = 0
  for (let at = 0; at < mask.length; at++) if (mask[at] === 1 && met++ % step === 0) yield labOf(rgbAt(picture, at))
}
