import { mix } from '../../colour'
import { circle, rect } from '../shapes'
import type { Stage } from '../stage'
import type { Standing } from './standing'

/** A panelled door in its frame; y is its foot. */
export const door = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.1)
  const panel = tint(mix(colour, '#191418', 0.2))
  return (
    rect([x - 14, y - h - 14, w + 28, h + 14], tint(mix(colour, '#f4e8d0', 0.42))) +
    rect([x, y - h, w, h], tint(colour)) +
    rect([x + w * 0.14, y - h * 0.92, w * 0.72, h * 0.38], panel) +
    rect([x + w * 0.14, y - h * 0.46, w * 0.72, h * 0.38], panel) +
    circle([x + w * 0.88, y - h * 0.48, 7], tint('#d9b46a'))
  )
}
