import type { voiceGenders, ages } from '@/domain/cast/look'

/** How a person sounds: chosen once per speaking part, distinct in a film. */
export type Voice = {
  gender: (typeof voiceGenders)[number]
  age: (typeof ages)[number]
  /** Index of this speaker among those of the same gender and age: the same index always sounds the same. */
  variant: number
}

export type SpeechRequest = {
  text: string
  voice: Voice
  /** The longest the sound may last, seconds; faster speech is allowed up to 1.35×, never cutting words. */
  fitS: number
  /** V.O., O.S. and telephone sound through a filter. */
  channel: 'near' | 'off' | 'phone'
}

export type Speech = {
  durationS: number
  /** How much faster than the voice's own pace, 1–1.35. `durationS` above `fitS` means that even 1.35 was too slow. */
  speed: number
  /** False when the words could not be said (no Latin letters): the sound is a murmur of about their length. */
  spoken: boolean
}

/** Writes a mono 48 kHz 16-bit WAV, −18 LUFS ± 2, without silence before or after. */
export type SpeechModel = {
  id: string
  version: string
  say(request: SpeechRequest, at: { file: string; signal: AbortSignal }): Promise<Speech>
}
