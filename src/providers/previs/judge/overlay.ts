import { groundFrom } from '../framingTable'
import type { Edges } from './edges'
import type { View } from './views'

/** How a picture lies on another: one of its pixels is `scale` pixels of the other, turned by `turn` radians,
 *  its middle at (x, y) there. `score` −1 to 1: how well their edges agree where they overlap. */
export type Overlay = { scale: number; turn: number; x: number; y: number; score: number; bend: Bend }
/** Below `from` pixels under its middle the picture's ground lies `by` times deeper. */
type Bend = { from: number; by: number }

type Point = { u: number; v: number; ex: number; ey: number }
type Guess = Omit<Overlay, 'score'>

/** Finds the view of a place under which the edges of `picture` agree best with those of its reference. */
export const layOn = (
  picture: Edges,
  on: Edges,
  { views, reference }: { views: readonly View[]; reference: View },
): Overlay => {
  const points = pointsOf(picture, 700)
  const perUnit = on.width / reference.width
  const tried = views.map((view): Overlay => {
    const guess = {
      scale: (view.width / picture.width) * perUnit,
      turn: view.turn,
      bend: { from: ((groundFrom - view.y) / view.width) * picture.width, by: view.ground },
      x: on.width / 2 + (view.x - reference.x) * perUnit,
      y: on.height / 2 + (view.y - reference.y) * perUnit,
    }
    return { ...guess, score: scoreOf(points, on, guess) }
  })
  tried.sort((a, b) => b.score - a.score)
  const [best] = tried
  return best ?? { scale: 1, turn: 0, x: on.width / 2, y: on.height / 2, score: -1, bend: { from: 0, by: 1 } }
}

/** The same overlay held against pictures `times` as large: right ones still fit, wrong ones fall apart. */
export const layFiner = (picture: Edges, on: Edges, { rough, times }: { rough: Overlay; times: number }): Overlay => {
  const points = pointsOf(picture, 1500)
  const { x, y, bend } = rough
  const from = { ...rough, x: x * times, y: y * times, score: -1, bend: { ...bend, from: bend.from * times } }
  return refine(points, on, from)
}

const pointsOf = (edges: Edges, most: number): Point[] => {
  const { width, height, x, y } = edges
  const all: Point[] = []
  for (let row = 1; row < height - 1; row++)
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      const [ex, ey] = [x[at] ?? 0, y[at] ?? 0]
      if (Math.hypot(ex, ey) > 0.12) all.push({ u: column + 0.5 - width / 2, v: row + 0.5 - height / 2, ex, ey })
    }
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]).filter(
    (one) => one !== undefined,
  )
}

const scoreOf = (points: Point[], on: Edges, { scale, turn, x, y, bend }: Guess): number => {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  const [cos2, sin2] = [Math.cos(2 * turn), Math.sin(2 * turn)]
  let [product, mine, theirs, seen] = [0, 0, 0, 0]
  for (const { u, v: lies, ex, ey } of points) {
    const v = lies > bend.from ? bend.from + (lies - bend.from) / bend.by : lies
    const column = Math.floor(x + u * cos - v * sin)
    const row = Math.floor(y + u * sin + v * cos)
    if (column < 0 || row < 0 || column >= on.width || row >= on.height) continue
    const at = row * on.width + column
    const [ox, oy] = [on.x[at] ?? 0, on.y[at] ?? 0]
    product += (ex * cos2 - ey * sin2) * ox + (ex * sin2 + ey * cos2) * oy
    mine += ex * ex + ey * ey
    theirs += ox * ox + oy * oy
    seen++
  }
  if (seen < 0.4 * points.length || theirs === 0) return -1
  return product / Math.sqrt(mine * (theirs + 0.02 * seen))
}

const around = [-1, 0, 1].flatMap((s) => [-2, -1, 0, 1, 2].flatMap((dx) => [-1, 0, 1].map((dy) => ({ s, dx, dy }))))

const refine = (points: Point[], on: Edges, from: Overlay): Overlay => {
  let best = from
  for (const by of [1, 0.5]) {
    const at = best
    for (const { s, dx, dy } of around) {
      const guess = { ...at, scale: at.scale * (1 + 0.015 * s * by), x: at.x + dx * by, y: at.y + dy * by }
      const score = scoreOf(points, on, guess)
      if (score > best.score) best = { ...guess, score }
    }
  }
  return best
}
