import type { Stage } from './stage'

/** SVG text with its numbers written short (one decimal). */
export const d = (texts: TemplateStringsArray, ...values: (string | number)[]): string =>
  texts.reduce((done, text, i) => done + short(values[i - 1] ?? '') + text)

const short = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : value

export const rect = (box: readonly [number, number, number, number], fill: string, more = ''): string =>
  d`<rect x="${box[0]}" y="${box[1]}" width="${Math.max(0, box[2])}" height="${Math.max(0, box[3])}" fill="${fill}" ${more}/>`

/** A polygon from x, y, x, y… */
export const poly = (points: readonly number[], fill: string, more = ''): string =>
  `<path d="M${points.map(short).join(' ')}Z" fill="${fill}" ${more}/>`

export const path = (way: string, fill: string, more = ''): string => `<path d="${way}" fill="${fill}" ${more}/>`

export const circle = (at: readonly [number, number, number], fill: string, more = ''): string =>
  d`<circle cx="${at[0]}" cy="${at[1]}" r="${at[2]}" fill="${fill}" ${more}/>`

export const ellipse = (at: readonly [number, number, number, number], fill: string, more = ''): string =>
  d`<ellipse cx="${at[0]}" cy="${at[1]}" rx="${at[2]}" ry="${at[3]}" fill="${fill}" ${more}/>`

/** An open line of any way, round at its ends. */
export const stroke = (way: string, colour: string, width: number): string =>
  d`<path d="${way}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

export const line = (ends: readonly [number, number, number, number], colour: string, width: number): string =>
  stroke(d`M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`, colour, width)

export const group = (content: string, more: string): string => `<g ${more}>${content}</g>`

export const repeat = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('')

type Stop = readonly [at: number, colour: string, opacity: number]

const stops = (list: readonly Stop[]): string =>
  list
    .map(
      ([at, colour, opacity]) =>
        `<stop offset="${String(at)}" stop-color="${colour}" stop-opacity="${String(opacity)}"/>`,
    )
    .join('')

/** A box washed from its top to its bottom (or left to right). */
export const wash = (
  stage: Stage,
  box: readonly [number, number, number, number],
  list: { stops: readonly Stop[]; across?: boolean },
): string => {
  const id = stage.id()
  const end = list.across ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
  return `<defs><linearGradient id="${id}" x1="0" y1="0" ${end}>${stops(list.stops)}</linearGradient></defs>${rect(box, `url(#${id})`)}`
}

/** Haze at the foot of a far sheet: nothing at the top of the box, `most` at its bottom. */
export const footHaze = (stage: Stage, box: readonly [number, number, number, number], most = 0.85): string => {
  const { haze, hazeK } = stage.outside
  const strength = most * Math.min(1, 0.5 + hazeK * 0.22)
  return wash(stage, box, {
    stops: [
      [0, haze, 0],
      [0.6, haze, strength * 0.6],
      [1, haze, strength],
    ],
  })
}

/** Light around a lamp. Falls 1, .55, .18, 0 at 0, .25, .55 and 1 of the radius. */
export const glow = (
  stage: Stage,
  at: readonly [number, number, number],
  light: { colour: string; opacity: number; flat?: number },
): string => {
  const id = stage.id()
  const { colour, opacity } = light
  const falling = stops([
    [0, colour, opacity],
    [0.25, colour, opacity * 0.55],
    [0.55, colour, opacity * 0.18],
    [1, colour, 0],
  ])
  const shape = ellipse([at[0], at[1], at[2], at[2] * (light.flat ?? 1)], `url(#${id})`)
  return `<defs><radialGradient id="${id}">${falling}</radialGradient></defs>${shape}`
}

/** A ridge, bank or hedge: a soft line through (x, y) pairs, closed along `bottom`. */
export const ridge = (points: readonly number[], bottom: number): string => {
  let way = d`M${points[0] ?? 0} ${bottom}L${points[0] ?? 0} ${points[1] ?? 0}`
  for (let i = 2; i < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i - 2, i + 2)
    const middle = (x0 + x1) / 2
    way += d`C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`
  }
  return d`${way}L${points.at(-2) ?? 0} ${bottom}Z`
}
