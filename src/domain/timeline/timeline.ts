import type { Asset } from '@/domain/generation/generationKey'

/** Frames per second as a fraction, 24/1: no time of a timeline is a decimal number. */
export type Rate = { num: number; den: number }

/** A file of the timeline: where it lies in a hand-off, and its content. */
export type TimelineMedia = Pick<Asset, 'name' | 'sha256' | 'mime' | 'bytes'> & {
  /** `clips/SC001_SH010.mp4` */
  path: string
}

/** What a clip goes out in; its frames are the clip's own last ones. `fade` goes to black. */
export type TransitionOut = { kind: 'dissolve' | 'wipe' | 'fade'; frames: number }

/** One scene document on the picture track. All ranges are half open, in frames of the timeline's rate. */
export type TimelineClip = {
  scene: string
  clipName: string
  /** At most 8 letters and digits, no two clips alike: the source as CMX3600 knows it. */
  reel: string
  sequenceNumber: number
  sceneNumber: string
  shotNumber: number
  heading: string
  verdict: string
  recordIn: number
  recordOut: number
  /** In the file: what lies before and behind is its handles. */
  sourceIn: number
  sourceOut: number
  headHandle: number
  tailHandle: number
  media: TimelineMedia
  /** Frames of black it comes out of; only the first clip has any. */
  fadeIn: number
  transitionOut: TransitionOut | null
}

export const stems = ['dialogue', 'music', 'effects'] as const
export type Stem = (typeof stems)[number]

export type TimelineLine = {
  character: string
  text: string
  recordIn: number
  recordOut: number
  /** At 48 kHz, from the film's first sample. */
  startSample: number
  samples: number
  /** Null where nobody spoke it (a filled scene). */
  media: Pick<Asset, 'name' | 'sha256'> | null
}
export type TimelineMarker = { frame: number; name: string; note: string }

/** The one read model of a film as it was cut: preview and every hand-off file come from it. */
export type Timeline = {
  slug: string
  title: string
  film: { name: string; sha256: string }
  rate: Rate
  width: number
  height: number
  frames: number
  /** Record time of the first frame: 01:00:00:00, as cutting rooms begin. */
  startFrame: number
  clips: TimelineClip[]
  sound: { rate: number; stems: { stem: Stem; media: TimelineMedia }[]; dialogue: TimelineLine[] }
  /** One for every scene of the screenplay, where its first picture begins. */
  markers: TimelineMarker[]
}
