import { linear } from './lab'
import type { Looked } from './looked'

/** All colours of a picture in OKLab, three numbers a pixel. */
export type LabPlane = { width: number; height: number; data: Float32Array }

const steps = 4096
const roots = Float32Array.from({ length: steps + 1 }, (_, i) => Math.cbrt(i / steps))

/** Writes the OKLab of the pixel whose red lies at `at` to three places of `out`. By tables: about as quick as reading it. */
export const labOfPixel = (
  data: Uint8Array,
  at: number,
  { out, to }: { out: Float32Array | Float64Array; to: number },
): void => {
  const r = linear[data[at] ?? 0] ?? 0
  const g = linear[data[at + 1] ?? 0] ?? 0
  const b = linear[data[at + 2] ?? 0] ?? 0
  const l = roots[Math.round(steps * (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b))] ?? 1
  const m = roots[Math.round(steps * (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b))] ?? 1
  const s = roots[Math.round(steps * (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b))] ?? 1
  out[to] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  out[to + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  out[to + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
}

export const labPlaneOf = ({ width, height, data }: Looked): LabPlane => {
  const out = new Float32Array(data.length)
  const place = { out, to: 0 }
  for (; place.to < data.length; place.to += 3) labOfPixel(data, place.to, place)
  return { width, height, data: out }
}
