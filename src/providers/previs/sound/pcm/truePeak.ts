import { peakOf } from './peakOf'

/** Samples per control step of limiter and ducking. */
export const step = 16

const half = 8
// Three phases between two samples of a Hann-windowed sinc, 16 taps each.
const phases = [1, 2, 3].map((phase) =>
  Float32Array.from({ length: 2 * half }, (_, tap) => {
    const x = tap - half + 1 - phase / 4
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / half)
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window
  }),
)

/**
 * Highest level per `step` samples, between the samples too where it could pass `from`; state is kept from piece to
 * piece. Peaks are told up to 8 samples late, which a limiter with lookahead covers.
 */
export const truePeaks = (from: number) => {
  let tail = new Float32Array(2 * half)
  return (piece: Float32Array, frames: number, into: Float32Array) => {
    const line = new Float32Array(tail.length + frames)
    line.set(tail)
    line.set(piece.subarray(0, frames), tail.length)
    let before = peakOf(line, 0, step)
    for (let s = 0; s * step < frames; s++) {
      const at = (s + 1) * step
      const now = peakOf(line, at, Math.min(at + step, line.length))
      const near = before > now ? before : now
      const peak =
        near > from ? Math.max(near, between(line, at - half, Math.min(at + half, line.length - half))) : near
      if (peak > (into[s] ?? 0)) into[s] = peak
      before = now
    }
    tail = line.slice(frames)
  }
}

const between = (line: Float32Array, start: number, end: number): number => {
  let peak = 0
  for (let i = start; i < end; i++)
    for (const taps of phases) {
      let value = 0
      for (let tap = 0; tap < 2 * half; tap++) value += (taps[tap] ?? 0) * (line[i + tap - half + 1] ?? 0)
      peak = Math.max(peak, Math.abs(value))
    }
  return peak
}
