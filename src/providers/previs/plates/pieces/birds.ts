import { d, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A bird far off: two strokes. */
export const gull = (at: { x: number; y: number; size: number }, colour: string): string =>
  stroke(
    d`M${at.x - at.size} ${at.y - at.size * 0.2}Q${at.x - at.size * 0.5} ${at.y - at.size * 0.6} ${at.x} ${at.y}Q${at.x + at.size * 0.5} ${at.y - at.size * 0.6} ${at.x + at.size} ${at.y - at.size * 0.2}`,
    colour,
    Math.max(1.5, at.size * 0.14),
  )

/** A few gulls over the place; they sleep at night. */
export const birds = (stage: Stage): string => {
  const dice = stage.dice('birds')
  if (stage.outside.night) return ''
  return repeat(6, () =>
    gull({ x: 260 + dice() * 1080, y: 120 + dice() * 220, size: 12 + dice() * 13 }, stage.at(0.5)('#40434c')),
  )
}
