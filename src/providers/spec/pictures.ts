import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { OwnPicture, Staging } from '@/domain/scene/staging'
import type { OwnFile } from './ownFile'

/** A reference a picture is made from; at most three per request. */
export type Reference = {
  role: 'character' | 'location' | 'prop' | 'style'
  name: string
  file: string
  sha256: string
}

/** What a picture request is about, in our words; departments that draw from structure read it, models read `prompt`. */
export type PictureSubject =
  | { kind: 'place'; staging: Staging } // the empty place, framed
  | { kind: 'layer'; staging: Staging; shown?: string[] } // the whole staging; `shown`: who and what is there by now, all when missing
  | { kind: 'view'; name: string; look: CharacterLook; view: TurnaroundView; portrait?: OwnPicture }
  | { kind: 'prop'; noun: string }

export type PictureRequest = {
  prompt: string
  negativePrompt: string
  seed: number
  width: number
  height: number
  references: Reference[]
  /** The current picture a layer is put on. */
  base: { file: string; sha256: string } | null
  subject: PictureSubject
  /** The pictures its staging names. */
  own?: OwnFile[]
}

/** `file` is the path to write; the model writes it whole or throws StudioError. */
export type ImageModel = {
  id: string
  version: string
  make(request: PictureRequest, at: { file: string; signal: AbortSignal }): Promise<{ width: number; height: number }>
}
