import type { Stem } from '@/domain/timeline/timeline'

/** Of GET …/timeline, what is drawn: frames from the beginning of the film. */
export type Cut = {
  film: { name: string; sha256: string }
  rate: { num: number; den: number }
  width: number
  height: number
  frames: number
  clips: CutClip[]
  sound: { dialogue: { character: string; text: string; recordIn: number; recordOut: number }[] }
  markers: { frame: number; name: string; note: string }[]
}
export type CutClip = {
  scene: string
  clipName: string
  heading: string
  sceneNumber: string
  recordIn: number
  recordOut: number
  transitionOut: { kind: string } | null
}

/** Of GET …/waveform. */
export type Loudness = { film: string; tracks: { stem: Stem; peaks: number[] }[] }

/** A part of the width of the timeline. */
export const share = (frame: number, frames: number): string => `${((100 * frame) / frames).toFixed(3)}%`
