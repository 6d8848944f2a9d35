import { path, ridge } from '../shapes'
import type { Stage } from '../stage'

/** Foam where the sea meets the sand at `y`. */
export const surf = (stage: Stage, y: number): string => {
  const foam = stage.at(0.14)('#f2f5f2')
  const dice = stage.dice('surf')
  const wave = (at: number, opacity: string) => {
    const points = Array.from({ length: 13 }, (_, i) => [-200 + i * 168, at + (dice() - 0.5) * 18]).flat()
    return path(ridge(points, at + 60), foam, `opacity="${opacity}"`)
  }
  return wave(y - 12, '.5') + wave(y + 2, '.75')
}
