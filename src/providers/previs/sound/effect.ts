import type { SoundRequest } from '../../spec/soundModel'
import { effectCalls } from './effectCalls'
import { effectImpacts } from './effectImpacts'
import { at, bubble, creak, decaying, ping, put, rate, type EffectRecipe } from './effectParts'
import { bandpass, filter, highpass, lowpass } from './pcm/biquad'
import { toLoudness } from './pcm/loop'
import { brown, pink, randomFrom, white } from './pcm/noise'

type EffectRequest = Extract<SoundRequest, { kind: 'effect' }>

/** One-shot sounds of at most three seconds. */
const recipes: Record<EffectRequest['effect'], EffectRecipe> = {
  ...effectImpacts,
  ...effectCalls,
  footsteps: {
    seconds: 2.8,
    lufs: -24,
    make: (to, random, seed) => {
      for (let n = 0; n < 5; n++) {
        const start = 0.05 + n * 0.54 + 0.03 * random()
        put(to, [start, 2.4], decaying(filter(white(at(0.25), seed + n), lowpass({ rate, hz: 260 })), 28))
        put(
          to,
          [start + 0.005, 0.35],
          decaying(filter(white(at(0.08), seed + 9 + n), bandpass({ rate, hz: 1500 + 500 * random(), q: 1.2 })), 70),
        )
        put(to, [start + 0.09, 0.18], decaying(filter(pink(at(0.16), seed + 19 + n), highpass({ rate, hz: 900 })), 32))
      }
    },
  },
  door: {
    seconds: 1.7,
    lufs: -21,
    make: (to, random, seed) => {
      put(to, [0.02, 0.7], decaying(filter(white(at(0.06), seed), bandpass({ rate, hz: 2400, q: 3 })), 110))
      put(to, [0.12, 0.16], creak(0.7, random))
      put(to, [0.92, 4], decaying(filter(brown(at(0.7), seed + 1), lowpass({ rate, hz: 320 })), 11))
      put(to, [0.92, 0.6], decaying(filter(white(at(0.1), seed + 2), lowpass({ rate, hz: 1500 })), 60))
      put(to, [1.02, 0.5], decaying(filter(white(at(0.05), seed + 3), bandpass({ rate, hz: 1900, q: 4 })), 120))
    },
  },
  thunder: {
    seconds: 3,
    lufs: -18,
    make: (to, random, seed) => {
      for (let n = 0; n < 5; n++)
        put(
          to,
          [0.05 + 0.16 * n * (0.5 + random()), 1.1 - 0.15 * n],
          decaying(filter(pink(at(0.5), seed + n), lowpass({ rate, hz: 1900 - 300 * n })), 13),
        )
      const rumble = filter(brown(to.length, seed + 20), lowpass({ rate, hz: 130 }))
      for (let i = 0; i < rumble.length; i++) {
        const t = i / rate
        const swell =
          Math.min(1, t / 0.25) * Math.exp(-0.75 * t) * (0.65 + 0.35 * Math.sin(9 * t + 2 * Math.sin(3.1 * t)))
        rumble[i] = (rumble[i] ?? 0) * swell
      }
      put(to, [0, 5], rumble)
    },
  },
  clock: {
    seconds: 3,
    lufs: -27,
    make: (to, _, seed) => {
      for (let n = 0; n < 6; n++) {
        put(to, [0.02 + n * 0.5, 0.6], ping([n % 2 ? 1750 : 2300, n % 2 ? 3900 : 4700], 95, 0.1))
        put(to, [0.02 + n * 0.5, 0.4], decaying(filter(white(at(0.02), seed + n), highpass({ rate, hz: 2500 })), 300))
      }
    },
  },
  radio: {
    seconds: 2.6,
    lufs: -24,
    make: (to, random, seed) => {
      const hiss = filter(white(to.length, seed), bandpass({ rate, hz: 1600, q: 0.6 }))
      let [phase, hold, open] = [0, 0, 1]
      for (let i = 0; i < to.length; i++) {
        if (--hold <= 0) [hold, open] = [at(0.03 + 0.22 * random()), 0.35 + 0.65 * random()]
        phase += (2 * Math.PI * (900 + 700 * Math.sin(i / 21_000) + 60 * Math.sin(i / 900))) / rate
        to[i] = (hiss[i] ?? 0) * open + 0.09 * Math.sin(phase) * (1 - open) + (random() > 0.9996 ? 0.7 : 0)
      }
    },
  },
  phone: {
    seconds: 2.7,
    lufs: -22,
    make: (to) => {
      for (const start of [0.05, 1.45])
        put(to, [start, 0.2], Float32Array.from({ length: at(1.1) }, (_, i) => {
          const t = i / rate
          const bell = Math.sin(2 * Math.PI * 1318 * t) + 0.8 * Math.sin(2 * Math.PI * 1567 * t) + 0.3 * Math.sin(2 * Math.PI * 3951 * t)
          return bell * (0.55 + 0.45 * Math.sign(Math.sin(2 * Math.PI * 21 * t))) * Math.min(1, t * 90, (1.1 - t) * 7)
        })) // prettier-ignore
    },
  },
  splash: {
    seconds: 1.9,
    lufs: -21,
    make: (to, random, seed) => {
      put(to, [0.02, 1], decaying(filter(white(at(0.9), seed), bandpass({ rate, hz: 1100, q: 0.5 })), 6.5))
      put(to, [0.02, 2.5], decaying(filter(brown(at(0.5), seed + 1), lowpass({ rate, hz: 400 })), 9))
      put(to, [0.25, 0.16], decaying(filter(white(at(1.5), seed + 2), highpass({ rate, hz: 2600 })), 3.2))
      for (let n = 0; n < 14; n++) put(to, [0.2 + 1.3 * random(), 0.1 + 0.1 * random()], bubble(350 + 900 * random()))
    },
  },
  knock: {
    seconds: 1.2,
    lufs: -21,
    make: (to, random, seed) => {
      for (const [n, start] of [0.03, 0.3, 0.57].entries()) {
        put(to, [start, 0.8], ping([165 + 8 * random(), 390, 760], 34, 0.3))
        put(to, [start, 0.7], decaying(filter(white(at(0.04), seed + n), lowpass({ rate, hz: 2600 })), 160))
      }
    },
  },
  engine: {
    seconds: 3,
    lufs: -21,
    make: (to, _, seed) => {
      const noise = filter(brown(to.length, seed), lowpass({ rate, hz: 500 }))
      let phase = 0
      for (let i = 0; i < to.length; i++) {
        const t = i / rate
        const near = Math.exp(-((t - 1.5) ** 2) / 0.9)
        phase = (phase + (34 + 9 * Math.sin(t * 0.9) - 5 * (t - 1.5)) / rate) % 1
        const pulse = (1 - phase) ** 3 - 0.25
        to[i] = (pulse * 0.6 + (noise[i] ?? 0) * 1.4) * near * Math.min(1, t * 6, (3 - t) * 6)
      }
      filter(to, lowpass({ rate, hz: 1300 }), highpass({ rate, hz: 45 }))
    },
  },
}

/** A stereo one-shot sound in a small room. Same request, same samples. */
export const effect = ({ effect: name, seed }: EffectRequest): Float32Array[] => {
  const { seconds, lufs, make } = recipes[name]
  const dry = new Float32Array(at(seconds))
  make(dry, randomFrom(seed), seed)
  const sides = [
    [0.011, 0.023, 0.037],
    [0.013, 0.019, 0.041],
  ].map((delays) => {
    const side = dry.slice()
    for (const [n, delay] of delays.entries())
      for (let i = at(delay); i < side.length; i++)
        side[i] = (side[i] ?? 0) + (0.16 - 0.04 * n) * (dry[i - at(delay)] ?? 0)
    for (let i = 0; i < 960; i++) side[side.length - 1 - i] = (side[side.length - 1 - i] ?? 0) * (i / 960)
    return side
  })
  return toLoudness(sides, { lufs, peakMost: 0.8 })
}
