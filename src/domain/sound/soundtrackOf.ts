import type { TransitionKind } from '@/domain/scene/vocabulary'
import { seedOf } from '@/domain/seed'
import { readAmbience } from './ambience'
import { bedCues } from './bedCues'
import { effectNames, type EffectName } from './effectsOf'
import { musicCues } from './musicCues'
import type { PlannedSound } from './plannedSound'
import { musicMoods } from './soundCuesOf'

/** A scene on the timeline; `ambience` and `mood` as its document has them, `spoken` in seconds of the film. */
export type HeardScene = {
  startFrame: number
  frames: number
  heading: string
  ambience: string
  effects: readonly { name: string; atS: number }[]
  mood: string
  tension: number
  transitionOut: TransitionKind
  spoken: readonly { startS: number; durationS: number }[]
}
const effectMostS = 3
/** An effect that comes again sounds a little different, in three ways. */
const waysToSound = 3
const effectDb: Partial<Record<EffectName, number>> = { gunshot: -2, thunder: -4, footsteps: -8, running: -7, clock: -8, paper: -7, gust: -8, wave: -7 } // prettier-ignore
const usualEffectDb = -6

/** Beds, effects and music of a whole film, in its seconds; nothing begins before it or ends behind it. */
export const soundtrackOf = (
  scenes: readonly HeardScene[],
  { fps, frames }: { fps: number; frames: number },
): PlannedSound[] => {
  const s = (frame: number) => thousandths(frame / fps)
  const endS = s(frames)
  const timed = scenes.map((scene) => ({
    ...scene,
    startS: s(scene.startFrame),
    endS: s(scene.startFrame + scene.frames),
  }))
  const beds = bedCues(timed.map((scene) => ({ ...scene, ambience: readAmbience(scene.ambience) })), endS) // prettier-ignore
  const music = musicCues(timed.map(scoredOf), endS)
  return [...beds, ...music, ...effectCues(timed, endS)].map((cue) => ({
    ...cue,
    startS: thousandths(cue.startS),
    endS: thousandths(cue.endS),
  }))
}

type Timed = HeardScene & { startS: number; endS: number }

const scoredOf = ({ startS, endS, heading, mood, tension, spoken }: Timed) => ({
  startS, endS, heading, tension,
  mood: musicMoods.find((one) => one === mood) ?? null,
  talkS: spoken.reduce((sum, { durationS }) => sum + durationS, 0),
  firstWordS: spoken.length > 0 ? Math.min(...spoken.map((line) => line.startS)) : null,
  lastWordS: spoken.length > 0 ? Math.max(...spoken.map((line) => line.startS)) : null,
}) // prettier-ignore

const effectCues = (scenes: readonly Timed[], filmEndS: number): PlannedSound[] => {
  const counts = new Map<EffectName, number>()
  return scenes.flatMap((scene) =>
    scene.effects.flatMap(({ name: written, atS }): PlannedSound[] => {
      const name = effectNames.find((one) => one === written)
      if (!name) return []
      const nth = counts.get(name) ?? 0
      counts.set(name, nth + 1)
      const startS = Math.min(scene.startS + atS, scene.endS - 0.3)
      return [
        {
          stem: 'effects',
          request: { kind: 'effect', effect: name, seed: seedOf(`${name} ${String(nth % waysToSound)}`) },
          startS, endS: Math.min(filmEndS, startS + effectMostS), gainDb: effectDb[name] ?? usualEffectDb, fadeInS: 0, fadeOutS: 0.05, loop: false,
        },
      ] // prettier-ignore
    }),
  )
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000
