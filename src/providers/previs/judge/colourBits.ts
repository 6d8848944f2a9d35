import { between, labOf, type Lab, type Rgb } from './lab'
import { relit, type PersonLight } from './lights'
import type { Looked } from './looked'

/** The picture's distinct colours, so that each is compared once per light. */
export type Palette = { of: Uint16Array; labs: Lab[] }

/** Colours of 32 steps a channel, each the mean of its pixels. */
export const paletteOf = ({ data }: Looked): Palette => {
  const of = new Uint16Array(data.length / 3)
  const known = new Int32Array(1 << 15).fill(-1)
  const sums: number[] = []
  for (let i = 0; i < of.length; i++) {
    const [r, g, b] = [data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0]
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)
    let bin = known[key] ?? -1
    if (bin < 0) {
      bin = sums.length / 4
      known[key] = bin
      sums.push(0, 0, 0, 0)
    }
    const at = bin * 4
    sums[at] = (sums[at] ?? 0) + r
    sums[at + 1] = (sums[at + 1] ?? 0) + g
    sums[at + 2] = (sums[at + 2] ?? 0) + b
    sums[at + 3] = (sums[at + 3] ?? 0) + 1
    of[i] = bin
  }
  const labs = Array.from({ length: sums.length / 4 }, (_, bin) => {
    const mean = (i: number) => (sums[bin * 4 + i] ?? 0) / (sums[bin * 4 + 3] ?? 1)
    return labOf([mean(0), mean(1), mean(2)])
  })
  return { of, labs }
}

/** How far a pixel may be from a colour or its shade (OKLab, hue counted more than lightness), and the deepest shade. */
const tolerance = 0.036
const shadeMost = 0.42

/** For every pixel one bit per colour that it can be under this light. */
export const bitsOf = ({ of, labs }: Palette, colours: readonly Rgb[], light: PersonLight): Uint8Array => {
  const ofBin = new Uint8Array(labs.length)
  for (const [i, rgb] of colours.entries()) markOne({ labs, ofBin, bit: 1 << i }, relit(rgb, light), light.ink)
  const out = new Uint8Array(of.length)
  for (let i = 0; i < of.length; i++) out[i] = ofBin[of[i] ?? 0] ?? 0
  return out
}

const markOne = ({ labs, ofBin, bit }: { labs: Lab[]; ofBin: Uint8Array; bit: number }, lit: Lab, ink: Lab): void => {
  const shade = between(lit, ink, shadeMost)
  const [x, y, z] = [shade[0] - lit[0], shade[1] - lit[1], shade[2] - lit[2]]
  const length = x * x + y * y + z * z || 1
  for (let i = 0; i < labs.length; i++) {
    const lab = labs[i]
    if (!lab) continue
    const [l, a, b] = [lab[0] - lit[0], lab[1] - lit[1], lab[2] - lit[2]]
    const t = Math.min(1, Math.max(0, (l * x + a * y + b * z) / length))
    const off = 0.64 * (l - t * x) ** 2 + 1.56 * (a - t * y) ** 2 + 1.56 * (b - t * z) ** 2
    if (off < tolerance * tolerance) ofBin[i] = (ofBin[i] ?? 0) | bit
  }
}
