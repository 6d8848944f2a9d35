import { bandpass, filter } from './pcm/biquad'
import { randomFrom } from './pcm/noise'

const vowels = [[700, 1150], [420, 1950], [320, 2300], [500, 900], [350, 750], [600, 1500]] as const // prettier-ignore

/**
 * A soft vowel murmur for words that no scratch voice can say, so that timing and mouths still work: one vowel per
 * syllable at `pitchHz`, mono 48 kHz, as long as `syllables` take.
 */
export const murmur = (wish: { syllables: number; syllableS: number; pitchHz: number; seed: number }): Float32Array => {
  const random = randomFrom(wish.seed)
  const length = Math.round(wish.syllableS * 48_000)
  const sound = new Float32Array(wish.syllables * length)
  let phase = 0
  for (let n = 0; n < wish.syllables; n++) {
    const [first, second] = vowels[Math.floor(random() * vowels.length)] ?? vowels[0]
    const fall = 1.12 - (0.22 * n) / Math.max(1, wish.syllables - 1) + (random() - 0.5) * 0.08
    const glottis = new Float32Array(length)
    for (let i = 0; i < length; i++) {
      phase = (phase + (wish.pitchHz * fall) / 48_000) % 1
      const swell = Math.sin((Math.PI * (i + 0.5)) / length) ** 0.7
      glottis[i] = (phase < 0.6 ? Math.sin((Math.PI * phase) / 0.6) - 0.4 : -0.4) * swell
    }
    const high = filter(glottis.slice(), bandpass({ rate: 48_000, hz: second, q: 9 }))
    filter(glottis, bandpass({ rate: 48_000, hz: first, q: 6 }))
    for (let i = 0; i < length; i++) sound[n * length + i] = (glottis[i] ?? 0) + 0.45 * (high[i] ?? 0)
  }
  return sound
}
