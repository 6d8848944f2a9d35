import { mix } from '../../colour'
import { pick } from '../../random'
import { group, poly, repeat } from '../shapes'
import type { Stage } from '../stage'
import { windowAt } from './facadeWindow'
import { facadeColours } from './houses'

const eye = { x: 930, y: 590 }

/** The point a share `s` of the way from the eye point to (x, y): 1 at the lens, 0 at the horizon. */
export const toward = (x: number, y: number, s: number): readonly [number, number] => [
  eye.x + (x - eye.x) * s,
  eye.y + (y - eye.y) * s,
]

/** A house side in perspective from near share `a` to far share `b` of the way to the eye point. */
export const flank = (
  stage: Stage,
  at: { edge: number; a: number; b: number; top: number; depth: number; label: string; shop: boolean },
): string => {
  const { edge, a, b, top, depth, label } = at
  const base = 872
  const dice = stage.dice(label)
  const colour = pick(facadeColours, dice())
  const tint = stage.at(depth)
  const shaded = edge < 0 === stage.light.sunSide < 0
  const quad: Quad = ([u, v], [hi, lo]) => [
    ...toward(edge, hi, u),
    ...toward(edge, hi, v),
    ...toward(edge, lo, v),
    ...toward(edge, lo, u),
  ]
  const share = (t: number) => 1 / (1 / a + (1 / b - 1 / a) * t)
  const columns = 4
  const rows = Math.floor((base - 250 - top) / 150)
  const panes = repeat(columns * Math.max(0, rows), (i) => {
    const column = i % columns
    const [u, v] = [share((column + 0.24) / columns), share((column + 0.72) / columns)]
    const hi = top + 60 + Math.floor(i / columns) * 150
    return slanted(stage, { points: quad([u, v], [hi, hi + 88]), depth, draws: [dice(), dice(), dice()], colour })
  })
  const cornice = poly(quad([a, b], [top - 18, top + 16]), tint(mix(colour, '#2e2a34', 0.45)))
  const wall =
    poly(quad([a, b], [top, base]), tint(colour)) +
    (shaded ? poly(quad([a, b], [top, base]), stage.light.ink, 'opacity=".24"') : '')
  const foot = poly(quad([a, b], [base - 190, base]), tint('#40363c'))
  return wall + cornice + panes + foot + (at.shop ? slantShop(stage, { quad, share, base, depth, label }) : '')
}

/** Corners of a piece of wall between two shares of the way and two heights. */
type Quad = (shares: readonly [number, number], heights: readonly [number, number]) => number[]

const slanted = (
  stage: Stage,
  at: { points: number[]; depth: number; draws: [number, number, number]; colour: string },
): string => {
  const flat = windowAt(stage, { box: [0, 0, 100, 100], depth: at.depth, draws: at.draws, colour: at.colour })
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, , y2 = 0, , y3 = 0] = at.points
  const across = [(x1 - x0) / 100, (y1 + y2 - y0 - y3) / 200] as const
  const down = (y3 + y2 - y0 - y1) / 200
  return group(
    flat,
    `transform="matrix(${across[0].toFixed(3)} ${across[1].toFixed(3)} 0 ${down.toFixed(3)} ${x0.toFixed(1)} ${y0.toFixed(1)})"`,
  )
}

const slantShop = (
  stage: Stage,
  at: { quad: Quad; share: (t: number) => number; base: number; depth: number; label: string },
): string => {
  const { quad, share, base, depth, label } = at
  const tint = stage.at(depth)
  const dice = stage.dice(`${label}/shop`)
  const awning = pick(['#a4433a', '#2f6660', '#c0923f', '#3d4f7c'], dice())
  const lit = stage.light.lampsOn
  const glass = lit ? mix('#ffdf9a', stage.light.haze, depth * 0.6) : mix(tint('#5d7484'), stage.light.sky.mid, 0.35)
  const stripes = repeat(6, (i) =>
    poly(
      quad([share(0.06 + i * 0.148), share(0.06 + (i + 1) * 0.148)], [base - 196, base - 146]),
      tint(i % 2 === 0 ? awning : '#e4d8c0'),
    ),
  )
  return (
    poly(quad([share(0.08), share(0.6)], [base - 142, base - 26]), glass) +
    poly(quad([share(0.7), share(0.86)], [base - 142, base]), lit ? mix(glass, '#c07a42', 0.5) : tint('#574038')) +
    stripes
  )
}
