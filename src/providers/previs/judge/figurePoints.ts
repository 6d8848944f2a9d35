import type { CutFigure } from './cutFigure'
import type { Lab } from './lab'
import { rgbAt } from './looked'
import { relit, type PersonLight } from './personLight'

/** A point of a figure, from the middle of its head's top, in heights of the enrolled picture. */
export type FigurePoint = { u: number; v: number; lab: Lab }

/** A person as an enrolled view shows them: points of the head and of the trunk with their colours in some light, and
 *  points just beside the head, where nothing of them is. `headHigh`, `headWide`, `tall`: heights of the enrolled picture. */
export type FigurePoints = {
  head: FigurePoint[]
  trunk: FigurePoint[]
  beside: { u: number; v: number }[]
  headHigh: number
  headWide: number
  tall: number
}

/** Points of a cut figure in this light, evenly taken: of the head all, of the trunk down to the hips. */
export const figurePoints = (cut: CutFigure, light: PersonLight): FigurePoints => {
  const { view, figure, top, bottom, neck, middle, wide } = cut
  const { width, height } = view
  const tall = bottom + 1 - top
  const lit = ({ x, y }: Spot): FigurePoint => ({
    ...placed(cut, { x, y }),
    lab: relit(rgbAt(view, y * width + x), light),
  })
  const ofFigure = ({ x, y }: Spot) => figure[y * width + x] === 1
  const half = Math.round(tall * 0.09)
  const step = Math.max(1, Math.round(tall / 46))
  const headSpots = grid({ x: 0, y: top, right: width, bottom: neck }, 2)
  const chest = { x: Math.round(middle) - half, y: neck + 2, right: middle + half + 1, bottom: Math.min(bottom, neck + tall * 0.36) } // prettier-ignore
  return {
    head: headSpots.filter(ofFigure).map(lit),
    trunk: grid(chest, step).filter(ofFigure).map(lit),
    beside: besideHead(cut, tall).map((spot) => placed(cut, spot)),
    headHigh: (neck - top) / height,
    headWide: wide / height,
    tall: tall / height,
  }
}

type Spot = { x: number; y: number }

/** From the middle of the head's top, in heights of the picture. */
const placed = ({ view: { height }, middle, top }: CutFigure, { x, y }: Spot) => ({ u: (x + 0.5 - middle) / height, v: (y + 0.5 - top) / height }) // prettier-ignore

const grid = (box: { x: number; y: number; right: number; bottom: number }, step: number): Spot[] => {
  const spots: Spot[] = []
  for (let y = box.y; y < box.bottom; y += step) for (let x = box.x; x < box.right; x += step) spots.push({ x, y })
  return spots
}

/** Two columns to each side of the head and two rows above it. */
const besideHead = ({ top, neck, middle, wide }: CutFigure, tall: number): Spot[] => {
  const out = Math.round(wide / 2 + 0.03 * tall)
  const columns = [out, out + 0.05 * tall].flatMap((away) => [Math.round(middle - away), Math.round(middle + away)])
  const rows = [0.03, 0.06].map((up) => Math.round(top - up * tall))
  return [
    ...columns.flatMap((x) => grid({ x, y: top, right: x + 1, bottom: neck }, 2)),
    ...rows.flatMap((y) => grid({ x: Math.round(middle - wide / 2), y, right: middle + wide / 2, bottom: y + 1 }, 2)),
  ]
}
