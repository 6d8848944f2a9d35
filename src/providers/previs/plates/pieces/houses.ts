import { mix } from '../../colour'
import { pick } from '../../random'
import { poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'
import { windowAt } from './facadeWindow'

type Roof = 'flat' | 'gable' | 'mansard' | 'stepped'

type House = {
  x: number
  base: number
  width: number
  height: number
  depth: number
  colour: string
  roof: Roof
  columns: number
  rowHeight: number
  /** Where the windows begin above the base (a shop or a plinth lies below). */
  plinth: number
  /** Names this house's dice. */
  label: string
}

/** Paint of the town's house fronts. */
export const facadeColours = [
  '#8d5a4b',
  '#a8775a',
  '#7a5c6b',
  '#6b6f7c',
  '#b08d66',
  '#8a8577',
  '#9c6450',
  '#5f6d78',
  '#94745f',
] as const

/** Roofs as often as the town has them. */
export const roofs: readonly Roof[] = ['flat', 'gable', 'mansard', 'stepped', 'flat', 'gable']

/** A house front: body, shaded side away from the light, roof, windows (36 % lit when lamps are on). */
export const house = (stage: Stage, spec: House): string => {
  const { x, base, width, height, depth, colour } = spec
  const tint = stage.at(depth)
  const top = base - height
  const shadeX = stage.light.sunSide < 0 ? x + width * 0.72 : x
  const body = rect([x, top, width, height], tint(colour))
  const shade = rect([shadeX, top, width * 0.28, height], stage.light.ink, 'opacity=".2"')
  return (
    roofOf(stage, spec) +
    body +
    shade +
    windows(stage, spec) +
    rect([x - 2, base - 10, width + 4, 10], stage.light.ink, 'opacity=".16"')
  )
}

const roofOf = (stage: Stage, spec: House): string => {
  const { x, base, width, height, depth, colour, roof, label } = spec
  const tint = stage.at(depth)
  const top = base - height
  const cover = stage.light.groundMix ? tint('#eef3f7') : tint(mix(colour, '#3a3340', 0.5))
  const dice = stage.dice(`${label}/chimney`)
  const chimneyX = x + width * (0.15 + dice() * 0.6)
  const chimneyH = 34 + dice() * 26
  const lift = roof === 'gable' ? width * 0.22 : roof === 'mansard' ? 34 : 0
  const chimney =
    rect([chimneyX, top - chimneyH - lift * 0.7, 24, chimneyH + lift * 0.7], tint(mix(colour, '#4a3030', 0.35))) +
    rect([chimneyX - 3, top - chimneyH - lift * 0.7, 30, 7], cover)
  const shapes: Record<Roof, string> = {
    flat: rect([x - 7, top - 12, width + 14, 16], cover),
    gable: poly([x - 10, top + 4, x + width / 2, top - width * 0.36, x + width + 10, top + 4], cover),
    mansard: poly([x - 8, top + 4, x + 16, top - 48, x + width - 16, top - 48, x + width + 8, top + 4], cover),
    stepped: repeat(3, (i) =>
      rect([x + (width * i) / 6, top - 22 * (i + 1), width - (width * i) / 3, 23], i === 2 ? cover : tint(colour)),
    ),
  }
  return chimney + shapes[roof]
}

const windows = (stage: Stage, spec: House): string => {
  const { x, base, width, height, columns, rowHeight, plinth, label } = spec
  const rows = Math.max(0, Math.floor((height - plinth - 14) / rowHeight))
  const gap = width / (columns + 0.35)
  const w = gap * 0.44
  const h = rowHeight * 0.58
  const dice = stage.dice(`${label}/windows`)
  return repeat(rows * columns, (i) => {
    const column = i % columns
    const row = Math.floor(i / columns)
    const left = x + gap * (column + 0.45)
    const top = base - height + 20 + row * rowHeight
    return windowAt(stage, {
      box: [left, top, w, h],
      depth: spec.depth,
      draws: [dice(), dice(), dice()],
      colour: spec.colour,
    })
  })
}

/** A row of houses side by side, skyline only as fine as the distance needs. */
export const houseRow = (
  stage: Stage,
  row: {
    label: string
    from: number
    to: number
    base: number
    low: number
    high: number
    depth: number
    width: number
    rowHeight: number
  },
): string => {
  const dice = stage.dice(row.label)
  let svg = ''
  let x = row.from
  for (let i = 0; x < row.to; i += 1) {
    const width = row.width * (0.75 + dice() * 0.6)
    const height = row.low + dice() * (row.high - row.low)
    const colour = pick(facadeColours, dice())
    const roof = pick(roofs, dice())
    const columns = Math.max(2, Math.round(width / (row.rowHeight * 0.82)))
    svg += house(stage, {
      x,
      base: row.base,
      width,
      height,
      depth: row.depth + (dice() - 0.5) * 0.12,
      colour,
      roof,
      columns,
      rowHeight: row.rowHeight,
      plinth: row.rowHeight,
      label: `${row.label}${String(i)}`,
    })
    x += width + (dice() < 0.2 ? width * 0.1 : 0)
  }
  return svg
}
