import type { Framing } from './framed'
import { paint, type Light } from './light'
import type { Archetype } from './plates/archetypeOf'
import { d, ellipse, path, rect, repeat } from './plates/shapes'
import { hash32, random } from './random'

type Ground = {
  framing: Framing
  light: Light
  dice: () => number
  /** −1: the tall things stand left. */ side: 1 | -1
}
type Kind = 'table' | 'rail' | 'grass' | 'stones' | 'fence'

const kinds: Record<Archetype, Kind | null> = {
  apartment: 'table', bar: 'table', hospital: 'table', kitchen: 'table', office: 'table', palace: 'table', prison: null,
  school: 'table', shop: 'table', theatre: 'rail', train: 'table', spaceship: 'table', church: 'rail', car: null,
  boat: 'rail', harbour: 'rail', lighthouse: 'stones', rooftop: 'rail', station: 'rail', building: 'fence', street: 'fence',
  castle: 'stones', beach: 'grass', cliff: 'grass', desert: 'stones', field: 'grass', forest: 'grass', garden: 'grass',
  lake: 'grass', mountain: 'stones', cave: 'stones', space: null,
  waiting: null, stairwell: 'rail', dining: 'table', petrol: null, busStop: null, bridge: null, lobby: null, bathroom: null, bedroom: null, pier: null, market: null, alley: null, corridor: null,
} // prettier-ignore

/** What stands between the lens and people cut at knee or waist, out of focus along the lower edge: a table, a railing,
 *  grass. People who are cut by the frame stand in a place by it. Inner SVG in px of the frame; '' where nothing fits. */
export const drawForeground = (
  archetype: Archetype,
  { framing, light, name }: { framing: Framing; light: Light; name: string },
): string => {
  const kind = light.interior && archetype === 'boat' ? 'table' : kinds[archetype]
  const seed = hash32(`${name}/before the lens`)
  return kind ? drawings[kind]({ framing, light, dice: random(seed), side: seed & 4 ? 1 : -1 }) : ''
}

const dark = (local: string, light: Light) => paint(local, light, -0.24)
/** From the side that holds the tall things (0) to the other (1), beyond both edges. */
const across = ({ framing, side }: Ground, part: number): number => {
  const from = side < 0 ? part : 1 - part
  return -framing.margin.x + from * (framing.width + 2 * framing.margin.x)
}

const table = (ground: Ground): string => {
  const { framing, light, side } = ground
  const { height, unit, margin } = framing
  const top = 0.945 * height
  const [from, to] = [-margin.x, framing.width + margin.x]
  const board = rect([from, top, to - from, height + margin.y - top + 8], dark('#7a5740', light))
  const lip = rect([from, top, to - from, 7 * unit], dark('#c79c6f', light))
  const at = (part: number) => across(ground, part)
  const lean = side * 2 * unit
  const bowl =
    ellipse([at(0.1), top - 40 * unit, 20 * unit, 20 * unit], dark('#b4533c', light)) +
    ellipse([at(0.1) + side * 26 * unit, top - 36 * unit, 17 * unit, 17 * unit], dark('#8f9a4c', light)) +
    path(
      d`M${at(0.1) - 52 * unit} ${top - 34 * unit}h${104 * unit}q${-6 * unit} ${36 * unit} ${-36 * unit} ${36 * unit}h${-32 * unit}q${-30 * unit} 0 ${-36 * unit} ${-36 * unit}Z`,
      dark('#6d7f8c', light),
    )
  const cup =
    path(
      d`M${at(0.2) - 26 * unit} ${top - 46 * unit}h${52 * unit}l${-5 * unit} ${48 * unit}h${-42 * unit}Z`,
      dark('#c9b79a', light),
    ) + ellipse([at(0.2) + 28 * unit + lean, top - 24 * unit, 12 * unit, 13 * unit], dark('#b7a488', light))
  return bowl + cup + board + lip
}

