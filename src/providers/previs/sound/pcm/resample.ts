const half = 8
const table = 512 // positions between two samples

/**
 * Reads `input` at `ratio` input samples per output sample by a windowed sinc; above 1 what the new rate cannot hold
 * is filtered off. Changes pitch and length together when the rate is said to stay.
 */
export const resample = (input: Float32Array, ratio: number): Float32Array => {
  const cutoff = Math.min(1, 1 / ratio)
  const taps = sincTable(cutoff)
  const output = new Float32Array(Math.floor(input.length / ratio))
  const padded = new Float32Array(input.length + 2 * half)
  padded.set(input, half - 1)
  for (let i = 0; i < output.length; i++) {
    const at = i * ratio
    const base = Math.floor(at)
    const row = Math.round((at - base) * table) * 2 * half
    let sum = 0
    for (let tap = 0; tap < 2 * half; tap++) sum += (taps[row + tap] ?? 0) * (padded[base + tap] ?? 0)
    output[i] = sum
  }
  return output
}

const tables = new Map<number, Float32Array>()
const sincTable = (cutoff: number): Float32Array => {
  const known = tables.get(cutoff)
  if (known) return known
  const rows = Float32Array.from({ length: (table + 1) * 2 * half }, (_, index) => {
    const x = (index % (2 * half)) - half + 1 - Math.floor(index / (2 * half)) / table
    const window = Math.abs(x) < half ? 0.5 + 0.5 * Math.cos((Math.PI * x) / half) : 0
    const wave = x === 0 ? 1 : Math.sin(Math.PI * x * cutoff) / (Math.PI * x * cutoff)
    return cutoff * wave * window
  })
  if (tables.size > 64) tables.clear()
  tables.set(cutoff, rows)
  return rows
}
