import { refined } from './fitFigure'
import { fitAt, type Fit, type Ground, type Guess } from './fitAt'
import type { FigurePoints } from './figurePoints'

/** Where a thing fits best in what was added. `alone`: it lies large in the middle, on a table that came with it. */
export const placedThing = (thing: FigurePoints, ground: Ground, alone: boolean): Fit => {
  const thin = { ...thing, head: thing.head.filter((_, i) => i % 6 === 0), beside: thing.beside.filter((_, i) => i % 8 === 0) } // prettier-ignore
  const all = alone ? inTheMiddle(ground) : inTheBox(thing, ground)
  const best = all.map((guess) => fitAt(thin, ground, guess)).sort((a, b) => b.score - a.score)
  const fine = best.slice(0, 3).map((guess) => refined(thing, ground, guess))
  return fine.sort((a, b) => b.score - a.score)[0] ?? fitAt(thing, ground, { x: 0, y: 0, scale: 1 })
}

const range = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1))

const inTheMiddle = ({ plane: { width, height } }: Ground): Guess[] =>
  range(0.4, 0.95, 9).flatMap((part) => {
    const scale = part * Math.min(height, 1.12 * width)
    return range(-0.06, 0.06, 3).flatMap((dx) =>
      range(-0.1, 0.1, 5).map((dy) => ({ x: (0.5 + dx) * width, y: (0.56 + dy) * height - scale / 2, scale })),
    )
  })

const inTheBox = (thing: FigurePoints, { plane: { width }, added }: Ground): Guess[] => {
  const [across, down] = [
    { from: Infinity, to: 0 },
    { from: Infinity, to: 0 },
  ]
  for (let at = 0; at < added.length; at++) {
    if (added[at] !== 1) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    across.from = Math.min(across.from, x)
    across.to = Math.max(across.to, x + 1)
    down.from = Math.min(down.from, y)
    down.to = Math.max(down.to, y + 1)
  }
  const vs = thing.head.map(({ v }) => v)
  const [top, bottom] = [Math.min(...vs), Math.max(...vs)]
  const high = down.to - down.from
  const middle = (across.from + across.to) / 2
  return range(0.3, 1.15, 12).flatMap((part) => {
    const scale = (part * high) / Math.max(0.05, bottom - top)
    return range(-0.12, 0.12, 5).flatMap((dx) =>
      range(0, 1, 6).map((t) => ({
        x: middle + dx * (across.to - across.from),
        y: down.from - top * scale + t * Math.max(0, high - (bottom - top) * scale),
        scale,
      })),
    )
  })
}
