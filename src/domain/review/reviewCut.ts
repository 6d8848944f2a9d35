import type { Timeline } from '@/domain/timeline/timeline'

/** Of a film's timeline, what is shown to a reviewer: names of files stay inside. Frames count at `rate`. */
export type ReviewCut = {
  title: string
  film: { name: string; sha256: string }
  rate: { num: number; den: number }
  frames: number
  clips: { scene: string; clipName: string; heading: string; recordIn: number; recordOut: number; blends: boolean }[]
  dialogue: { character: string; text: string; recordIn: number; recordOut: number }[]
}

export const reviewCutOf = ({ title, film, rate, frames, clips, sound }: Timeline): ReviewCut => ({
  title,
  film,
  rate,
  frames,
  clips: clips.map(({ scene, clipName, heading, recordIn, recordOut, transitionOut }) => ({
    scene,
    clipName,
    heading,
    recordIn,
    recordOut,
    blends: transitionOut !== null,
  })),
  dialogue: sound.dialogue.map(({ character, text, recordIn, recordOut }) => ({
    character,
    text,
    recordIn,
    recordOut,
  })),
})

/** What of a cut a remark is pinned by. */
export type PinnedCut = {
  film: { sha256: string }
  frames: number
  clips: readonly { scene: string; recordIn: number; recordOut: number }[]
}
