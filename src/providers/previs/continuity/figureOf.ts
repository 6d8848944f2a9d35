import { cutOut } from '../judge/cutOut'
import { labOf } from '../judge/lab'
import { rgbAt, type Looked } from '../judge/looked'

/** A figure in a picture: 1 where it is, and the rows it fills. */
export type Figure = {
  width: number
  mask: Uint8Array
  /** Of its first and its last row. */
  top: number
  bottom: number
  /** Pixels of every row from the first one on. */
  widths: number[]
}

/** The figure of a mask; rows with only a few specks do not count. Null when nothing is left. */
export const figureOf = (mask: Uint8Array, width: number): Figure | null => {
  const rows: number[] = []
  for (let from = 0; from < mask.length; from += width) {
    let count = 0
    for (let x = 0; x < width; x++) count += mask[from + x] ?? 0
    rows.push(count)
  }
  const widest = Math.max(...rows)
  const filled = (count: number) => count > Math.max(1, widest * 0.04)
  const top = rows.findIndex(filled)
  if (top < 0) return null
  const bottom = rows.findLastIndex(filled)
  return { width, mask, top, bottom, widths: rows.slice(top, bottom + 1) }
}

/** Who stands on an enrolled view; a stain of the wall that hangs on the top of the head falls away. */
export const figureOfView = (view: Looked): Figure | null => {
  const mask = cutOut(view)
  for (let row = 0; row < view.height && !standsOut(view, mask, row); row++)
    mask.fill(0, row * view.width, (row + 1) * view.width)
  return figureOf(mask, view.width)
}

/** A quarter of what the mask holds of this row is clearly not the wall: red against green tells skin from plaster. */
const standsOut = (view: Looked, mask: Uint8Array, row: number): boolean => {
  const from = row * view.width
  const wall = labOf(rgbAt(view, from + 2))
  let [there, clear] = [0, 0]
  for (let at = from; at < from + view.width; at++) {
    if (mask[at] !== 1) continue
    const here = labOf(rgbAt(view, at))
    there++
    if (Math.hypot(0.6 * (here[0] - wall[0]), 2.6 * (here[1] - wall[1]), 1.6 * (here[2] - wall[2])) > 0.065) clear++
  }
  return there > 0 && clear * 4 >= there
}
