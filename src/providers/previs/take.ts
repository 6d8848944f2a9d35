import type { MouthTrack } from '@/domain/scene/staging'
import type { TitleCard } from '@/domain/titles/titleCardsOf'
import type { OwnFile } from '../spec/ownFile'
import type { Raster } from './pixels'

/** How a shot plays: a still is a shot of one frame. */
export type Take = {
  fps: number
  frames: number
  mouths: MouthTrack[]
  slate: { left: string; right: string } | null
  titles?: readonly TitleCard[]
  /** A picture of the frame's size the shot grows out of. */
  opening: Raster | null
  /** Names and nouns that are in the picture already, framed as if everything were; null for everything. */
  shown?: readonly string[] | null
  /** The pictures of a person's own that the staging names. */
  own?: readonly OwnFile[]
}
