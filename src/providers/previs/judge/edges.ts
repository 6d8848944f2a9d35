import { lightnessOf, type Looked } from './looked'

/** Where brightness changes and in which direction: per pixel the strength (0–1, within its surroundings) times the
 *  doubled angle, so that a dark edge on light and a light edge on dark are the same edge. */
export type Edges = { width: number; height: number; x: Float32Array; y: Float32Array }

/** Edges stand out against their surroundings, so that a lamp at night and a wall at noon count alike. */
export const edgesOf = (looked: Looked): Edges => {
  const { width, height } = looked
  const light = lightnessOf(looked)
  const dx = new Float32Array(width * height)
  const dy = new Float32Array(width * height)
  for (let row = 1; row < height - 1; row++) slopes(light, { width, row, dx, dy })
  const strength = dx.map((gx, at) => Math.sqrt(gx * gx + (dy[at] ?? 0) ** 2))
  const usual = blurred(strength, { width, height, reach: Math.round(Math.max(width, height) / 10) })
  const x = new Float32Array(width * height)
  const y = new Float32Array(width * height)
  for (let at = 0; at < strength.length; at++) {
    const size = strength[at] ?? 0
    if (size < quiet) continue
    const share = Math.min(1, size / (2.5 * (usual[at] ?? 0) + quiet)) / (size * size)
    const [gx, gy] = [dx[at] ?? 0, dy[at] ?? 0]
    x[at] = (gx * gx - gy * gy) * share
    y[at] = 2 * gx * gy * share
  }
  return { width, height, x, y }
}

type Slopes = { width: number; row: number; dx: Float32Array; dy: Float32Array }

/** Sobel: how lightness grows to the right and downward, for one row. */
const slopes = (light: Float32Array, { width, row, dx, dy }: Slopes): void => {
  for (let at = row * width + 1; at < row * width + width - 1; at++) {
    const [up, down] = [at - width, at + width]
    const falling = (light[down + 1] ?? 0) - (light[up - 1] ?? 0)
    const rising = (light[up + 1] ?? 0) - (light[down - 1] ?? 0)
    dx[at] = falling + rising + 2 * ((light[at + 1] ?? 0) - (light[at - 1] ?? 0))
    dy[at] = falling - rising + 2 * ((light[down] ?? 0) - (light[up] ?? 0))
  }
}

/** Below this an edge is paper: Sobel sum of OKLab lightness. */
const quiet = 0.03

/** Mean over a square of 2·reach+1, borders repeated. */
const blurred = (
  from: Float32Array,
  { width, height, reach }: { width: number; height: number; reach: number },
): Float32Array => {
  const across = new Float32Array(from.length)
  const out = new Float32Array(from.length)
  const run = (read: Float32Array, write: Float32Array, line: { start: number; step: number; count: number }) => {
    const at = (i: number) => line.start + line.step * Math.min(line.count - 1, Math.max(0, i))
    let sum = 0
    for (let i = -reach; i <= reach; i++) sum += read[at(i)] ?? 0
    for (let i = 0; i < line.count; i++) {
      write[at(i)] = sum / (2 * reach + 1)
      sum += (read[at(i + reach + 1)] ?? 0) - (read[at(i - reach)] ?? 0)
    }
  }
  for (let row = 0; row < height; row++) run(from, across, { start: row * width, step: 1, count: width })
  for (let column = 0; column < width; column++) run(across, out, { start: column, step: width, count: height })
  return out
}
