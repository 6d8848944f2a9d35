import { mix } from '../../colour'
import { ellipse } from '../shapes'
import type { Stage } from '../stage'

/** An oval rug. */
export const rug = (stage: Stage, at: { x: number; y: number; w: number; h: number; colour: string }): string => {
  const tint = stage.at(0.03)
  return (
    ellipse([at.x, at.y, at.w / 2, at.h / 2], tint(at.colour)) +
    ellipse([at.x, at.y, at.w * 0.44, at.h * 0.38], tint(mix(at.colour, '#f2dfba', 0.3))) +
    ellipse([at.x, at.y, at.w * 0.38, at.h * 0.31], tint(at.colour))
  )
}
