import { labPlaneOf } from './labPlane'
import type { Looked } from './looked'

/** 1 where the figure is: what cannot be reached from the edges over pixels that look like the ground of their row. */
export const cutOut = (view: Looked): Uint8Array => {
  const { width, height } = view
  const { data } = labPlaneOf(view)
  const figure = new Uint8Array(width * height).fill(1)
  const waiting: number[] = []
  const grounds = groundsOf(data, { width, height })
  const reach = (at: number) => {
    if (figure[at] !== 1) return
    const t = (at % width) / width
    const ground = 6 * Math.floor(at / width)
    // The middle of the wall is lit a little more than its sides.
    let off = 0
    for (let i = 0; i < 3; i++) {
      const left = grounds[ground + i] ?? 0
      const by = (data[3 * at + i] ?? 0) - left - ((grounds[ground + 3 + i] ?? 0) - left) * t
      off += ((weights[i] ?? 0) * by) ** 2
    }
    if (off > 0.04 ** 2) return
    figure[at] = 0
    waiting.push(at)
  }
  for (let x = 0; x < width; x++) {
    reach(x)
    reach((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    reach(y * width)
    reach(y * width + width - 1)
  }
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const next of around(at, { width, count: figure.length })) reach(next)
  return largestOf(figure, width)
}

const weights = [0.6, 2.6, 1.6]

/** What the ground of every row looks like at its left and its right end: six numbers a row. */
const groundsOf = (data: Float32Array, { width, height }: { width: number; height: number }): Float32Array => {
  const grounds = new Float32Array(6 * height)
  for (let y = 0; y < height; y++)
    for (let i = 0; i < 3; i++)
      for (let n = 0; n < 4; n++) {
        grounds[6 * y + i] = (grounds[6 * y + i] ?? 0) + (data[3 * (y * width + 1 + n) + i] ?? 0) / 4
        grounds[6 * y + 3 + i] = (grounds[6 * y + 3 + i] ?? 0) + (data[3 * (y * width + width - 5 + n) + i] ?? 0) / 4
      }
  return grounds
}

/** Only what is large and stands in the middle: stains of the wall fall away, a head on a pale neck stays. */
const largestOf = (figure: Uint8Array, width: number): Uint8Array => {
  const parts = partsOf(figure, width).sort((a, b) => b.length - a.length)
  const least = 0.03 * (parts[0]?.length ?? 0)
  const only = new Uint8Array(figure.length)
  for (const part of parts) {
    const middle = part.reduce((sum, at) => sum + (at % width), 0) / part.length
    if (part.length < least || Math.abs(middle - width / 2) > width * 0.22) continue
    for (const at of part) only[at] = 1
  }
  return only
}

/** Everything that hangs together, as lists of pixels. */
const partsOf = (figure: Uint8Array, width: number): number[][] => {
  const left = Uint8Array.from(figure)
  const parts: number[][] = []
  for (let start = 0; start < left.length; start++) if (left[start] === 1) parts.push(partFrom(start, { left, width }))
  return parts
}

/** Takes what hangs together with one pixel out of what is left. */
const partFrom = (start: number, { left, width }: { left: Uint8Array; width: number }): number[] => {
  const part: number[] = []
  const waiting = [start]
  left[start] = 0
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    part.push(at)
    for (const next of around(at, { width, count: left.length })) {
      if (left[next] !== 1) continue
      left[next] = 0
      waiting.push(next)
    }
  }
  return part
}

const around = (at: number, { width, count }: { width: number; count: number }): number[] => {
  const x = at % width
  const next = [at - width, at + width].filter((one) => one >= 0 && one < count)
  if (x > 0) next.push(at - 1)
  if (x < width - 1) next.push(at + 1)
  return next
}

/** Rows the figure fills, stray specks left out. */
export const extentOf = ({ width, height }: Looked, figure: Uint8Array) => {
  let [top, bottom, count] = [height, 0, 0]
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) row += figure[y * width + x] ?? 0
    if (row < width / 50) continue
    count += row
    top = Math.min(top, y)
    bottom = y
  }
  return { top, bottom, count }
}
