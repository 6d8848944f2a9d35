import { cutOut, extentOf } from './cutOut'
import type { Looked } from './looked'

/** What of an enrolled view does not change with the light. */
export type CutFigure = {
  view: Looked
  figure: Uint8Array
  top: number
  bottom: number
  neck: number
  middle: number
  wide: number
}

/** Cuts the person out of their enrolled view and finds where the head ends: its rows are narrower than shoulders. */
export const cutFigure = (view: Looked): CutFigure => {
  const figure = cutOut(view)
  const { top, bottom } = extentOf(view, figure)
  const tall = bottom + 1 - top
  const spans = Array.from({ length: view.height }, (_, y) => spanOf(figure, view.width, y))
  // The neck is the narrowest row between a twelfth and a third of a figure's height.
  let neck = top + Math.round(tall * 0.18)
  let least = Infinity
  for (let y = top + Math.round(tall * 0.1); y < top + tall * 0.34; y++) {
    const span = spans[y]
    const wide = span ? span.to - span.from : Infinity
    if (wide <= least) [least, neck] = [wide, y]
  }
  const heads = spans.slice(top, neck).filter((one) => one !== null)
  const middle = heads.reduce((sum, { from, to }) => sum + (from + to) / 2, 0) / Math.max(1, heads.length)
  const wide = Math.max(1, ...heads.map(({ from, to }) => to - from))
  return { view, figure, top, bottom, neck, middle, wide }
}

const spanOf = (figure: Uint8Array, width: number, y: number): { from: number; to: number } | null => {
  const row = figure.subarray(y * width, (y + 1) * width)
  const from = row.indexOf(1)
  return from < 0 ? null : { from, to: row.lastIndexOf(1) + 1 }
}
