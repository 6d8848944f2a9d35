import type { Spot } from './enrolled'

/** Spots in flat arrays, for speed. */
export type Spots = { count: number; u: Float32Array; v: Float32Array; colour: Uint8Array }

/** At most `most` of the spots, evenly taken. */
export const spotsOf = (list: readonly Spot[], most = Infinity): Spots => {
  const count = Math.min(most, list.length)
  const kept = Array.from({ length: count }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)])
  return {
    count,
    u: Float32Array.from(kept, (one) => one?.u ?? 0),
    v: Float32Array.from(kept, (one) => one?.v ?? 0),
    colour: Uint8Array.from(kept, (one) => one?.colour ?? 0),
  }
}

/** Pixels with the colours they can be, one bit each. */
export type Marked = { width: number; height: number; bits: Uint8Array }

/** The foot of a neck in px, px per unit; `turn` in radians for a rolled camera, `squash` height over width. */
export type Stand = { x: number; y: number; unit: number; turn: number; squash: number }

/** How many spots lie in the frame, times 4096, plus how many of them have their colour. */
export const hitsOf = ({ width, height, bits }: Marked, { count, u, v, colour }: Spots, at: Stand): number => {
  const [cos, sin] = [Math.cos(at.turn) * at.unit, Math.sin(at.turn) * at.unit]
  let [hits, seen] = [0, 0]
  for (let i = 0; i < count; i++) {
    const [across, down] = [u[i] ?? 0, (v[i] ?? 0) * at.squash]
    const column = Math.floor(at.x + across * cos - down * sin)
    const row = Math.floor(at.y + across * sin + down * cos)
    if (column < 0 || row < 0 || column >= width || row >= height) continue
    seen++
    hits += ((bits[row * width + column] ?? 0) >> (colour[i] ?? 0)) & 1
  }
  return seen * 4096 + hits
}

/** Per colour: how many spots of it lie in the frame, and how many of them have it. */
export const hitsByColour = (marked: Marked, spots: readonly Spots[], at: Stand): { seen: number; hits: number }[] => {
  const counts = Array.from({ length: 8 }, () => ({ seen: 0, hits: 0 }))
  for (const { count, u, v, colour } of spots)
    for (let i = 0; i < count; i++) {
      const one = { count: 1, u: u.subarray(i, i + 1), v: v.subarray(i, i + 1), colour: colour.subarray(i, i + 1) }
      const hits = hitsOf(marked, one, at)
      const of = counts[colour[i] ?? 0]
      if (!of || hits < 4096) continue
      of.seen++
      of.hits += hits & 4095
    }
  return counts
}
