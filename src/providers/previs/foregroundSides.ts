import type { FramedPerson, Framing } from './framed'
import { lampColour, paint, type Light } from './light'
import { mix } from './colour'
import type { Archetype } from './plates/archetypeOf'
import { d, ellipse, path, rect, repeat } from './plates/shapes'
import { pick } from './random'

/** One tall thing at a side of the frame: `x` grows from the frame's edge inwards, `w` is the width it may take, px. */
type Side = {
  x: (inwards: number) => number
  way: 1 | -1
  w: number
  framing: Framing
  light: Light
  dice: () => number
}
type SideKind =
  'plant' | 'lamp' | 'chair' | 'bottles' | 'frame' | 'curtain' | 'trunk' | 'leaves' | 'post' | 'shelf' | 'mast'

const sides: Record<Archetype, readonly SideKind[]> = {
  apartment: ['lamp', 'plant', 'chair', 'curtain', 'frame'], bar: ['bottles', 'lamp', 'chair'], beach: ['leaves'],
  boat: ['mast'], building: ['leaves', 'post'], car: [], castle: ['post', 'leaves'], cave: [], church: ['post'], cliff: ['leaves'],
  desert: [], field: ['leaves', 'post'], forest: ['trunk', 'leaves'], garden: ['leaves', 'trunk'], harbour: ['mast', 'post'],
  hospital: ['curtain', 'frame'], kitchen: ['bottles', 'plant', 'chair', 'frame'], lake: ['leaves', 'trunk'], lighthouse: [],
  mountain: ['trunk'], office: ['plant', 'lamp', 'chair', 'shelf'], palace: ['curtain', 'post'], prison: ['post'], rooftop: ['plant', 'post'],
  school: ['chair', 'shelf', 'frame'], shop: ['shelf', 'plant'], space: [], spaceship: ['frame'], station: ['post'],
  stairwell: ['post', 'plant'], street: ['post', 'leaves'], theatre: ['curtain'], train: ['curtain', 'lamp'],
  waiting: ['plant', 'chair', 'frame'], corridor: ['plant', 'frame'], alley: ['post'], market: ['post', 'leaves'], pier: ['post'],
  bathroom: ['frame', 'plant'], bedroom: ['lamp', 'curtain', 'chair'], lobby: ['plant', 'lamp', 'post'],
  bridge: ['post'], busStop: ['post', 'leaves'], petrol: ['post'],
  dining: ['chair', 'curtain', 'lamp'],
} // prettier-ignore

type Asked = { framing: Framing; people: readonly FramedPerson[]; light: Light; dice: () => number }

/** A chair back, a lamp, a plant … close to the lens at the side where the most room is beside the faces; '' where there
 *  is too little. Inner SVG in px of the frame. */
export const drawSide = (archetype: Archetype, { framing, people, light, dice }: Asked): string => {
  const kinds = light.interior && archetype === 'boat' ? (['lamp', 'shelf'] as const) : sides[archetype]
  const draw = dice()
  if (kinds.length === 0) return ''
  const { width, margin } = framing
  const room = { left: width, right: width }
  for (const { x, head } of people) {
    room.left = Math.min(room.left, x - 1.25 * head.half)
    room.right = Math.min(room.right, width - x - 1.25 * head.half)
  }
  const left = people.length === 0 ? dice() < 0.5 : room.left > room.right
  const w = Math.min(0.75 * Math.max(room.left, room.right), 0.17 * width)
  if (w < 0.07 * width) return ''
  const x = (inwards: number) => (left ? -margin.x + inwards : width + margin.x - inwards)
  return drawings[pick(kinds, draw)]({ x, way: left ? 1 : -1, w: w + margin.x, framing, light, dice })
}

const dark = (local: string, { light }: Side) => paint(local, light, -0.22)
/** A box from `from` to `to` px inside the edge. */
const slab = (side: Side, [from, to, top, low]: readonly [number, number, number, number], fill: string): string =>
  rect([Math.min(side.x(from), side.x(to)), top, Math.abs(to - from), low - top], fill)

const bottom = ({ framing: { height, margin } }: Side) => height + margin.y + 8

