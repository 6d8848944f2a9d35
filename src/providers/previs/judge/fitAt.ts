import type { FigurePoint, FigurePoints } from './figurePoints'
import type { LabPlane } from './labPlane'

export type Guess = { x: number; y: number; scale: number }

/** Where a figure stands in a picture: the middle of its head's top, px, and px per height of its enrolled picture.
 *  `head` and `trunk`: which share of their points has its colour there; `trunk` null where the frame cuts it off.
 *  `score` 0–1: both, and nothing beside the head. */
export type Fit = Guess & { score: number; head: number; trunk: number | null }

/** Colours of a picture, 1 where something was painted anew, and how the camera bends people. `roll` in radians. */
export type Ground = { plane: LabPlane; added: Uint8Array; squash: number; roll: number }

/** So little of a trunk tells what somebody wears. */
const leastSeen = 0.08

/** How well a figure fits at one spot. */
export const fitAt = (figure: FigurePoints, ground: Ground, guess: Guess): Fit => {
  const head = shareOf(figure.head, ground, guess)
  const trunk = shareOf(figure.trunk, ground, guess)
  const free = 1 - besideOf(figure.beside, ground, guess) / Math.max(1, figure.beside.length)
  const { x, y, scale } = guess
  const seen = trunk.seen > leastSeen ? trunk.share : null
  const score = head.seen < 0.4 ? 0 : 0.6 * head.share + 0.2 * (seen ?? head.share) + 0.2 * free
  return { x, y, scale, score, head: head.share, trunk: seen }
}

/** How many points beside the head lie on something that was added. */
const besideOf = (points: FigurePoints['beside'], { plane, added, squash, roll }: Ground, { x, y, scale }: Guess): number => {
  const { width, height } = plane
  const down = scale * squash
  let count = 0
  for (const { u, v } of points) {
    const column = Math.floor(x + u * scale - v * down * roll)
    const row = Math.floor(y + v * down + u * scale * roll)
    if (column >= 0 && row >= 0 && column < width && row < height && added[row * width + column] === 1) count++
  }
  return count
} // prettier-ignore

/** Colours nearer than this are one (weighted OKLab), farther than `apart` they are two. */
const [near, apart] = [0.05, 0.15]

/** Written out with plain numbers: it looks at some hundred points for each of some hundred guesses. */
const shareOf = (points: readonly FigurePoint[], ground: Ground, { x, y, scale }: Guess): { share: number; seen: number } => {
  const { plane: { data, width, height }, added, squash, roll } = ground
  const down = scale * squash
  let [met, inside] = [0, 0]
  for (const point of points) {
    const { u, v } = point
    const column = Math.floor(x + u * scale - v * down * roll)
    const row = Math.floor(y + v * down + u * scale * roll)
    if (column < 0 || row < 0 || column >= width || row >= height) continue
    inside++
    const at = row * width + column
    if (added[at] === 1) met += likeness(point.lab, data, 3 * at)
  }
  return { share: inside === 0 ? 0 : met / inside, seen: inside / Math.max(1, points.length) }
} // prettier-ignore

/** 1 where two colours are one, 0 where they are two. */
const likeness = (lab: FigurePoint['lab'], data: Float32Array, at: number): number => {
  const hue = Math.abs((data[at + 1] ?? 0) - lab[1]) + Math.abs((data[at + 2] ?? 0) - lab[2])
  const off = 0.45 * Math.abs((data[at] ?? 0) - lab[0]) + 1.6 * hue
  return off < near ? 1 : off < apart ? (apart - off) / (apart - near) : 0
}
