import type { Voice } from '@/domain/sound/castVoices'

export type SpeechRequest = {
  text: string
  voice: Voice
  /** The longest the sound may last, seconds; faster speech is allowed up to 1.35×, never cutting words. */
  fitS: number
  /** `near` is dry, also for V.O.; `off` comes from the next room; `phone` has the band of a telephone, 300–3400 Hz. */
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
