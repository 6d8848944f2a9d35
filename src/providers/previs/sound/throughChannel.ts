import type { VoiceChannel } from '@/domain/sound/voiceChannel'
import { bandpass, filter, highpass, lowpass } from './pcm/biquad'

const rate = 48_000

/** A voice of 48 kHz as it is heard: dry, in the band of a telephone, or from the next room. Its length stays. */
export const throughChannel = (sound: Float32Array, kind: VoiceChannel): Float32Array => {
  if (kind === 'phone')
    return filter(
      sound,
      bandpass({ rate, hz: 1250, q: 0.55 }),
      highpass({ rate, hz: 320 }),
      lowpass({ rate, hz: 3300 }),
    ).map((x) => Math.tanh(3 * x) / 3)
  if (kind === 'off') return reflect(filter(sound, lowpass({ rate, hz: 3800 }), highpass({ rate, hz: 160 })))
  return sound
}

/** Three early reflections: the voice is in the next room. */
const reflect = (sound: Float32Array): Float32Array => {
  const dry = sound.slice()
  for (const [delayS, share] of [
    [0.017, 0.42],
    [0.031, 0.3],
    [0.053, 0.2],
  ] as const) {
    const delay = Math.round(delayS * rate)
    for (let i = delay; i < sound.length; i++) sound[i] = (sound[i] ?? 0) + share * (dry[i - delay] ?? 0)
  }
  return sound
}
