import type { SoundRequest } from '../../spec/soundModel'
import { bandpass, filter, highpass, lowpass, type Biquad } from './pcm/biquad'
import { babble, birds, drops, hum, swellLoop } from './bedDetails'
import { addToLoop, foldLoop, toLoudness } from './pcm/loop'
import { brown, pink, randomFrom } from './pcm/noise'

type BedRequest = Extract<SoundRequest, { kind: 'bed' }>
export type BedName = BedRequest['bed']

const rate = 48_000
const hz = (shape: (of: { rate: number; hz: number; q: number }) => Biquad, at: number, q = 0.7) =>
  shape({ rate, hz: at, q })
type Noise = typeof pink
type Swell = { hz: number; depth: number }
type Layer = { noise: Noise; filters: Biquad[]; gain: number; swells: Swell[] }
type Extra = (loop: Float32Array, random: () => number) => void
type Recipe = { lufs: number; layers: Layer[]; extra?: Extra }

const layer = ([noise, gain]: [Noise, number], filters: Biquad[], ...swells: Swell[]): Layer => ({
  noise,
  gain,
  filters,
  swells,
})

/** Places in stereo noise: both sides have their own, so the bed is wide and never phases. */
const recipes: Record<BedName, Recipe> = {
  rain: {
    lufs: -22,
    layers: [
      layer([pink, 1], [hz(highpass, 500), hz(lowpass, 7000)], { hz: 0.09, depth: 0.2 }),
      layer([brown, 0.5], [hz(lowpass, 220)]),
    ],
    extra: (loop, random) => { drops(loop, random, 26) }, // prettier-ignore
  },
  wind: {
    lufs: -23,
    layers: [
      layer([brown, 1], [hz(bandpass, 420, 0.84)], { hz: 0.13, depth: 0.75 }, { hz: 0.31, depth: 0.3 }),
      layer([pink, 0.1], [hz(bandpass, 950, 7)], { hz: 0.13, depth: 0.9 }, { hz: 0.23, depth: 0.6 }),
    ],
  },
  sea: {
    lufs: -22,
    layers: [
      layer([pink, 1], [hz(lowpass, 1100)], { hz: 0.11, depth: 0.8 }),
      layer([pink, 0.35], [hz(highpass, 1800), hz(lowpass, 6500)], { hz: 0.11, depth: 0.95 }),
      layer([brown, 0.5], [hz(lowpass, 160)], { hz: 0.07, depth: 0.4 }),
    ],
  },
  city: {
    lufs: -24,
    layers: [
      layer([brown, 1], [hz(lowpass, 300)], { hz: 0.1, depth: 0.3 }),
      layer([pink, 0.12], [hz(bandpass, 700, 0.8)], { hz: 0.07, depth: 0.8 }, { hz: 0.17, depth: 0.5 }),
    ],
    extra: (loop) => { hum(loop, 98, 0.012) }, // prettier-ignore
  },
  room: {
    lufs: -30,
    layers: [layer([brown, 1], [hz(lowpass, 500)]), layer([pink, 0.04], [hz(highpass, 900), hz(lowpass, 4000)])],
    extra: (loop) => { hum(loop, 100, 0.004) }, // prettier-ignore
  },
  forest: {
    lufs: -25,
    layers: [
      layer([pink, 1], [hz(highpass, 900), hz(lowpass, 5200)], { hz: 0.12, depth: 0.6 }, { hz: 0.29, depth: 0.3 }),
      layer([brown, 0.5], [hz(lowpass, 260)], { hz: 0.08, depth: 0.4 }),
    ],
    extra: (loop, random) => { birds(loop, random) }, // prettier-ignore
  },
  crowd: { lufs: -23, layers: [layer([brown, 0.25], [hz(lowpass, 350)])], extra: (loop, random) => { babble(loop, random) } }, // prettier-ignore
}

/** A stereo bed of exactly `durationS`, which loops without a seam. Same request, same samples. */
export const bed = ({ bed: name, durationS, seed }: BedRequest): Float32Array[] => {
  const length = Math.max(rate / 10, Math.round(durationS * rate))
  const overlap = Math.min(rate, length)
  const { layers, extra, lufs } = recipes[name]
  const loops = [0, 1].map((side) => {
    const loop = new Float32Array(length)
    layers.forEach(({ noise, filters, gain, swells }, n) => {
      const sound = foldLoop(filter(noise(length + overlap, seed * 7 + n * 2 + side), ...filters), overlap)
      for (const swell of swells) swellLoop(sound, swell, seed + n)
      addToLoop(loop, sound, { at: 0, gain })
    })
    extra?.(loop, randomFrom(seed * 2 + side))
    return loop
  })
  return toLoudness(loops, { lufs })
}
