import { d, path, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A palm; y is its foot, `lean` −1.5 to 1.5. */
export const palm = (stage: Stage, at: { x: number; y: number; size: number; depth: number; lean: number }): string => {
  const tint = stage.at(at.depth)
  const { x, y, size: s, lean } = at
  const [tx, ty] = [x + lean * s * 0.16, y - s]
  const fronds = repeat(8, (i) => {
    const a = -Math.PI + (i / 7) * Math.PI
    const [ex, ey] = [tx + Math.cos(a) * s * 0.55, ty + Math.sin(a) * s * 0.24 + s * 0.2]
    return path(
      d`M${tx} ${ty}Q${tx + Math.cos(a) * s * 0.34} ${ty + Math.sin(a) * s * 0.44 - s * 0.06} ${ex} ${ey}Q${tx + Math.cos(a) * s * 0.26} ${ty + Math.sin(a) * s * 0.26} ${tx} ${ty}Z`,
      tint(i % 2 === 0 ? '#4f7a4c' : '#3d6644'),
    )
  })
  return stroke(d`M${x} ${y}Q${x + lean * s * 0.02} ${y - s * 0.6} ${tx} ${ty}`, tint('#7a5c40'), s * 0.06) + fronds
}