const drawings: Record<SideKind, (side: Side) => string> = {
  plant: (side) => leaves(side, { from: bottom(side), up: 0.62, green: ['#4c6a48', '#3d5a42'], long: true }),
  leaves: (side) =>
    leaves(side, { from: -side.framing.margin.y, up: -0.4, green: ['#4f6b44', '#6a7a40'], long: false }),
  lamp: (side) => {
    const { framing: { height, unit }, light, w } = side // prettier-ignore
    const at = side.x(w * 0.5)
    const top = 0.3 * height
    const shade = light.lampsOn ? mix(dark('#e8c890', side), lampColour, 0.7) : dark('#d8c7a2', side)
    const half = Math.min(0.42 * w, 84 * unit)
    return (
      (light.lampsOn ? ellipse([at, top + 40 * unit, half * 2.1, half * 2.1], lampColour, 'opacity=".16"') : '') +
      rect([at - 6 * unit, top + 90 * unit, 12 * unit, height], dark('#4a3a34', side)) +
      path(d`M${at - half * 0.6} ${top - 40 * unit}H${at + half * 0.6}L${at + half} ${top + 96 * unit}H${at - half}Z`, shade)
    ) // prettier-ignore
  },
  chair: (side) => {
    const { framing: { height, unit }, w } = side // prettier-ignore
    const top = 0.62 * height
    const wood = dark('#8a6242', side)
    return (
      slab(side, [0.12 * w, 0.12 * w + 22 * unit, top, bottom(side)], wood) +
      slab(side, [0.86 * w, 0.86 * w + 22 * unit, top, bottom(side)], wood) +
      slab(side, [0.06 * w, 0.96 * w, top, top + 40 * unit], dark('#a5773f', side)) +
      slab(side, [0.12 * w, 0.9 * w, top + 78 * unit, top + 108 * unit], wood)
    )
  },
  bottles: (side) => {
    const { framing: { height, unit }, w, dice } = side // prettier-ignore
    return [0.46, 0.84]
      .map((part) => {
        const y = part * height
        const glass = repeat(4, (i) => {
          const at = side.x((0.1 + i * 0.22) * w)
          const tall = (92 + dice() * 44) * unit
          const fill = dark(pick(['#4f6b58', '#8a5a34', '#6a3038', '#b9a06a'], dice()), side)
          return rect([at - 15 * unit, y - tall * 0.66, 30 * unit, tall * 0.66], fill, 'rx="8"') + rect([at - 6 * unit, y - tall, 12 * unit, tall * 0.4], fill) // prettier-ignore
        })
        return glass + slab(side, [-10, 0.95 * w, y, y + 15 * unit], dark('#6b4a36', side))
      })
      .join('')
  },
  frame: (side) => {
    const { framing: { height, unit, margin }, w } = side // prettier-ignore
    return (
      slab(side, [-10, 0.62 * w, -margin.y - 8, bottom(side)], dark('#8c7a66', side)) +
      slab(side, [0.62 * w, 0.62 * w + 16 * unit, -margin.y - 8, bottom(side)], dark('#c9b698', side)) +
      slab(side, [0.3 * w, 0.3 * w + 7 * unit, 0.1 * height, bottom(side)], dark('#5f5246', side))
    )
  },
  curtain: (side) => {
    const { framing: { height, margin }, w, dice } = side // prettier-ignore
    const cloth = pick(['#7a3a36', '#4a5a6c', '#6a5a3c', '#4f6250'], dice())
    const [edge, mid, low] = [side.x(0.95 * w), side.x(0.55 * w), side.x(0.8 * w)]
    return (
      path(d`M${side.x(-10)} ${-margin.y - 8}H${edge}Q${mid} ${0.5 * height} ${low} ${bottom(side)}H${side.x(-10)}Z`, dark(cloth, side)) +
      repeat(3, (i) => path(d`M${side.x((0.2 + i * 0.24) * w)} ${-margin.y - 8}Q${side.x((0.12 + i * 0.16) * w)} ${0.5 * height} ${side.x((0.18 + i * 0.22) * w)} ${bottom(side)}h${side.way * 0.07 * w}Q${side.x((0.2 + i * 0.16) * w)} ${0.5 * height} ${side.x((0.3 + i * 0.24) * w)} ${-margin.y - 8}Z`, dark(mix(cloth, '#1c1418', 0.35), side)))
    ) // prettier-ignore
  },
  trunk: (side) => {
    const { framing: { height, margin }, w } = side // prettier-ignore
    return (
      path(d`M${side.x(-10)} ${-margin.y - 8}H${side.x(0.62 * w)}Q${side.x(0.48 * w)} ${0.5 * height} ${side.x(0.78 * w)} ${bottom(side)}H${side.x(-10)}Z`, dark('#5f4a3c', side)) +
      path(d`M${side.x(0.5 * w)} ${0.2 * height}Q${side.x(0.8 * w)} ${0.12 * height} ${side.x(w)} ${0.1 * height}L${side.x(w)} ${0.12 * height}Q${side.x(0.8 * w)} ${0.17 * height} ${side.x(0.5 * w)} ${0.3 * height}Z`, dark('#5f4a3c', side))
    ) // prettier-ignore
  },
  post: (side) => {
    const { framing: { height, unit, margin }, w } = side // prettier-ignore
    return (
      slab(side, [0.34 * w, 0.34 * w + 40 * unit, -margin.y - 8, bottom(side)], dark('#4f4a4c', side)) +
      slab(side, [0.34 * w - 12 * unit, 0.34 * w + 52 * unit, 0.74 * height, bottom(side)], dark('#5f5856', side))
    )
  },
  mast: (side) => {
    const { framing: { height, unit, margin }, w } = side // prettier-ignore
    const rope = (from: number, to: number) => path(d`M${side.x(from)} ${-margin.y}L${side.x(to)} ${bottom(side)}h${side.way * 9 * unit}L${side.x(from + 7 * unit)} ${-margin.y}Z`, dark('#7d6a50', side)) // prettier-ignore
    return (
      slab(side, [0.1 * w, 0.1 * w + 54 * unit, -margin.y - 8, bottom(side)], dark('#6d5240', side)) +
      slab(
        side,
        [0.1 * w - 8 * unit, 0.1 * w + 62 * unit, 0.4 * height, 0.4 * height + 30 * unit],
        dark('#a58a62', side),
      ) +
      rope(0.4 * w, 0.95 * w)
    )
  },
  shelf: (side) => {
    const { framing: { height, unit, margin }, w, dice } = side // prettier-ignore
    const rows = [0.2, 0.5, 0.8].map((part) => {
      const y = part * height
      const books = repeat(8, (i) => {
        const tall = (0.16 + dice() * 0.07) * height
        return slab(side, [i * 0.105 * w, i * 0.105 * w + 0.09 * w, y - tall, y], dark(pick(['#7a3f36', '#3f5a66', '#8a7442', '#4c5c46', '#5a4a66'], dice()), side)) // prettier-ignore
      })
      return books + slab(side, [-10, 0.9 * w, y, y + 14 * unit], dark('#6b4a36', side))
    })
    return rows.join('') + slab(side, [0.86 * w, 0.86 * w + 18 * unit, -margin.y - 8, bottom(side)], dark('#6b4a36', side)) // prettier-ignore
  },
}

type Spray = { from: number; up: number; green: readonly [string, string]; long: boolean }

/** Leaves that stand up from below or hang in from above. */
const leaves = (side: Side, { from, up, green, long }: Spray): string => {
  const { framing: { height }, w, dice } = side // prettier-ignore
  return repeat(long ? 13 : 22, (i) => {
    const reach = up * height * (0.5 + dice() * 0.5)
    const out = dice() * w * 0.95
    const start = side.x(0.05 * w + dice() * 0.22 * w)
    const tip = [side.x(out), from + reach * (1 - (out / w) * 0.55) * -1] as const
    const fat = (long ? 0.035 : 0.06) * height
    const middle = [(start + tip[0]) / 2, (from + tip[1]) / 2] as const
    return path(d`M${start} ${from}Q${middle[0] - fat} ${middle[1]} ${tip[0]} ${tip[1]}Q${middle[0] + fat} ${middle[1] + fat} ${start} ${from}Z`, dark(green[i % 2] ?? '#4c6a48', side)) // prettier-ignore
  })
}
