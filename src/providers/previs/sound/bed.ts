import type { SoundRequest } from '../../spec/soundModel'
import { bandpass, filter, highpass, lowpass, type Biquad } from './pcm/biquad'
import { babble, birds, crackle, crickets, drops, hum, swellLoop } from './bedDetails'
import { addToLoop, filterLoop, foldLoop, toLoudness } from './pcm/loop'
import { brown, pink, randomFrom } from './pcm/noise'

type BedRequest = Extract<SoundRequest, { kind: 'bed' }>
type BedName = BedRequest['bed']

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
  night: {
    lufs: -27,
    layers: [
      layer([brown, 1], [hz(lowpass, 300)], { hz: 0.09, depth: 0.5 }),
      layer([pink, 0.06], [hz(highpass, 2500)]),
    ],
    extra: (loop, random) => { crickets(loop, random) }, // prettier-ignore
  },
  water: {
    lufs: -24,
    layers: [
      layer([pink, 1], [hz(highpass, 400), hz(lowpass, 3200)], { hz: 0.7, depth: 0.3 }, { hz: 1.9, depth: 0.25 }),
      layer([brown, 0.3], [hz(lowpass, 240)]),
    ],
    extra: (loop, random) => { drops(loop, random, 9) }, // prettier-ignore
  },
  vehicle: {
    lufs: -25,
    layers: [
      layer([brown, 1], [hz(lowpass, 260)], { hz: 0.2, depth: 0.2 }),
      layer([pink, 0.1], [hz(bandpass, 800, 0.6)]),
    ],
    extra: (loop) => { hum(loop, 74, 0.03) }, // prettier-ignore
  },
  fire: {
    lufs: -28,
    layers: [layer([brown, 1], [hz(lowpass, 420)], { hz: 0.5, depth: 0.35 }, { hz: 1.3, depth: 0.3 })],
    extra: (loop, random) => { crackle(loop, random) }, // prettier-ignore
  },
  crowd: { lufs: -23, layers: [layer([brown, 0.25], [hz(lowpass, 350)])], extra: (loop, random) => { babble(loop, random) } }, // prettier-ignore
}

/** A stereo bed of exactly `durationS`, which loops without a seam; muffled, as through a wall. Same request, same samples. */
export const bed = ({ bed: name, muffled, durationS, seed }: BedRequest): Float32Array[] => {
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
    return muffled ? filterLoop(loop, hz(lowpass, 650), hz(lowpass, 900)) : loop
  })
  return toLoudness(loops, { lufs })
}
