/** Coefficients of a second-order filter, a0 = 1. */
export type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }
type Shape = { rate: number; hz: number; q?: number; gainDb?: number }

const parts = ({ rate, hz, q = Math.SQRT1_2 }: Shape) => {
  const w = (2 * Math.PI * Math.min(hz, rate * 0.49)) / rate
  return { cos: Math.cos(w), alpha: Math.sin(w) / (2 * q) }
}
const over = (a0: number, [b0, b1, b2]: [number, number, number], [a1, a2]: [number, number]): Biquad => ({
  b0: b0 / a0,
  b1: b1 / a0,
  b2: b2 / a0,
  a1: a1 / a0,
  a2: a2 / a0,
})

/** Second-order filters after the well-known audio cookbook forms. */
export const lowpass = (shape: Shape): Biquad => {
  const { cos, alpha } = parts(shape)
  return over(1 + alpha, [(1 - cos) / 2, 1 - cos, (1 - cos) / 2], [-2 * cos, 1 - alpha])
}
export const highpass = (shape: Shape): Biquad => {
  const { cos, alpha } = parts(shape)
  return over(1 + alpha, [(1 + cos) / 2, -1 - cos, (1 + cos) / 2], [-2 * cos, 1 - alpha])
}
export const bandpass = (shape: Shape): Biquad => {
  const { cos, alpha } = parts(shape)
  return over(1 + alpha, [alpha, 0, -alpha], [-2 * cos, 1 - alpha])
}
export const peaking = (shape: Shape): Biquad => {
  const { cos, alpha } = parts(shape)
  const a = 10 ** ((shape.gainDb ?? 0) / 40)
  return over(1 + alpha / a, [1 + alpha * a, -2 * cos, 1 - alpha * a], [-2 * cos, 1 - alpha / a])
}

/** Filters `samples` in place, from rest. */
export const filter = (samples: Float32Array, ...filters: Biquad[]): Float32Array => {
  for (const { b0, b1, b2, a1, a2 } of filters) {
    let z1 = 0
    let z2 = 0
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0
      const y = b0 * x + z1
      z1 = b1 * x - a1 * y + z2
      z2 = b2 * x - a2 * y
      samples[i] = y
    }
  }
  return samples
}
