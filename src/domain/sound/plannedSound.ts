import type { BedName } from './ambience'
import type { EffectName } from './effectsOf'
import type { MusicMood } from './soundCuesOf'

/** A sound to be made; equal wishes give the same file. */
export type SoundWish =
  | { kind: 'bed'; bed: BedName; muffled: boolean; durationS: number; seed: number }
  | { kind: 'effect'; effect: EffectName; seed: number }
  | { kind: 'music'; mood: MusicMood; durationS: number; seed: number }
/** Where it lies in the film, in seconds. */
export type PlannedSound = {
  stem: 'music' | 'effects'
  request: SoundWish
  startS: number
  endS: number
  gainDb: number
  fadeInS: number
  fadeOutS: number
  loop: boolean
}
