import type { EffectRecipe } from './effectParts'
import { at, decaying, ping, put, rate } from './effectParts'
import { bandpass, filter, highpass, lowpass } from './pcm/biquad'
import { brown, pink, white } from './pcm/noise'

/** What breaks, bangs, falls, burns or blows. */
export const effectImpacts = {
  running: {
    seconds: 2.4,
    lufs: -23,
    make: (to, random, seed) => {
      for (let n = 0; n < 8; n++) {
        const start = 0.03 + n * 0.28 + 0.02 * random()
        put(to, [start, 2.2], decaying(filter(white(at(0.16), seed + n), lowpass({ rate, hz: 300 })), 36))
        put(
          to,
          [start, 0.4],
          decaying(filter(white(at(0.06), seed + 40 + n), bandpass({ rate, hz: 1300 + 600 * random(), q: 1.2 })), 80),
        )
      }
    },
  },
  glass: {
    seconds: 1.6,
    lufs: -22,
    make: (to, random, seed) => {
      put(to, [0.01, 1], decaying(filter(white(at(0.25), seed), highpass({ rate, hz: 3200 })), 24))
      for (let n = 0; n < 26; n++) {
        const hz = 2200 + 5200 * random()
        put(
          to,
          [0.01 + 1.1 * random() ** 2, 0.1 + 0.25 * random()],
          ping([hz, hz * 1.51, hz * 2.3], 26 + 30 * random(), 0.22),
        )
      }
    },
  },
  gunshot: {
    seconds: 1.8,
    lufs: -17,
    make: (to, _, seed) => {
      put(to, [0.01, 3], decaying(white(at(0.05), seed), 90))
      put(to, [0.012, 2.4], decaying(filter(white(at(0.4), seed + 1), lowpass({ rate, hz: 900 })), 16))
      put(to, [0.2, 0.5], decaying(filter(pink(at(1.5), seed + 2), lowpass({ rate, hz: 1500 })), 3.6))
    },
  },
  thud: {
    seconds: 0.9,
    lufs: -22,
    make: (to, _, seed) => {
      put(to, [0.02, 3], decaying(filter(brown(at(0.7), seed), lowpass({ rate, hz: 190 })), 13))
      put(to, [0.02, 0.5], decaying(filter(white(at(0.06), seed + 1), lowpass({ rate, hz: 1200 })), 70))
    },
  },
  match: {
    seconds: 1.6,
    lufs: -27,
    make: (to, random, seed) => {
      put(to, [0.02, 1], decaying(filter(white(at(0.22), seed), bandpass({ rate, hz: 4200, q: 1 })), 9))
      put(to, [0.2, 0.7], decaying(filter(pink(at(1.3), seed + 1), highpass({ rate, hz: 900 })), 3.4))
      for (let n = 0; n < 9; n++)
        put(
          to,
          [0.3 + 1.1 * random(), 0.3],
          decaying(filter(white(at(0.012), seed + 9 + n), highpass({ rate, hz: 2000 })), 260),
        )
    },
  },
  paper: {
    seconds: 1.4,
    lufs: -28,
    make: (to, random, seed) => {
      for (let n = 0; n < 12; n++)
        put(
          to,
          [0.03 + 1.1 * random(), 0.35 + 0.6 * random()],
          decaying(filter(white(at(0.09), seed + n), bandpass({ rate, hz: 2600 + 2600 * random(), q: 0.8 })), 34),
        )
    },
  },
  wave: {
    seconds: 3,
    lufs: -22,
    make: (to, _, seed) => {
      const foam = filter(pink(to.length, seed), highpass({ rate, hz: 500 }), lowpass({ rate, hz: 5200 }))
      const body = filter(brown(to.length, seed + 1), lowpass({ rate, hz: 380 }))
      for (let i = 0; i < to.length; i++) {
        const t = i / rate
        const swell = t < 0.9 ? (t / 0.9) ** 2 : Math.exp(-1.7 * (t - 0.9))
        to[i] = ((foam[i] ?? 0) * 0.8 * (t < 0.7 ? 0.3 : 1) + (body[i] ?? 0) * 1.6) * swell * Math.min(1, (3 - t) * 4)
      }
    },
  },
  gust: {
    seconds: 3,
    lufs: -24,
    make: (to, _, seed) => {
      const air = filter(brown(to.length, seed), bandpass({ rate, hz: 520, q: 0.9 }))
      const whistle = filter(pink(to.length, seed + 1), bandpass({ rate, hz: 1050, q: 9 }))
      for (let i = 0; i < to.length; i++) {
        const t = i / rate
        to[i] = ((air[i] ?? 0) * 1.6 + (whistle[i] ?? 0) * 0.4) * Math.sin((Math.PI * t) / 3) ** 2
      }
    },
  },
} satisfies Record<string, EffectRecipe>
