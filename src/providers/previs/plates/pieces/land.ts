import { mix } from '../../colour'
import { path, poly, repeat, ridge } from '../shapes'
import type { Stage } from '../stage'

/** Rolling land: a soft ridge across the world, closed at the bottom. */
export const hills = (
  stage: Stage,
  at: { label: string; y: number; rise: number; steps: number; colour: string; depth: number; bottom?: number },
): string => {
  const dice = stage.dice(at.label)
  const points = Array.from({ length: at.steps + 1 }, (_, i) => [
    -200 + (2000 * i) / at.steps,
    at.y - dice() * at.rise,
  ]).flat()
  return path(ridge(points, at.bottom ?? 1000), stage.ground(at.depth)(at.colour))
}

/** Sharp peaks with a lit flank and snow caps. */
export const peaks = (
  stage: Stage,
  at: {
    label: string
    base: number
    low: number
    high: number
    count: number
    depth: number
    colour: string
    snow: boolean
  },
): string => {
  const dice = stage.dice(at.label)
  const tint = stage.at(at.depth)
  const side = stage.outside.sunSide
  return repeat(at.count, (i) => {
    const x = -180 + (1960 / at.count) * (i + 0.2 + dice() * 0.6)
    const h = at.low + dice() * (at.high - at.low)
    const half = h * (0.85 + dice() * 0.5)
    const top = at.base - h
    const lean = (dice() - 0.5) * half * 0.3
    const cap = 0.25
    const flank = (to: number, jags: readonly number[]): number[] =>
      jags.flatMap((jag, k) => {
        const t = (k + 1) / (jags.length + 1)
        return [x + lean + (to - x - lean) * (t ** 1.25 + jag * 0.07), top + h * t]
      })
    const [j1, j2, j3, j4, j5, j6] = [
      dice() - 0.5,
      dice() - 0.5,
      dice() - 0.5,
      dice() - 0.5,
      dice() - 0.5,
      dice() - 0.5,
    ]
    const right = flank(x + half, [j1, j2, j3])
    const left = flank(x - half, [j4, j5, j6])
    const pairs = (list: number[]) => [list.slice(0, 2), list.slice(2, 4), list.slice(4, 6)]
    const body = poly(
      [x + lean, top, ...right, x + half, at.base, x - half, at.base, ...pairs(left).reverse().flat()],
      tint(mix(at.colour, '#2c3448', 0.2)),
    )
    const bright = side > 0 ? right : left
    const lit = poly(
      [
        x + lean,
        top,
        ...bright,
        x + side * half,
        at.base,
        x + side * half * 0.3,
        at.base,
        x + lean + side * half * 0.02,
        top + h * 0.72,
        x + lean + side * half * 0.17,
        top + h * 0.5,
        x + lean - side * half * 0.03,
        top + h * 0.28,
      ],
      tint(mix(at.colour, '#f0e0c8', 0.16)),
    )
    const [lx = 0, ly = 0] = left
    const [rx = 0, ry = 0] = right
    const snow = at.snow
      ? poly(
          [
            x + lean,
            top,
            rx,
            ry,
            rx - (rx - lx) * 0.25,
            ry - h * 0.06,
            rx - (rx - lx) * 0.45,
            ry + h * 0.06,
            rx - (rx - lx) * 0.7,
            ry - h * 0.04,
            lx,
            ly,
          ],
          tint('#eef3f6'),
        ) +
        poly(
          [x + lean, top, side > 0 ? lx : rx, side > 0 ? ly : ry, x + lean - side * half * 0.06, top + h * cap * 0.8],
          tint('#b9c8dc'),
          'opacity=".8"',
        )
      : ''
    return body + lit + snow
  })
}

/** A boulder, its shaded side away from the light; y is its foot. */
export const rock = (
  stage: Stage,
  at: { x: number; y: number; w: number; h: number; depth: number; colour?: string },
): string => {
  const tint = stage.ground(at.depth)
  const { x, y, w, h } = at
  const local = at.colour ?? '#77726e'
  const side = stage.light.sunSide
  return (
    poly(
      [
        x - w,
        y,
        x - w * 0.8,
        y - h * 0.6,
        x - w * 0.3,
        y - h,
        x + w * 0.35,
        y - h * 0.92,
        x + w * 0.85,
        y - h * 0.45,
        x + w,
        y,
      ],
      tint(local),
    ) +
    poly(
      [
        x - side * w * 0.1,
        y,
        x - side * w * 0.3,
        y - h * 0.55,
        x - side * w * 0.3,
        y - h,
        x - side * w * 0.8,
        y - h * 0.55,
        x - side * w,
        y,
      ],
      stage.light.ink,
      'opacity=".22"',
    )
  )
}
