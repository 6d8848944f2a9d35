/** FNV-1a of the text's UTF-16 units: a whole number 0 to 2^32-1, the same on every machine. */
export const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}

/** A repeatable stream of numbers in [0, 1) (mulberry32); equal seeds give equal streams. */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The entry a draw in [0, 1) falls on. Fails: RangeError on an empty list. */
export const pick = <T>(entries: readonly T[], draw: number): T => {
  const entry = entries[Math.min(entries.length - 1, Math.floor(draw * entries.length))]
  if (entry === undefined) throw new RangeError('pick() needs at least one entry')
  return entry
}
