import type { Figure } from './figureOf'

/** So much of a figure is head and shoulders. */
const shouldersAt = 0.27
const steps = 60

/** Width of the figure at a height in its own pixels, between two rows. */
const widthAt = (widths: readonly number[], row: number): number => {
  const low = Math.floor(row)
  const [one, other] = [widths[low] ?? 0, widths[low + 1] ?? widths[low] ?? 0]
  return one + (other - one) * (row - low)
}

export type Match = {
  /** Pixels of the figure seen for one pixel of the view. */
  scale: number
  /** Part of the outline that is elsewhere, 0–1. */
  off: number
}

/** Lays the outline of head and shoulders on the one of the enrolled view, in the size that fits best. */
export const matchOutline = (seen: Figure, view: Figure, expected: number): Match => {
  const rows = view.widths.length * shouldersAt
  let best: Match = { scale: expected, off: 1 }
  for (let i = -16; i <= 16; i++) {
    const scale = expected * 1.035 ** i
    const off = offOf(seen, view, { scale, rows: Math.min(rows, seen.widths.length / scale) })
    if (off < best.off) best = { scale, off }
  }
  return best
}

const offOf = (seen: Figure, view: Figure, { scale, rows }: { scale: number; rows: number }): number => {
  let [apart, all] = [0, 0]
  for (let i = 0; i < steps; i++) {
    const row = ((i + 0.5) / steps) * rows
    const [wanted, there] = [widthAt(view.widths, row), widthAt(seen.widths, row * scale) / scale]
    apart += Math.abs(there - wanted)
    all += Math.max(there, wanted)
  }
  return all === 0 ? 1 : apart / all
}
