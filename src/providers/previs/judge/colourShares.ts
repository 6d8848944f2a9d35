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

const spread = (shares: ColourShares, [lightness, red, warm]: Lab): void => {
  const axes = [lightness * steps.light, red * steps.hue + steps.middle, warm * steps.hue + steps.middle] as const
  for (let corner = 0; corner < 8; corner++) {
    let [at, weight] = [0, 1]
    for (const [i, value] of axes.entries()) {
      const low = Math.floor(value)
      const up = (corner >> i) & 1
      weight *= up ? value - low : 1 - value + low
      at = (at << 4) | Math.min(15, Math.max(0, low + up))
    }
    shares[at] = (shares[at] ?? 0) + weight
  }
}

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
