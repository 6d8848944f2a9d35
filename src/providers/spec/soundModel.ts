/** What a place, a mood or a deed sounds like. Writes a stereo 48 kHz 16-bit WAV. Deterministic for the same request. */
export type SoundRequest =
  | {
      kind: 'bed'
      bed: 'rain' | 'wind' | 'sea' | 'city' | 'room' | 'forest' | 'crowd'
      durationS: number
      seed: number
    }
  | {
      kind: 'effect'
      effect: 'footsteps' | 'door' | 'thunder' | 'clock' | 'radio' | 'phone' | 'splash' | 'knock' | 'engine'
      seed: number
    }
  | { kind: 'music'; mood: 'calm' | 'tense' | 'sad' | 'warm'; durationS: number; seed: number }

export type SoundModel = {
  id: string
  version: string
  make(request: SoundRequest, at: { file: string; signal: AbortSignal }): Promise<{ durationS: number }>
}
