import type { Edges } from './edges'

/** How a picture lies on another: one of its pixels is `scale` pixels of the other, turned by `turn` radians,
 *  its middle at (x, y) there. `score` −1 to 1: how well their edges agree where they overlap. */
export type Overlay = { scale: number; turn: number; x: number; y: number; score: number }

type Point = { u: number; v: number; ex: number; ey: number }

/** The strongest edges of a picture, spread over its cells, as points from its middle. */
const pointsOf = (edges: Edges, most: number): Point[] => {
  const { width, height, x, y } = edges
  const all: (Point & { size: number })[] = []
  for (let row = 1; row < height - 1; row++)
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      const [ex, ey] = [x[at] ?? 0, y[at] ?? 0]
      const size = Math.hypot(ex, ey)
      if (size > 0.15) all.push({ u: column + 0.5 - width / 2, v: row + 0.5 - height / 2, ex, ey, size })
    }
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]).filter((one) => one !== undefined)
}

type Guess = Omit<Overlay, 'score'>

const scoreOf = (points: Point[], on: Edges, { scale, turn, x, y }: Guess): number => {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  const [cos2, sin2] = [Math.cos(2 * turn), Math.sin(2 * turn)]
  let [product, mine, theirs, seen] = [0, 0, 0, 0]
  for (const { u, v, ex, ey } of points) {
    const column = Math.floor(x + u * cos - v * sin)
    const row = Math.floor(y + u * sin + v * cos)
    if (column < 0 || row < 0 || column >= on.width || row >= on.height) continue
    const at = row * on.width + column
    const [ox, oy] = [on.x[at] ?? 0, on.y[at] ?? 0]
    const [rx, ry] = [ex * cos2 - ey * sin2, ex * sin2 + ey * cos2]
    product += rx * ox + ry * oy
    mine += ex * ex + ey * ey
    theirs += ox * ox + oy * oy
    seen++
  }
  if (seen < 0.5 * points.length || theirs === 0) return -1
  return product / Math.sqrt(mine * (theirs + 0.02 * seen))
}

/** Lays a picture on another wherever their edges agree best, over the scales, turns and shifts a camera may take. */
export const layOn = (
  picture: Edges,
  on: Edges,
  { scales, turns }: { scales: readonly number[]; turns: readonly number[] },
): Overlay => {
  const points = pointsOf(picture, 420)
  const few = points.filter((_, i) => i % 3 === 0)
  const step = Math.max(1, on.width / 80)
  let found: Overlay[] = []
  for (const turn of turns)
    for (const scale of scales)
      for (let dy = -0.3; dy <= 0.3; dy += step / on.height)
        for (let dx = -0.14; dx <= 0.14; dx += step / on.width) {
          const guess = { scale, turn, x: on.width * (0.5 + dx), y: on.height * (0.5 + dy) }
          const score = scoreOf(few, on, guess)
          if (score > (found[0]?.score ?? -1)) found = [{ ...guess, score }, ...found].slice(0, 6)
        }
  const finer = found.map((one) => refine(points, on, { ...one, score: scoreOf(points, on, one) }))
  return finer.sort((a, b) => b.score - a.score)[0] ?? { scale: 1, turn: 0, x: on.width / 2, y: on.height / 2, score: -1 }
}

const refine = (points: Point[], on: Edges, from: Overlay): Overlay => {
  let best = from
  for (let round = 0; round < 3; round++) {
    const by = 1 / 2 ** round
    const around = [-1, 0, 1].flatMap((s) =>
      [-1, 0, 1].flatMap((dx) =>
        [-1, 0, 1].map((dy) => ({ ...best, scale: best.scale * (1 + 0.02 * s * by), x: best.x + dx * by, y: best.y + dy * by })),
      ),
    )
    for (const guess of around) {
      const score = scoreOf(points, on, guess)
      if (score > best.score) best = { ...guess, score }
    }
  }
  return best
}
