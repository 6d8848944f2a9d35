import { apart, between, chromaOf, labOf, type Lab, type Rgb } from './lab'
import { cutOut, extentOf } from './cutOut'
import { rgbAt, type Looked } from './looked'

/** A spot of the head or the chest: where it is (units of 1000 per grown-up, from the foot of the neck), and which of
 *  the person's colours is there. For a spot of the rim: just outside the head, beside that colour. */
export type Spot = { u: number; v: number; colour: number }

/** What a character view tells the judge about a person. `colours[0]` is the costume's. */
export type Enrolled = { colours: Rgb[]; head: Spot[]; chest: Spot[]; rim: Spot[]; child: boolean }

/** A character view is 1150 units high, feet at 1075 of them; a child is drawn two thirds as large. */
const viewUnits = 1150
const feetUnit = 1075
const childSize = 0.66

/** Reads a character view: cuts the figure out of its plain ground and notes which colour is where.
 *  null when no figure stands on a plain ground. */
export const enrolledFrom = (view: Looked): Enrolled | null => {
  const figure = cutOut(view)
  const { top, bottom, count } = extentOf(view, figure)
  const perUnit = view.height / viewUnits
  if (count < 0.02 * view.width * view.height || (bottom - top) / perUnit < 500) return null
  const child = (bottom - top) / perUnit < 800
  const size = child ? childSize : 1
  const neck = { x: view.width / 2, y: (feetUnit - 778 * size) * perUnit }
  const at = (x: number, y: number) => ({ u: (x + 0.5 - neck.x) / perUnit, v: (y + 0.5 - neck.y) / perUnit })
  const colours = coloursOf(view, figure, { top, neckY: neck.y, perUnit: perUnit * size, middle: neck.x })
  const labs = colours.map(labOf)
  const [head, chest, rim]: [Spot[], Spot[], Spot[]] = [[], [], []]
  const step = Math.max(1, Math.round(9 * size * perUnit))
  for (let y = top - 3 * step; y < neck.y + 150 * size * perUnit; y += step)
    for (let x = 0; x < view.width; x += step) {
      const { u, v } = at(x, y)
      if (Math.abs(u) > 190 * size) continue
      const inside = y >= 0 && figure[y * view.width + x] === 1
      if (inside) {
        const colour = nearest(labOf(rgbAt(view, y * view.width + x)), labs)
        if (v < -8 * size) head.push({ u, v, colour })
        else if (Math.abs(u) < 80 * size) chest.push({ u, v, colour })
      } else if (v < -60 * size) {
        const beside = besideOf(view, figure, { x, y, reach: 2 * step })
        if (beside >= 0) rim.push({ u, v, colour: nearest(labOf(rgbAt(view, beside)), labs) })
      }
    }
  return head.length < 20 || chest.length < 8 ? null : { colours, head, chest, rim, child }
}

type Measures = { top: number; neckY: number; perUnit: number; middle: number }

/** The person's colours, costume first: the most frequent ones of head and trunk, shades of one counted as one. */
const coloursOf = (view: Looked, figure: Uint8Array, { top, neckY, perUnit, middle }: Measures): Rgb[] => {
  const trunk = (y: number) => y > neckY + 20 * perUnit && y < neckY + 290 * perUnit
  const pixels: { rgb: Rgb; lab: Lab; trunk: boolean }[] = []
  for (let y = top; y < neckY + 290 * perUnit; y++)
    for (let x = Math.round(middle - 130 * perUnit); x < middle + 130 * perUnit; x++) {
      const at = y * view.width + x
      if (figure[at] !== 1) continue
      const rgb = rgbAt(view, at)
      pixels.push({ rgb, lab: labOf(rgb), trunk: trunk(y) })
    }
  const cloth = modeOf(
    pixels.filter((one) => one.trunk),
    ({ lab }) => 0.005 + Math.max(0, chromaOf(lab) - 0.045),
  )
  if (!cloth) return []
  const found = [cloth]
  for (let left = pixels; found.length < 8;) {
    left = left.filter(({ lab }) => !found.some((one) => ofOne(one.lab, lab)))
    const next = left.length > 0.03 * pixels.length ? modeOf(left, () => 1) : null
    if (!next) break
    found.push(next)
  }
  return found.map((one) => one.rgb)
}

const nightInk: Lab = labOf([28, 66, 96])

/** A shade of a colour belongs to it. */
const ofOne = (colour: Lab, lab: Lab): boolean =>
  [0, 0.12, 0.24, 0.36].some((share) => apart(between(colour, nightInk, share), lab) < 0.045)

type Bin = { weight: number; sum: [number, number, number]; count: number }

/** The most frequent colour; where a good part of the same cloth is better lit, that part's. */
const modeOf = (pixels: { rgb: Rgb; lab: Lab }[], weight: (one: { lab: Lab }) => number) => {
  const bins = new Map<string, Bin>()
  for (const one of pixels) {
    const key = one.lab.map((value) => Math.round(value / 0.035)).join(' ')
    const bin = bins.get(key) ?? { weight: 0, sum: [0, 0, 0], count: 0 }
    bin.weight += weight(one)
    bin.count++
    for (const i of [0, 1, 2] as const) bin.sum[i] += one.rgb[i]
    bins.set(key, bin)
  }
  const means = [...bins.values()].map(meanOf).sort((a, b) => b.weight - a.weight)
  const [most] = means
  if (!most) return null
  return means
    .filter((one) => one.weight > 0.3 * most.weight && ofOne(one.lab, most.lab))
    .reduce((best, one) => (one.lab[0] > best.lab[0] ? one : best), most)
}

const meanOf = ({ weight, sum, count }: Bin) => {
  const rgb: Rgb = [sum[0] / count, sum[1] / count, sum[2] / count]
  return { weight, rgb, lab: labOf(rgb) }
}

const nearest = (lab: Lab, labs: Lab[]): number => {
  let [best, least] = [0, Infinity]
  labs.forEach((one, i) => {
    const off = Math.min(...[0, 0.15, 0.3].map((share) => apart(between(one, nightInk, share), lab)))
    if (off < least) [best, least] = [i, off]
  })
  return best
}

/** A pixel of the figure beside or below (x, y), −1 when there is none near. */
const besideOf = (
  { width }: Looked,
  figure: Uint8Array,
  { x, y, reach }: { x: number; y: number; reach: number },
): number => {
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
  ] as const)
    for (let by = 1; by <= reach; by++) {
      const [cx, cy] = [x + dx * by, y + dy * by]
      if (cx >= 0 && cx < width && cy >= 0 && figure[cy * width + cx] === 1)
        return cy * width + cx + 2 * (dx + dy * width)
    }
  return -1
}
