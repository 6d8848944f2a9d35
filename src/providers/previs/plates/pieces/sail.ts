import { d, ellipse, line, path, poly } from '../shapes'
import type { Stage } from '../stage'

/** A sail far out; never in the middle third. */
export const sail = (stage: Stage, at: { x: number; y: number; s: number; depth: number }): string => {
  const tint = stage.at(at.depth)
  const { x, y, s } = at
  return (
    path(
      d`M${x - s * 0.6} ${y - s * 0.16}H${x + s * 0.62}L${x + s * 0.42} ${y + s * 0.08}H${x - s * 0.46}Z`,
      tint('#6b4436'),
    ) +
    line([x, y - s * 0.16, x, y - s * 1.4], tint('#4c3a34'), Math.max(1.5, s * 0.035)) +
    poly([x + s * 0.05, y - s * 1.34, x + s * 0.05, y - s * 0.24, x + s * 0.58, y - s * 0.3], tint('#efe6d4')) +
    poly([x - s * 0.05, y - s * 1.2, x - s * 0.05, y - s * 0.26, x - s * 0.44, y - s * 0.3], tint('#d8ccb8')) +
    ellipse([x, y + s * 0.12, s * 0.7, s * 0.05], tint('#efe6d4'), 'opacity=".4"')
  )
}
