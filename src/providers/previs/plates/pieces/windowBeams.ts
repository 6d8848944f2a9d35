import { mix } from '../../colour'
import { d, poly } from '../shapes'
import type { Stage } from '../stage'
import type { Hole } from './room'

/** Light that falls in through the windows: two translucent quads each, and its patch on the floor. */
export const windowBeams = (stage: Stage, holes: readonly Hole[], floorY = 700): string => {
  const { outside } = stage
  if (outside.timeOfDay === 'twilight') return ''
  const strength = outside.night ? 0.1 : outside.sun ? 0.27 : 0.13
  const colour = outside.night ? '#a8caf4' : mix(outside.key, '#ffffff', 0.3)
  const slide = -outside.sunSide * 250
  return holes
    .map(({ x, y, w, h }) => {
      const id = stage.id()
      const foot = floorY + 150
      const gradient = `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour}" stop-opacity="${String(strength)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0.02"/></linearGradient></defs>`
      const quad = (inset: number) =>
        poly(
          [
            x + inset,
            y + inset,
            x + w - inset,
            y + inset,
            x + w - inset + slide * 1.25,
            foot,
            x + inset * 0.4 + slide,
            foot,
          ],
          `url(#${id})`,
        )
      const patch = poly(
        [
          x + w * 0.06 + slide * 0.8,
          floorY + 34,
          x + w * 0.94 + slide * 0.8,
          floorY + 34,
          x + w + slide * 1.2,
          floorY + 34 + h * 0.24,
          x + slide * 1.2,
          floorY + 34 + h * 0.24,
        ],
        colour,
        d`opacity="${(strength * 0.95).toFixed(2)}"`,
      )
      return gradient + quad(0) + quad(Math.min(w, h) * 0.16) + patch
    })
    .join('')
}
