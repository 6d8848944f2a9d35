import { bandpass, filter } from './pcm/biquad'

/** How an effect is made: its length, its loudness, and what it adds to silence. */
export type EffectRecipe = {
  seconds: number
  lufs: number
  make: (to: Float32Array, random: () => number, seed: number) => void
}

export const rate = 48_000
export const at = (seconds: number): number => Math.round(seconds * rate)

/** Adds a sound to another, `[startS, gain]`; what is too long is cut off. */
export const put = (to: Float32Array, [startS, gain]: [number, number], sound: Float32Array) => {
  const start = at(startS)
  for (let i = 0; i < sound.length && start + i < to.length; i++)
    to[start + i] = (to[start + i] ?? 0) + gain * (sound[i] ?? 0)
}
/** Dies away by e^(−perSecond t), in place. */
export const decaying = (sound: Float32Array, perSecond: number) => {
  for (let i = 0; i < sound.length; i++)
    sound[i] = (sound[i] ?? 0) * (Math.exp((-perSecond * i) / rate) * Math.min(1, i / 48, (sound.length - i) / 240))
  return sound
}
/** Something hard that is struck: tones that die away, the higher the sooner. */
export const ping = (tones: number[], decay: number, seconds: number) =>
  Float32Array.from({ length: at(seconds) }, (_, i) =>
    tones.reduce(
      (sum, hz, n) =>
        sum + (Math.sin((2 * Math.PI * hz * i) / rate) * Math.exp((-decay * (1 + n) * i) / rate)) / (n + 1),
      0,
    ),
  )
/** A rising bubble. */
export const bubble = (hz: number) =>
  Float32Array.from(
    { length: at(0.09) },
    (_, i) => Math.sin((2 * Math.PI * hz * i * (1 + i / 9000)) / rate) * Math.exp(-i / 900) * Math.min(1, i / 60),
  )
/** Wood on an iron hinge: a pulse train that stumbles, through two resonances. */
export const creak = (seconds: number, random: () => number) => {
  const sound = new Float32Array(at(seconds))
  for (let i = 0; i < sound.length; i += Math.round(rate / (70 + 90 * Math.sin((2.2 * i) / rate) ** 2 + 25 * random())))
    sound[i] = 0.6 + 0.4 * random()
  const high = filter(sound.slice(), bandpass({ rate, hz: 1350, q: 9 }))
  filter(sound, bandpass({ rate, hz: 620, q: 8 }))
  return sound.map((value, i) => 8 * (value + (high[i] ?? 0)) * Math.sin((Math.PI * i) / sound.length))
}
