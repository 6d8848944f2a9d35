import { mix } from '../../colour'
import { circle, d, path, poly, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Colour of foliage: under snow it pales. */
export const leaf = (stage: Stage, local: string): string =>
  stage.outside.groundMix ? mix(local, stage.outside.groundMix.colour, stage.outside.groundMix.amount * 0.55) : local

/** A conifer of stacked boughs, the light side a tone brighter. */
export const pine = (
  stage: Stage,
  at: { x: number; base: number; height: number; depth: number; colour?: string },
): string => {
  const { x, base, height, depth } = at
  const tint = stage.at(depth)
  const local = leaf(stage, at.colour ?? '#2f5a4c')
  const half = height * 0.21
  const side = stage.light.sunSide
  const boughs = repeat(4, (i) => {
    const top = base - height + height * 0.2 * i
    const bottom = base - height * (0.62 - i * 0.18)
    const w = half * (0.46 + i * 0.19)
    const shade = poly(
      [
        x,
        top,
        x + w,
        bottom,
        x + w * 0.4,
        bottom - height * 0.025,
        x,
        bottom + height * 0.01,
        x - w * 0.45,
        bottom - height * 0.02,
        x - w,
        bottom,
      ],
      tint(mix(local, '#16302c', 0.1 + i * 0.04)),
    )
    const light = poly(
      [x, top, x + side * w, bottom, x + side * w * 0.3, bottom - height * 0.03],
      tint(mix(local, '#d7cf8a', 0.16)),
      'opacity=".7"',
    )
    const snow = stage.outside.groundMix
      ? poly(
          [
            x,
            top,
            x + w * 0.5,
            top + (bottom - top) * 0.5,
            x,
            top + (bottom - top) * 0.42,
            x - w * 0.5,
            top + (bottom - top) * 0.5,
          ],
          tint('#eef4f8'),
          'opacity=".85"',
        )
      : ''
    return shade + light + snow
  })
  return (
    poly(
      [
        x - height * 0.022,
        base,
        x + height * 0.022,
        base,
        x + height * 0.014,
        base - height * 0.3,
        x - height * 0.014,
        base - height * 0.3,
      ],
      tint('#4a382e'),
    ) + boughs
  )
}

/** A broad-leaved tree: trunk with two boughs, a crown of overlapping discs. */
export const tree = (
  stage: Stage,
  at: { x: number; base: number; height: number; depth: number; label: string; colour?: string },
): string => {
  const { x, base, height, depth } = at
  const tint = stage.at(depth)
  const local = leaf(stage, at.colour ?? '#5d7d45')
  const dice = stage.dice(at.label)
  const trunk = tint('#5a4334')
  const w = height * 0.035
  const crown = Array.from({ length: 7 }, (_, i) => {
    const angle = (i / 7) * Math.PI * 2 + dice()
    const reach = i === 0 ? 0 : height * (0.13 + dice() * 0.09)
    return {
      x: x + Math.cos(angle) * reach * 1.25,
      y: base - height * 0.7 + Math.sin(angle) * reach * 0.75,
      r: height * (0.15 + dice() * 0.07),
    }
  })
  const side = stage.light.sunSide
  return (
    path(
      d`M${x - w} ${base}C${x - w * 0.5} ${base - height * 0.2} ${x - w * 0.6} ${base - height * 0.4} ${x - w * 0.5} ${base - height * 0.66}L${x + w * 0.5} ${base - height * 0.66}C${x + w * 0.5} ${base - height * 0.4} ${x + w * 0.6} ${base - height * 0.2} ${x + w * 1.2} ${base}Z`,
      trunk,
    ) +
    stroke(
      d`M${x} ${base - height * 0.4}Q${x + height * 0.06} ${base - height * 0.5} ${x + height * 0.13} ${base - height * 0.6}`,
      trunk,
      w * 0.8,
    ) +
    crown.map((c) => circle([c.x, c.y, c.r], tint(mix(local, '#1e3a34', 0.22)))).join('') +
    crown.map((c) => circle([c.x + side * c.r * 0.2, c.y - c.r * 0.2, c.r * 0.76], tint(local))).join('') +
    crown
      .map((c) =>
        circle(
          [c.x + side * c.r * 0.36, c.y - c.r * 0.36, c.r * 0.42],
          tint(mix(local, '#e9dc90', 0.24)),
          'opacity=".8"',
        ),
      )
      .join('')
  )
}

/** Tufts of grass: a fan of blades. */
export const tuft = (at: { x: number; y: number; size: number }, fill: string, lean = 0): string =>
  repeat(5, (i) => {
    const u = (i - 2) / 2
    return poly(
      [
        at.x + u * at.size * 0.25 - at.size * 0.05,
        at.y,
        at.x + u * at.size * 0.7 + lean * at.size,
        at.y - at.size * (1 - Math.abs(u) * 0.35),
        at.x + u * at.size * 0.25 + at.size * 0.06,
        at.y,
      ],
      fill,
    )
  })

/** A round bush; y is its foot. */
export const bush = (
  stage: Stage,
  at: { x: number; y: number; size: number; depth: number; colour?: string },
): string => {
  const tint = stage.at(at.depth)
  const local = leaf(stage, at.colour ?? '#4d6b43')
  const { x, y, size: s } = at
  return (
    [
      [-0.7, 0, 0.5],
      [0.7, 0, 0.46],
      [-0.25, -0.35, 0.56],
      [0.3, -0.3, 0.52],
    ]
      .map(([u = 0, v = 0, r = 0]) => circle([x + u * s, y - s * 0.3 + v * s, r * s], tint(mix(local, '#1e3a34', 0.2))))
      .join('') +
    [
      [-0.55, -0.05, 0.32],
      [0.2, -0.4, 0.36],
    ]
      .map(([u = 0, v = 0, r = 0]) =>
        circle([x + u * s, y - s * 0.35 + v * s, r * s], tint(mix(local, '#d9d690', 0.14))),
      )
      .join('')
  )
}
