import { mix } from '../../colour'
import { d, path, rect, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Curtains at both sides of a window. */
export const curtains = (
  stage: Stage,
  hole: { x: number; y: number; w: number; h: number },
  colour: string,
): string => {
  const tint = stage.at(0.07)
  const { x, y, w, h } = hole
  const c = tint(colour)
  const fold = tint(mix(colour, '#1c1418', 0.25))
  const one = (s: 1 | -1, edge: number) =>
    path(
      d`M${edge - s * 46} ${y - 34}H${edge + s * w * 0.2}C${edge + s * w * 0.17} ${y + h * 0.4} ${edge + s * w * 0.05} ${y + h * 0.55} ${edge + s * 2} ${y + h * 0.62}C${edge + s * 12} ${y + h * 0.8} ${edge + s * 8} ${y + h} ${edge + s * 10} ${y + h + 60}H${edge - s * 46}Z`,
      c,
    ) +
    stroke(d`M${edge - s * 22} ${y - 20}Q${edge - s * 12} ${y + h * 0.4} ${edge - s * 24} ${y + h + 46}`, fold, 5) +
    stroke(
      d`M${edge + s * w * 0.08} ${y - 20}Q${edge + s * w * 0.07} ${y + h * 0.36} ${edge - s * 4} ${y + h * 0.56}`,
      fold,
      4,
    )
  return rect([x - 62, y - 42, w + 124, 9], tint('#4a352c')) + one(1, x) + one(-1, x + w)
}
