import { d, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A potted plant, broad or spiky. */
export const plant = (
  stage: Stage,
  at: { x: number; y: number; size: number; spiky?: boolean; depth?: number },
): string => {
  const tint = stage.at(at.depth ?? 0.04)
  const { x, y, size: s } = at
  const leaves = repeat(9, (i) => {
    const angle = -Math.PI / 2 + ((i - 4) / 4) * 1.15
    const reach = s * (0.86 + ((i * 7) % 3) * 0.1)
    const [tx, ty] = [x + Math.cos(angle) * reach, y - s * 0.5 + Math.sin(angle) * reach]
    const bow = at.spiky ? 0.06 : 0.17
    const [nx, ny] = [-Math.sin(angle) * s * bow, Math.cos(angle) * s * bow]
    const [mx, my] = [x + Math.cos(angle) * reach * 0.6, y - s * 0.5 + Math.sin(angle) * reach * 0.6]
    return path(
      d`M${x} ${y - s * 0.44}Q${mx + nx} ${my + ny} ${tx} ${ty}Q${mx - nx} ${my - ny} ${x} ${y - s * 0.44}Z`,
      tint(i % 2 === 0 ? '#3f6b4a' : '#557f4f'),
    )
  })
  return (
    leaves +
    poly([x - s * 0.26, y - s * 0.48, x + s * 0.26, y - s * 0.48, x + s * 0.19, y, x - s * 0.19, y], tint('#b0664a')) +
    rect([x - s * 0.29, y - s * 0.52, s * 0.58, s * 0.1], tint('#c47a58'))
  )
}
