import type { PictureFormat } from '@/domain/format'

export type MediaProbe = {
  durationS: number
  video: { codec: string; width: number; height: number; fps: number; frames: number; pixFmt: string; colorSpace: string } | null
  audio: { codec: string; sampleRate: number; channels: number; durationS: number } | null
  /** Streams may be joined by copy only when this is equal (media.md §2.3). */
  copyKey: string
}

/** A sound on the timeline; times in samples of 48 kHz so that nothing drifts. */
export type SoundCue = {
  stem: 'dialogue' | 'music' | 'effects'
  file: string
  startSample: number
  /** Where the sound is cut at the latest. */
  endSample: number
  gainDb: number
  fadeInS: number
  fadeOutS: number
  /** Loops until endSample (beds). */
  loop: boolean
}

export type SoundMix = { file: string; loudnessLufs: number; truePeakDbtp: number }

/** One piece of the picture track: a slice of a conformed clip, or a transition between two. Frames. */
export type PictureSegment =
  | { kind: 'body'; clip: string; fromFrame: number; frames: number }
  | { kind: 'join'; effect: 'dissolve' | 'fade' | 'wipe'; out: string; outFrom: number; in: string; inFrom: number; frames: number }

export type At = { signal: AbortSignal; scratch: string }

/** Everything done with ffmpeg. Every call writes its file whole (temporary name, then rename) or throws StudioError. */
export type FilmTools = {
  probe(file: string, at: { signal: AbortSignal }): Promise<MediaProbe>
  /** Decodes the whole file; throws MEDIA_BROKEN with the first complaint. */
  decode(file: string, at: { signal: AbortSignal }): Promise<void>
  /** The last picture that can be seen, as PNG. */
  lastFrame(clip: string, to: string, at: At): Promise<void>
  frameAt(clip: string, frame: number, fps: number, to: string, at: At): Promise<void>
  /** Brings any clip to the house format with exactly `frames` frames. */
  conform(clip: string, to: string, wish: { format: PictureFormat; frames: number }, at: At): Promise<void>
  segment(segment: PictureSegment, to: string, format: PictureFormat, at: At): Promise<void>
  /** Mixes stems with ducking to exactly `samples`, two-pass loudness to −14 LUFS, true peak ≤ −1 dBTP; WAV 48 kHz stereo. */
  mix(cues: SoundCue[], samples: number, to: string, stems: { dialogue: string; music: string; effects: string } | null, at: At): Promise<SoundMix>
  /** Joins conformed segments by stream copy, adds the sound as AAC, faststart. `frames` is checked. */
  stitch(segments: string[], sound: string, to: string, wish: { frames: number; fps: number; title: string }, at: At): Promise<void>
  poster(film: string, atFrame: number, fps: number, to: string, at: At): Promise<void>
  loudness(file: string, at: { signal: AbortSignal }): Promise<{ lufs: number; truePeakDbtp: number }>
}
