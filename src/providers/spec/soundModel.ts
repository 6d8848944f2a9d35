import type { SoundWish } from '@/domain/sound/plannedSound'

/** What a place, a mood or a deed sounds like. Writes a stereo 48 kHz 16-bit WAV. Deterministic for the same request. */
export type SoundRequest = SoundWish

export type SoundModel = {
  id: string
  version: string
  make(request: SoundRequest, at: { file: string; signal: AbortSignal }): Promise<{ durationS: number }>
}
