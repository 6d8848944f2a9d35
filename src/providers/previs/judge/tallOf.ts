import type { ShotSize } from '@/domain/scene/vocabulary'
import { sizeRows } from '../framingTable'

/** How tall a grown-up is in a framing of this shape, in frame heights, as this department frames one alone at eye level. */
export const tallOf = (shotSize: ShotSize, { width, height }: { width: number; height: number }): number => {
  const row = sizeRows[shotSize]
  return Math.min(row.k, (row.headMost * (width / height) * 1000) / 182)
}
