import type { EffectRecipe } from './effectParts'
import { at, ping, put, rate } from './effectParts'
import { bandpass, filter, lowpass } from './pcm/biquad'
import { white } from './pcm/noise'

/** A tone whose height and level follow the time, both told at every sample; `edge` 0 is a sine, 1 nearly a reed. */
const voice = (seconds: number, edge: number, sound: (t: number) => { hz: number; level: number }): Float32Array => {
  let phase = 0
  return Float32Array.from({ length: at(seconds) }, (_, i) => {
    const { hz, level } = sound(i / rate)
    phase = (phase + hz / rate) % 1
    const turn = 2 * Math.PI * phase
    return (
      level *
      (Math.sin(turn) + edge * (0.5 * Math.sin(2 * turn) + 0.35 * Math.sin(3 * turn) + 0.2 * Math.sin(5 * turn)))
    )
  })
}

/** What calls from afar: bells, horns, sirens, animals. */
export const effectCalls = {
  bell: {
    seconds: 3,
    lufs: -23,
    make: (to) => {
      for (const start of [0.02, 1.5])
        for (const [n, share] of [0.5, 1, 1.19, 1.5, 2, 2.67, 3.01].entries())
          put(to, [start, 0.5 / (1 + n * 0.5)], ping([466 * share], 1.6 + n * 1.1, 3 - start))
    },
  },
  horn: {
    seconds: 2.6,
    lufs: -22,
    make: (to) => {
      for (const hz of [116, 146])
        put(
          to,
          [0.02, 0.5],
          voice(2.4, 1, (t) => ({ hz, level: Math.min(1, t * 7, (2.4 - t) * 5) })),
        )
      filter(to, lowpass({ rate, hz: 1500 }))
    },
  },
  siren: {
    seconds: 3,
    lufs: -25,
    make: (to) => {
      const near = (t: number) => Math.sin((Math.PI * t) / 3)
      put(
        to,
        [0, 0.5],
        voice(3, 0.4, (t) => ({ hz: 620 + 240 * Math.sin(2 * Math.PI * 0.7 * t), level: near(t) })),
      )
      filter(to, lowpass({ rate, hz: 2600 }))
    },
  },
  dog: {
    seconds: 1.5,
    lufs: -23,
    make: (to, random, seed) => {
      for (const [n, start] of [0.02, 0.42, 1].entries()) {
        const pitch = 330 + 60 * random()
        const bark = voice(0.2, 1, (t) => ({
          hz: pitch * (1 + 0.7 * Math.sin(Math.min(1, t / 0.16) * Math.PI)),
          level: Math.sin(Math.min(1, t / 0.19) * Math.PI) ** 0.7,
        }))
        const breath = filter(white(bark.length, seed + n), bandpass({ rate, hz: 1300, q: 1 }))
        put(
          to,
          [start, 0.7],
          filter(
            bark.map((x, i) => x * (0.7 + 0.6 * Math.abs(breath[i] ?? 0))),
            bandpass({ rate, hz: 950, q: 0.8 }),
          ),
        )
      }
    },
  },
  gull: {
    seconds: 2.6,
    lufs: -26,
    make: (to, random) => {
      for (const start of [0.05, 0.6, 1.05, 1.75]) {
        const top = 1500 + 250 * random()
        put(
          to,
          [start, 0.5],
          voice(0.42, 0.8, (t) => ({
            hz: top - 1300 * t + 60 * Math.sin(90 * t),
            level: Math.sin((Math.PI * t) / 0.42) ** 1.4,
          })),
        )
      }
      filter(to, bandpass({ rate, hz: 1900, q: 0.6 }))
    },
  },
} satisfies Record<string, EffectRecipe>
