import type { Lab } from './lab'

/** How much of a picture has which colour: 16 steps of lightness and of both hue axes, shares that sum to 1. */
export type ColourShares = Float32Array

const steps = { light: 8, hue: 24, middle: 8 }

/** Counts colours softly: a colour between two steps counts for both, so that a little noise changes little. */
export const colourShares = (labs: Iterable<Lab>): ColourShares => {
  const shares = new Float32Array(1 << 12)
  let count = 0
  for (const lab of labs) {
    spread(shares, lab)
    count++
  }
  if (count > 0) for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] ?? 0) / count
  return shares
}

const spread = (shares: ColourShares, lab: Lab): void => {
  const [x, y, z] = [lab[0] * steps.light, lab[1] * steps.hue + steps.middle, lab[2] * steps.hue + steps.middle]
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  for (let corner = 0; corner < 8; corner++) {
    const [i, j, k] = [corner >> 2, (corner >> 1) & 1, corner & 1]
    const weight = (i ? x - x0 : 1 - x + x0) * (j ? y - y0 : 1 - y + y0) * (k ? z - z0 : 1 - z + z0)
    const at = (held(x0 + i) << 8) | (held(y0 + j) << 4) | held(z0 + k)
    shares[at] = (shares[at] ?? 0) + weight
  }
}

const held = (step: number): number => (step < 0 ? 0 : step > 15 ? 15 : step)

/** Strong colours tell people apart, hair and skin hardly do. */
const weights = Float32Array.from({ length: 1 << 12 }, (_, at) => {
  const chroma = Math.hypot(((at >> 4) & 15) - steps.middle, (at & 15) - steps.middle) / steps.hue
  return 0.25 + 14 * Math.max(0, chroma - 0.04)
})

/** Which part of the wanted colours is there in the wanted amount, 0–1, strong colours counted more. `room`: how many
 *  times as large the part looked at may be, for what came along with the wanted (a thing in the hand, a shadow). */
export const agreement = (seen: ColourShares, wanted: ColourShares, room = 1.4): number => {
  let [found, all] = [0, 0]
  for (let i = 0; i < wanted.length; i++) {
    const [weight, share] = [weights[i] ?? 0, wanted[i] ?? 0]
    found += weight * Math.min(room * (seen[i] ?? 0), share)
    all += weight * share
  }
  return all === 0 ? 0 : found / all
}
