import { seedOf } from '@/domain/seed'
import type { BedName, EffectName, MusicMood } from './soundCuesOf'

export type HeardScene = {
  startFrame: number
  frames: number
  heading: string
  ambience: BedName
  effects: { name: string; atS: number }[]
  mood: MusicMood
}
export type SoundWish =
  | { kind: 'bed'; bed: BedName; durationS: number; seed: number }
  | { kind: 'effect'; effect: EffectName; seed: number }
  | { kind: 'music'; mood: MusicMood; durationS: number; seed: number }
export type PlannedSound = {
  stem: 'music' | 'effects'
  request: SoundWish
  startS: number
  endS: number
  gainDb: number
  fadeS: number
  loop: boolean
}

const bedLoopS = 20
const musicLoopS = 48
const effectMaxS = 3

/** Beds over neighbouring scenes of one sound, effects where they happen, music by mood with half-second entries. Seconds of the film. */
export const soundtrackOf = (
  scenes: readonly HeardScene[],
  { fps, frames }: { fps: number; frames: number },
): PlannedSound[] => {
  const s = (frame: number) => Math.round((frame / fps) * 1000) / 1000
  const end = s(frames)
  const beds = stretches(scenes, (scene) => scene.ambience).map(
    ({ from, to, of }): PlannedSound => ({
      stem: 'effects', request: { kind: 'bed', bed: of, durationS: bedLoopS, seed: seedOf(of) },
      startS: Math.max(0, s(from) - 0.25), endS: Math.min(end, s(to) + 0.25), gainDb: of === 'room' ? -12 : -7, fadeS: 0.5, loop: true,
    }), // prettier-ignore
  )
  const music = stretches(scenes, (scene) => scene.mood).map(
    ({ from, to, of }): PlannedSound => ({
      stem: 'music', request: { kind: 'music', mood: of, durationS: musicLoopS, seed: seedOf(of) },
      startS: s(from), endS: s(to), gainDb: -9, fadeS: Math.min(1.5, (s(to) - s(from)) / 3), loop: true,
    }), // prettier-ignore
  )
  const effects = scenes.flatMap((scene) =>
    scene.effects.map(({ name, atS }): PlannedSound => {
      const startS = Math.min(s(scene.startFrame) + atS, s(scene.startFrame + scene.frames) - 0.3)
      return {
        stem: 'effects', request: { kind: 'effect', effect: name as EffectName, seed: seedOf(name) },
        startS, endS: Math.min(end, startS + effectMaxS), gainDb: -6, fadeS: 0.05, loop: false,
      } // prettier-ignore
    }),
  )
  return [...beds, ...music, ...effects]
}

type Stretch<T> = { from: number; to: number; of: T }

/** Neighbouring scenes of the same kind as one stretch, in frames. */
const stretches = <T>(scenes: readonly HeardScene[], kindOf: (scene: HeardScene) => T): Stretch<T>[] => {
  const list: Stretch<T>[] = []
  for (const scene of scenes) {
    const of = kindOf(scene)
    const last = list.at(-1)
    const to = scene.startFrame + scene.frames
    if (last && last.of === of) last.to = to
    else list.push({ from: scene.startFrame, to, of })
  }
  return list
}
