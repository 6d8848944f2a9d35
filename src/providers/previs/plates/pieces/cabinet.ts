import { mix } from '../../colour'
import { ellipse, rect, repeat } from '../shapes'
import type { Stage } from '../stage'
import type { Standing } from './standing'

/** Drawers and doors in a row; y is the foot. */
export const cabinet = (stage: Stage, { x, y, w, h, colour }: Standing, doors: number): string => {
  const tint = stage.at(0.05)
  const door = tint(colour)
  const seam = tint(mix(colour, '#16181c', 0.3))
  const panel = tint(mix(colour, '#fff2d8', 0.1))
  const one = w / doors
  return (
    rect([x, y - h, w, h], door) +
    repeat(doors, (i) => {
      const left = x + i * one
      return (
        rect([left, y - h, 3, h], seam) +
        rect([left + one * 0.13, y - h * 0.86, one * 0.74, h * 0.7], panel, 'opacity=".5"') +
        ellipse([left + one / 2, y - h * 0.78, one * 0.1, 5], tint('#d9b46a'))
      )
    }) +
    rect([x, y - 14, w, 14], stage.light.ink, 'opacity=".3"')
  )
}
