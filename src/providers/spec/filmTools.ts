import type { VoiceChannel } from '@/domain/sound/voiceChannel'
import type { PictureFormat } from '@/domain/format'

export type MediaProbe = {
  durationS: number
  video: {
    codec: string
    width: number
    height: number
    fps: number
    frames: number
    pixFmt: string
    /** As tagged: "bt709", "smpte170m" …; "unknown" when the file does not say. */
    colorSpace: string
    colorRange: string
    /** "1:1" when pixels are square or the file does not say. */
    pixelAspect: string
    interlaced: boolean
  } | null
  audio: { codec: string; sampleRate: number; channels: number; durationS: number } | null
  /** Streams may be joined by copy only when this is equal (media.md §2.3). */
  copyKey: string
}

/** A sound on the timeline; times in samples of 48 kHz so that nothing drifts. Any format ffmpeg reads. */
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

/** What a recording of a person's own is used as. */
export type OwnSoundKind = 'voice' | 'music' | 'effect'

/** Loudness and true peak as they are after AAC, whatever kind `file` is. */
export type SoundMix = { file: string; loudnessLufs: number; truePeakDbtp: number }

/**
 * One piece of the picture track, in frames: a slice of a conformed clip, a transition between two, or a slice that
 * comes from or goes to black at the ends of the film.
 */
export type PictureSegment =
  | { kind: 'body'; clip: string; fromFrame: number; frames: number }
  | { kind: 'black'; fade: 'in' | 'out'; clip: string; fromFrame: number; frames: number }
  | {
      kind: 'join'
      effect: 'dissolve' | 'fade' | 'wipe'
      out: string
      outFrom: number
      in: string
      inFrom: number
      frames: number
    }

/** `scratch` is a folder for what is only needed during the call. */
export type At = { signal: AbortSignal; scratch: string }

/**
 * Everything done with ffmpeg, always (what, to, at). Every call writes its file whole (temporary name, then rename)
 * or throws StudioError; `to` is replaced when it exists.
 */
export type FilmTools = {
  probe(file: string, at: { signal: AbortSignal }): Promise<MediaProbe>
  /** Decodes the whole file; throws MEDIA_BROKEN with the first complaint. */
  decode(file: string, at: { signal: AbortSignal }): Promise<void>
  /** The last picture that can be seen, as PNG. */
  lastFrame(clip: string, to: string, at: At): Promise<void>
  /** Frame `frame` (from 0) of a clip of `fps`, as PNG; throws FRAME_NOT_THERE beyond the end. */
  frameAt(what: { clip: string; frame: number; fps: number }, to: string, at: At): Promise<void>
  /**
   * Brings any clip to the house format with exactly `frames` frames, picture only. A clip that has it already is
   * linked or copied. `padded`: how many frames at the end hold the last picture because the clip was too short. A clip
   * of another shape is letterboxed; with `crop` its middle fills the frame.
   */
  conform(
    what: { clip: string; format: PictureFormat; frames: number; crop?: boolean },
    to: string,
    at: At,
  ): Promise<{ padded: number; encoded: boolean }>
  /**
   * Any picture as a PNG of exactly this size: another shape is letterboxed; with `crop` its middle fills it. Black
   * shines through what is transparent unless that is kept.
   */
  still(
    what: { picture: string; width: number; height: number; crop: boolean; keepsTransparent?: boolean },
    to: string,
  ): Promise<void>
  /** A segment of the picture track in the house format; a body that is a whole clip is linked or copied. */
  segment(what: { segment: PictureSegment; format: PictureFormat }, to: string, at: At): Promise<void>
  /**
   * Mixes the cues with ducking to exactly `samples`, −14 LUFS ± 0.5 and true peak ≤ −1 dBTP measured after AAC.
   * `to` ends in .m4a (AAC 192 kbit/s, which `stitch` copies) or .wav. Stems add up to the mix.
   */
  mix(
    what: {
      cues: SoundCue[]
      samples: number
      stems: { dialogue: string; music: string; effects: string } | null
    },
    to: string,
    at: At,
  ): Promise<SoundMix>
  /**
   * Joins house segments by stream copy and adds the sound (AAC is copied, anything else becomes AAC 192 kbit/s);
   * faststart, one picture and one sound track, same inputs → same bytes. `frames` is checked.
   */
  stitch(
    what: { segments: string[]; sound: string; frames: number; fps: number; title: string },
    to: string,
    at: At,
  ): Promise<void>
  /** A card with lines of words on dark grey, as JPEG, which every ffmpeg reads: what stands for a scene that has no picture. */
  slate(what: { lines: string[]; width: number; height: number }, to: string): Promise<void>
  /** One frame of the film as JPEG. */
  poster(what: { film: string; frame: number; fps: number }, to: string, at: At): Promise<void>
  /** JPEG sheet of pictures with captions, at most 60 of them spread evenly over what is given. */
  contactSheet(
    what: { pictures: { file: string; caption: string }[]; columns: number },
    to: string,
    at: At,
  ): Promise<void>
  /**
   * Brings a recording to a 48 kHz 16-bit WAV as loud as what is made here of its kind. A voice becomes mono without
   * silence at its ends and up to 1.35× faster where it is longer than `fitS`; music is cut there. `channel`: through
   * what a voice is heard. `silent`: nothing is heard.
   */
  ownSound(
    what: { file: string; kind: OwnSoundKind; fitS: number; channel?: VoiceChannel },
    to: string,
    at: At,
  ): Promise<{ durationS: number; silent: boolean; speed: number }>
  /** Integrated loudness and true peak by ebur128; −70 when nothing sounds. */
  loudness(file: string, at: { signal: AbortSignal }): Promise<{ lufs: number; truePeakDbtp: number }>
}