const rail = (ground: Ground): string => {
  const { framing, light } = ground
  const { height, width, unit, margin } = framing
  const iron = dark('#5a5148', light)
  const top = 0.93 * height
  const long = width + 2 * margin.x
  return (
    repeat(6, (i) => rect([-margin.x + ((i + 0.3) / 6) * long, top - 8 * unit, 17 * unit, 0.2 * height], iron)) +
    rect([-margin.x, top - 12 * unit, long, 15 * unit], dark('#8a7a66', light)) +
    rect([-margin.x, top + 34 * unit, long, 8 * unit], iron) +
    rect([across(ground, 0.05) - 17 * unit, top - 52 * unit, 34 * unit, 0.3 * height], iron) +
    ellipse([across(ground, 0.05), top - 54 * unit, 24 * unit, 15 * unit], dark('#8a7a66', light))
  )
}

/** A planted box at one side and low iron pickets that thin out toward the other. */
const fence = (ground: Ground): string => {
  const { framing, light, dice } = ground
  const { height, unit, margin } = framing
  const iron = dark('#4a4c55', light)
  const low = height + margin.y + 8
  const pickets = repeat(17, (i) => {
    const x = across(ground, 0.01 + i * 0.037)
    const top = 0.93 * height + i * 1.4 * unit
    return rect([x, top, 7 * unit, low - top], iron) + ellipse([x + 3.5 * unit, top, 6 * unit, 8 * unit], iron)
  })
  const leaves = repeat(22, () => {
    const x = across(ground, -0.02 + dice() * 0.17)
    return ellipse(
      [x, 0.93 * height - dice() * 66 * unit, (13 + dice() * 15) * unit, (10 + dice() * 12) * unit],
      dark(dice() > 0.5 ? '#4c6a48' : '#3d5a42', light),
    )
  })
  const edges = [across(ground, -0.03), across(ground, 0.15)].sort((a, b) => a - b)
  const [from = 0, to = 0] = edges
  return pickets + leaves + rect([from, 0.94 * height, to - from, low - 0.94 * height], dark('#7a6a5c', light))
}

const grass = (ground: Ground): string => {
  const { framing, light, dice } = ground
  const { height, unit, margin } = framing
  const low = height + margin.y + 8
  return repeat(64, () => {
    const part = dice()
    // Tallest at one side, hardly there in the middle.
    const tall =
      (34 + 150 * Math.max(0, 1 - part * 3.2) + 60 * Math.max(0, part * 3 - 2.2)) * unit * (0.55 + dice() * 0.6)
    const x = across(ground, part)
    const bend = (dice() - 0.4) * tall * 0.5
    const w = (5 + dice() * 7) * unit
    const top = low - margin.y - tall
    return path(d`M${x - w} ${low}Q${x - w * 0.4} ${top + tall * 0.4} ${x + bend} ${top}Q${x + w * 1.2} ${top + tall * 0.5} ${x + w} ${low}Z`, dark(dice() > 0.5 ? '#6d7d46' : '#586a3e', light)) // prettier-ignore
  })
}

const stones = (ground: Ground): string => {
  const { framing, light, dice } = ground
  const { height, unit, margin } = framing
  const low = height + margin.y + 8
  return repeat(9, (i) => {
    const part = i / 8
    const tall = (22 + 84 * Math.max(0, 1 - part * 2.8) + 40 * Math.max(0, part * 3 - 2.2)) * unit
    const x = across(ground, part)
    const w = (80 + dice() * 70) * unit
    const top = height - tall
    return path(d`M${x - w} ${low}Q${x - w * 0.8} ${top} ${x - w * 0.1} ${top}Q${x + w * 0.8} ${top + tall * 0.2} ${x + w} ${low}Z`, dark(i % 2 ? '#7d756c' : '#6b645e', light)) // prettier-ignore
  })
}

const drawings: Record<Kind, (ground: Ground) => string> = { table, rail, fence, grass, stones }
