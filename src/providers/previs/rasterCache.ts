import type { Raster } from './pixels'

const bytesMost = 48_000_000
const kept = new Map<string, { raster: Promise<Raster>; bytes: number }>()
let bytes = 0

/** A drawing by its key, drawn once while it is remembered: a scene's layers and its clip share places and people.
 *  Bounded; what was asked for longest ago is forgotten first. Nobody may write into a raster they got. */
export const remembered = (key: string, draw: () => Promise<Raster>): Promise<Raster> => {
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return found.raster
  }
  const entry = { raster: draw(), bytes: 0 }
  kept.set(key, entry)
  entry.raster.then(
    (raster) => {
      if (kept.get(key) !== entry) return
      entry.bytes = raster.data.length
      bytes += entry.bytes
      forgetOldest(key)
    },
    () => {
      if (kept.get(key) === entry) kept.delete(key)
    },
  )
  return entry.raster
}

const forgetOldest = (newest: string) => {
  for (const [key, entry] of kept) {
    if (bytes <= bytesMost) return
    if (key === newest || entry.bytes === 0) continue
    kept.delete(key)
    bytes -= entry.bytes
  }
}
