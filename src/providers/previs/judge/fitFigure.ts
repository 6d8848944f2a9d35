import { fitAt, type Fit, type Ground, type Guess } from './fitAt'
import type { FigurePoints } from './figurePoints'

/** Finds where a figure fits best, from the top of what was added. `likely`: px per height of the enrolled picture.
 *  null: nothing was added. */
export const fitFigure = (figure: FigurePoints, ground: Ground, likely: number): Fit | null => {
  const top = topOf(ground)
  if (top === null) return null
  const thin = thinned(figure)
  const search = { figure: thin, ground, likely, rows: rowsOf(ground) }
  const atTop = guesses(search, top)
  // Something may be held above the head.
  const lower = (atTop[0]?.score ?? 0) > 0.7 ? [] : [0.6, 1.2, 1.8, 2.4].flatMap((down) => guesses(search, top + down * figure.headHigh * likely)) // prettier-ignore
  const [best] = [...atTop, ...lower]
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((one) => refined(figure, ground, one))
    .sort((a, b) => b.score - a.score)
  return best ?? null
}

/** Every fourth point is enough to look around with. */
const thinned = (figure: FigurePoints): FigurePoints => {
  const some = <T>(list: T[], each: number): T[] => list.filter((_, i) => i % each === 0)
  return { ...figure, head: some(figure.head, 4), trunk: some(figure.trunk, 4), beside: some(figure.beside, 3) }
}

type Search = { figure: FigurePoints; ground: Ground; likely: number; rows: Rows }

/** The best fits with the head's top near a row, best first. */
const guesses = ({ figure, ground, likely, rows }: Search, top: number): Fit[] => {
  const found: Fit[] = []
  for (let step = -8; step <= 8; step++) {
    const scale = likely * 1.12 ** step
    const x = middleOf(rows, { from: top, to: top + figure.headHigh * scale })
    if (x === null) continue
    for (const dx of [-0.3, 0, 0.3])
      for (const dy of [-0.15, 0, 0.15])
        found.push(fitAt(figure, ground, { x: x + dx * figure.headWide * scale, y: top + dy * figure.headHigh * scale, scale })) // prettier-ignore
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 3)
}

/** Moves a guess to where it fits best. */
export const refined = (figure: FigurePoints, ground: Ground, from: Guess): Fit => {
  let best = fitAt(figure, ground, from)
  for (const by of [1, 0.4]) {
    const around = best
    for (const { s, dx, dy } of steps) {
      const fit = fitAt(figure, ground, {
        x: around.x + 0.12 * by * dx * figure.headWide * around.scale,
        y: around.y + 0.08 * by * dy * figure.headHigh * around.scale,
        scale: around.scale * (1 + 0.045 * by * s),
      })
      if (fit.score > best.score) best = fit
    }
  }
  return best
}

const three = [-1, 0, 1]
const steps = three.flatMap((s) => three.flatMap((dx) => three.map((dy) => ({ s, dx, dy }))))

/** The first row with more than a speck of what was added. */
const topOf = ({ plane: { width, height }, added }: Ground): number | null => {
  const least = Math.max(2, width / 150)
  for (let y = 0; y < height; y++) {
    let count = 0
    for (let x = 0; x < width; x++) count += added[y * width + x] ?? 0
    if (count >= least) return y
  }
  return null
}

/** Of every row the sum of the columns where something was added, and their number, over all rows up to it. */
type Rows = { sum: Float64Array; count: Float64Array }

const rowsOf = ({ plane: { width, height }, added }: Ground): Rows => {
  const rows = { sum: new Float64Array(height + 1), count: new Float64Array(height + 1) }
  for (let y = 0; y < height; y++) {
    let [sum, count] = [0, 0]
    for (let x = 0; x < width; x++)
      if (added[y * width + x] === 1) {
        sum += x
        count++
      }
    rows.sum[y + 1] = (rows.sum[y] ?? 0) + sum
    rows.count[y + 1] = (rows.count[y] ?? 0) + count
  }
  return rows
}

/** The middle of what was added from one row to before another. */
const middleOf = ({ sum, count }: Rows, { from, to }: { from: number; to: number }): number | null => {
  const height = sum.length - 1
  const [first, end] = [from, to].map((row) => Math.min(height, Math.max(0, row))) as [number, number]
  const [low, high] = [Math.floor(first), Math.ceil(end)]
  const added = (count[high] ?? 0) - (count[low] ?? 0)
  return high <= low || added === 0 ? null : ((sum[high] ?? 0) - (sum[low] ?? 0)) / added
}
