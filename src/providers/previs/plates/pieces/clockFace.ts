import { circle, line } from '../shapes'
import type { Stage } from '../stage'

/** A clock on a wall. */
export const clockFace = (stage: Stage, at: { x: number; y: number; r: number }, rim: string): string => {
  const tint = stage.at(0.1)
  const { x, y, r } = at
  return (
    circle([x, y, r], tint(rim)) +
    circle([x, y, r * 0.82], tint('#f0e9d8')) +
    line([x, y, x + r * 0.1, y - r * 0.58], tint('#2a2630'), r * 0.09) +
    line([x, y, x + r * 0.42, y + r * 0.16], tint('#2a2630'), r * 0.11)
  )
}
