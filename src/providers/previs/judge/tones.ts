import type { Lab } from './lab'
import { labOfPixel } from './labPlane'
import { lightnessAt, lightnessOf, type Looked } from './looked'

type Box = { left: number; right: number; top: number; bottom: number }

/** Mean colour (OKLab) of a picture, or of a box of it in px. */
export const meanTone = (picture: Looked, box?: Box): Lab => {
  const { width, height } = picture
  const { left, right, top, bottom } = box ?? { left: 0, right: width, top: 0, bottom: height }
  const lab = new Float64Array(3)
  const sum: [number, number, number] = [0, 0, 0]
  let count = 0
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
      labOfPixel(picture.data, 3 * (y * width + x), { out: lab, to: 0 })
      sum[0] += lab[0] ?? 0
      sum[1] += lab[1] ?? 0
      sum[2] += lab[2] ?? 0
      count++
    }
  return count === 0 ? [0, 0, 0] : [sum[0] / count, sum[1] / count, sum[2] / count]
}

/** Lightness between the darkest and the lightest twentieth of a picture, 0–1. */
export const toneSpread = (picture: Looked): number => {
  const [dark = 0, light = 0] = lightnessAt(picture, [0.05, 0.95])
  return light - dark
}

/** How unlike neighbouring pixels are (mean difference in lightness), as a share of the spread of tones. */
export const grainOf = (picture: Looked): number => {
  const lights = lightnessOf(picture)
  let sum = 0
  for (let at = 1; at < lights.length; at++) sum += Math.abs((lights[at] ?? 0) - (lights[at - 1] ?? 0))
  return sum / Math.max(1, lights.length) / Math.max(0.001, toneSpread(picture))
}
