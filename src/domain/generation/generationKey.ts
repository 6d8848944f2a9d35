import { canonical } from '@/domain/canonical'

/** What a provider is asked for. Files appear as their hashes, so that the same wish has the same key everywhere. */
export type GenerationWish = {
  owner: string
  provider: string
  model: string
  version: string
  input: unknown
  take: number
  /** How often a person had it sent anew after it may have been paid in vain. */
  again?: number
}

/** The text that is hashed to the generation key: one wish, one key, one bill. */
export const generationKeyText = (wish: GenerationWish): string => canonical(wish)

/** Who asks. What is paid for has the same word in the quote; `camera` stands on older records of the animation. */
export type Department =
  | 'character' | 'world' | 'visual' | 'story' | 'art' | 'sound' | 'production' | 'animation' | 'judges' | 'continuity' | 'edit' | 'camera' // prettier-ignore

/** A finished file that Backlot keeps: content-addressed, in the media folder. */
export type Asset = {
  sha256: string
  /** File name in the media folder: hash and extension. */
  name: string
  mime: string
  bytes: number
  width?: number
  height?: number
  durationS?: number
  frames?: number
}
