import { n, point, throughPoints, type Point } from './geometry'
import type { Skeleton } from './joints'

export type Cut = {
  /** Where the cloth ends, standing measure: 540 shirt tail, 770 below the knee. */
  hem: number
  /** Width at the hem over width at the hip. */
  flare: number
}

/** The clothed trunk as a surface that details can be pinned on. */
export type Trunk = {
  shape: string
  /** A place on the cloth: `u` −1 near side seam, 0 middle of the chest, 1 far seam; the turn of the body is applied. */
  on: (u: number, y: number) => Point
  /** Left and right edge on the picture at a height of the standing body. */
  edge: (y: number) => [Point, Point]
  hem: number
}

export function trunkOf(skeleton: Skeleton, cut: Cut): Trunk {
  const { wide, cos, sin, kind, spine, seated } = skeleton
  const deep = 0.6 + 0.4 * Math.abs(cos)
  // Whoever kneels or runs low has the ground under the cloth.
  const hem = seated ? 524 : Math.min(cut.hem, 982 - spine(0).y)
  const stops: [number, number][] = [
    [191, wide.neck + 3],
    [202, wide.neck + 12],
    [216, wide.shoulder * 0.72],
    [234, wide.shoulder - 9],
    [268, wide.shoulder - (kind === 'side' ? 0 : 6)],
    [330, wide.shoulder * 0.5 + wide.waist * 0.5 + (kind === 'side' ? 8 : 4)],
    [430, wide.waist + 3],
    [505, wide.hip + 2],
    ...(hem > 512 ? ([[hem, hemWide(skeleton, cut, hem)]] as [number, number][]) : []),
  ]
  // A neck is round: only what lies below it gets narrow when the body turns.
  const deepness = (y: number) => 0.93 + (deep - 0.93) * Math.min(1, Math.max(0, (y - 188) / 28))
  const half = (y: number) => {
    const after = stops.findIndex(([stop]) => stop >= y)
    const low = stops[after < 0 ? stops.length - 1 : after] ?? [0, 0]
    const high = stops[Math.max(0, (after < 0 ? stops.length : after) - 1)] ?? low
    const t = low[0] === high[0] ? 0 : Math.min(1, Math.max(0, (y - high[0]) / (low[0] - high[0])))
    return (high[1] + (low[1] - high[1]) * t) * deepness(y)
  }
  const edge = (y: number): [Point, Point] => {
    const middle = spine(y)
    const [left, right] = strideReach(skeleton, y, cut)
    return [point(Math.min(middle.x - half(y), left), middle.y), point(Math.max(middle.x + half(y), right), middle.y)]
  }
  const turn = kind === 'back' ? Math.PI : Math.atan2(sin, cos)
  const on = (u: number, y: number) => {
    const angle = Math.min(Math.PI / 2, Math.max(-Math.PI / 2, u * 1.45 + (kind === 'back' ? 0 : turn)))
    const [left, right] = edge(y)
    return point((left.x + right.x) / 2 + (Math.sin(angle) * (right.x - left.x)) / 2, left.y)
  }
  return { shape: shapeOf(stops.map(([y]) => edge(y))), on, edge, hem }
}

function hemWide({ wide }: Skeleton, { flare }: Cut, hem: number): number {
  return wide.hip * (hem > 600 ? flare : 1 + (flare - 1) * 0.6) + 2
}

/** A long skirt follows the stride: it reaches as far as the knees do. */
function strideReach({ legs, seated, wide, sin }: Skeleton, y: number, { hem }: Cut): [number, number] {
  if (seated || y <= 505 || hem < 600) return [Infinity, -Infinity]
  const t = (y - 505) / 225
  const xs = legs.map(({ hip, knee, ankle }) =>
    t < 1 ? hip.x + (knee.x - hip.x) * t : knee.x + (ankle.x - knee.x) * (t - 1),
  )
  const room = (wide.hip * 0.36 + 4) * (0.4 + 0.6 * Math.abs(sin))
  return [Math.min(...xs) - room, Math.max(...xs) + room]
}

function shapeOf(edges: [Point, Point][]): string {
  const right = edges.map(([, one]) => one)
  const left = edges.map(([one]) => one).reverse()
  const top = right[0] ?? point(0, 0)
  const start = left[0] ?? point(0, 0)
  const low = right[right.length - 1] ?? top
  const middle = point((start.x + low.x) / 2, low.y + 9)
  return `M${n(top.x)} ${n(top.y)}${throughPoints(right)}Q${n(middle.x)} ${n(middle.y)} ${n(start.x)} ${n(start.y)}${throughPoints(left)}Z`
}
