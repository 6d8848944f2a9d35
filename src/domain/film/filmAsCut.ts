import type { Asset } from '@/domain/generation/generationKey'

/** One scene as the film has it: its document, its clip in the house format, and what was said. */
export type SceneAsCut = {
  id: string
  startFrame: number
  frames: number
  scene: Record<string, unknown>
  conformed: {
    asset: Asset
    shot: {
      clip: { frames: number; headHandle: number }
      verdict: string
      lines: readonly { startS: number; durationS: number; asset: Asset | null }[]
    }
  }
}

/** What of a finished film its timeline is read from. */
export type FilmAsCut = {
  cut: { fps: number; frames: number; scenes: readonly SceneAsCut[] }
  mix: { stems: { dialogue: Asset; music: Asset; effects: Asset } }
  stitched: { film: Asset }
  width: number
  height: number
}
