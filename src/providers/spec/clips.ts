import type { TitleCard } from '@/domain/titles/titleCardsOf'
import type { MouthTrack, Staging } from '@/domain/scene/staging'
import type { OwnFile } from './ownFile'

/** A moving picture of one scene. Handles are extra frames before and after, for transitions. */
export type ClipRequest = {
  prompt: string
  negativePrompt: string
  seed: number
  staging: Staging
  fps: number
  /** Frames of the scene itself, without handles. */
  frames: number
  headHandle: number
  tailHandle: number
  mouths: MouthTrack[]
  slate: { left: string; right: string }
  /** Words over the picture; missing for every scene but the first and the last. */
  titles?: TitleCard[]
  startPicture: { file: string; sha256: string } | null
  /** The pictures its staging names. */
  own?: OwnFile[]
}

export type RenderTicket = Readonly<Record<string, string>> // plain JSON, kept on the generation
export type ClipState =
  | { state: 'ready' } // the clip is in `file`
  | { state: 'pending'; ticket: RenderTicket }
  | { state: 'failed'; reason: string; retryable: boolean }

/** `start` answers `ready` when the model is quick enough to wait for, else a ticket that `check` understands. */
export type VideoModel = {
  id: string
  version: string
  start(request: ClipRequest, at: { file: string; signal: AbortSignal }): Promise<ClipState>
  check?(ticket: RenderTicket, at: { file: string; signal: AbortSignal }): Promise<ClipState>
}
