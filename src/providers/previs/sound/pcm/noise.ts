/** A repeatable generator of numbers in [0, 1). */
export const randomFrom = (seed: number): (() => number) => {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** White noise, −1…1. */
export const white = (length: number, seed: number): Float32Array => {
  const noise = new Float32Array(length)
  let state = (Math.imul(seed | 0, 0x85ebca6b) ^ 0x27d4eb2f) | 0
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    noise[i] = state / 2 ** 31
  }
  return noise
}

/** Pink noise (−3 dB an octave), near −1…1. */
export const pink = (length: number, seed: number): Float32Array => {
  const noise = white(length, seed)
  let [a, b, c] = [0, 0, 0]
  for (let i = 0; i < length; i++) {
    const w = noise[i] ?? 0
    a = 0.99765 * a + w * 0.099046
    b = 0.963 * b + w * 0.2965164
    c = 0.57 * c + w * 1.0526913
    noise[i] = (a + b + c + w * 0.1848) * 0.3
  }
  return noise
}

/** Brown noise (−6 dB an octave), near −1…1. */
export const brown = (length: number, seed: number): Float32Array => {
  const noise = white(length, seed)
  let low = 0
  for (let i = 0; i < length; i++) {
    low = low * 0.996 + (noise[i] ?? 0) * 0.06
    noise[i] = low
  }
  return noise
}
