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
  let beside = 0
  for (const point of figure.beside) if (ground.added[pixelAt(point, ground, guess)] === 1) beside++
  const free = 1 - beside / Math.max(1, figure.beside.length)
  const { x, y, scale } = guess
  const seen = trunk.seen > leastSeen ? trunk.share : null
  const score = head.seen < 0.4 ? 0 : 0.6 * head.share + 0.2 * (seen ?? head.share) + 0.2 * free
  return { x, y, scale, score, head: head.share, trunk: seen }
}

/** Number of the pixel a point of the figure falls on, −1 outside the frame. */
const pixelAt = (point: { u: number; v: number }, { plane, squash, roll }: Ground, { x, y, scale }: Guess): number => {
  const across = point.u * scale
  const down = point.v * scale * squash
  const column = Math.floor(x + across - down * roll)
  const row = Math.floor(y + down + across * roll)
  return column < 0 || row < 0 || column >= plane.width || row >= plane.height ? -1 : row * plane.width + column
}

/** Colours nearer than this are one (weighted OKLab), farther than `apart` they are two. */
const [near, apart] = [0.05, 0.15]

const shareOf = (points: readonly FigurePoint[], ground: Ground, guess: Guess): { share: number; seen: number } => {
  const { data } = ground.plane
  let [met, inside] = [0, 0]
  for (const point of points) {
    const at = pixelAt(point, ground, guess)
    if (at < 0) continue
    inside++
    if (ground.added[at] !== 1) continue
    const [l, a, b] = point.lab
    const hue = Math.abs((data[3 * at + 1] ?? 0) - a) + Math.abs((data[3 * at + 2] ?? 0) - b)
    const off = 0.45 * Math.abs((data[3 * at] ?? 0) - l) + 1.6 * hue
    if (off < apart) met += off < near ? 1 : (apart - off) / (apart - near)
  }
  return { share: inside === 0 ? 0 : met / inside, seen: inside / Math.max(1, points.length) }
}
