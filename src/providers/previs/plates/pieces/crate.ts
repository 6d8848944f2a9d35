import { ellipse, line, rect } from '../shapes'
import type { Stage } from '../stage'

/** A wooden crate; y is its foot. */
export const crate = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.04)
  const [wood, dark] = [tint('#a17a4e'), tint('#6d4f34')]
  return (
    ellipse([x, y + 2, 74, 10], stage.light.ink, 'opacity=".3"') +
    rect([x - 62, y - 100, 124, 102], wood) +
    rect([x - 62, y - 100, 124, 15], dark) +
    rect([x - 62, y - 14, 124, 15], dark) +
    rect([x - 62, y - 100, 14, 102], dark) +
    rect([x + 48, y - 100, 14, 102], dark) +
    line([x - 50, y - 12, x + 50, y - 88], dark, 12)
  )
}
