import type { Lab } from '../judge/lab'
import type { Figure } from './figureOf'

/** Where to look, as parts of the figure's height from the top of the head. */
export const regions = { hair: [0.005, 0.055], face: [0.075, 0.125], costume: [0.21, 0.42] } as const
export type Region = keyof typeof regions

/** Fewer pixels say nothing. */
const leastPixels = 30
/** As many say as much as all. */
const enough = 600
const levels = 24

/** How the colours of a region are spread: on each axis of OKLab the values in order, evenly taken. */
export type Spread = readonly [number[], number[], number[]]

type Where = {
  region: Region
  /** How many rows the whole figure has in this picture. */
  rows: number
  /** Part of the figure's height that the frame shows. */
  shown: number
  colourAt: (at: number) => Lab
}

/** The colours of a part of a figure; null where too little of it shows. */
export const coloursIn = (figure: Figure, { region, rows, shown, colourAt }: Where): Spread | null => {
  const [from, to] = regions[region]
  const first = figure.top + Math.floor(from * rows)
  const last = Math.min(figure.bottom, figure.top + Math.ceil(Math.min(to, shown) * rows))
  if (last <= first || shown < from + (to - from) / 4) return null
  const found: number[] = []
  for (let at = first * figure.width; at < (last + 1) * figure.width; at++) if (figure.mask[at] === 1) found.push(at)
  if (found.length < leastPixels) return null
  const every = Math.max(1, Math.floor(found.length / enough))
  const labs = found.filter((_, i) => i % every === 0).map(colourAt)
  return [inOrder(labs, 0), inOrder(labs, 1), inOrder(labs, 2)]
}

const inOrder = (labs: readonly Lab[], axis: 0 | 1 | 2): number[] => {
  const sorted = Float64Array.from(labs, (lab) => lab[axis]).sort()
  return Array.from({ length: levels }, (_, i) => sorted[Math.floor(((i + 0.5) / levels) * sorted.length)] ?? 0)
}

/** How far all colours must move to become the others. Light and shade move lightness by themselves, so hue counts more. */
export const apart = (one: Spread, other: Spread): number => {
  const moved = (axis: 0 | 1 | 2) =>
    one[axis].reduce((sum, value, i) => sum + Math.abs(value - (other[axis][i] ?? 0)), 0) / levels
  return Math.hypot(0.5 * moved(0), moved(1), moved(2))
}
