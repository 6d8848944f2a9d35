import { gatedLoudness, weighted } from '../../previs/sound/pcm/loudnessMeter'
import { peakOf } from '../../previs/sound/pcm/peakOf'

const step = 64 // samples; 75 of them are a tenth of a second
const stepsPerTenth = 75
const ahead = 5 // steps of lookahead, as the limiter has
const recover = 1 - Math.exp(-step / (48_000 * 0.12))

/**
 * Hears a mix once and then tells how loud it will be under any gain and ceiling, without making it: K-weighted energy
 * and peak are kept for every 64 samples, and the limiter is followed on them. Eight bytes a step: 22 MB an hour.
 */
export const levelForecast = (samples: number) => {
  const count = Math.ceil(samples / step)
  const [energies, peaks] = [new Float32Array(count), new Float32Array(count)]
  const state = [new Float64Array(4), new Float64Array(4)]
  let at = 0
  const loudnessAt = (gain: number, ceiling: number): number =>
    gatedLoudness(tenthsOf(energies, gainsOf(peaks, ceiling / gain), gain), { sum: 0, held: 0 })
  return {
    hear(sum: Float32Array[], frames: number) {
      for (let from = 0; from < frames; from += step, at++) {
        const to = Math.min(frames, from + step)
        sum.forEach((side, c) => {
          energies[at] = (energies[at] ?? 0) + weighted(side, { from, to }, state[c] ?? new Float64Array(4))
          peaks[at] = Math.max(peaks[at] ?? 0, peakOf(side, from, to))
        })
      }
    },
    loudnessAt,
    /** The gain that gives `lufs`; louder is never quieter, so it is found by halving. */
    gainFor(lufs: number, ceiling: number): number {
      let [low, high] = [-40, 90] // dB
      for (let n = 0; n < 18; n++) {
        const middle = (low + high) / 2
        if (loudnessAt(10 ** (middle / 20), ceiling) < lufs) low = middle
        else high = middle
      }
      return 10 ** ((low + high) / 40)
    },
  }
}

/** What the limiter does at every step when nothing may pass `most`. */
const gainsOf = (peaks: Float32Array, most: number): Float32Array => {
  const gains = new Float32Array(peaks.length)
  let held = 1
  for (let s = 0; s < peaks.length; s++) {
    let peak = 0
    for (let i = Math.max(0, s - 1); i <= Math.min(peaks.length - 1, s + ahead); i++)
      peak = Math.max(peak, peaks[i] ?? 0)
    held = Math.min(peak > most ? most / peak : 1, held + (1 - held) * recover)
    gains[s] = held
  }
  return gains
}

const tenthsOf = (energies: Float32Array, gains: Float32Array, gain: number): number[] => {
  const tenths = Array.from({ length: Math.max(1, Math.floor(energies.length / stepsPerTenth)) }, () => 0)
  for (let s = 0; s < energies.length; s++) {
    const tenth = Math.min(tenths.length - 1, Math.floor(s / stepsPerTenth))
    tenths[tenth] = (tenths[tenth] ?? 0) + (energies[s] ?? 0) * (gain * (gains[s] ?? 1)) ** 2
  }
  return tenths
}
