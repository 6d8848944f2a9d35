import { pressureOf } from '@/domain/grammar/tensionOf'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'

/** A stretch of the film in one place, time and weather: one light, one set of lenses, one palette. */
export type Sequence = {
  /** 1, 2, 3 … in the film. */
  number: number
  place: string
  interior: boolean
  timeOfDay: TimeOfDay
  weather: Weather
  /** 0–1: by action, punctuation and place in the heading; spoken words have no part in it, so that a changed line changes no light. */
  tension: number
  scenes: readonly SceneDraft[]
}

/** True where a scene opens a new sequence: another place, hour, weather, or in from outside. */
export const opensSequence = (before: SceneDraft | undefined, scene: SceneDraft): boolean =>
  before?.location !== scene.location ||
  before.timeOfDay !== scene.timeOfDay ||
  before.weather !== scene.weather ||
  isInside(before) !== isInside(scene)

/** The sequences of a film, in order; together they hold every scene. */
export const sequencesOf = (scenes: readonly SceneDraft[]): Sequence[] => {
  const stretches: SceneDraft[][] = []
  for (const [i, scene] of scenes.entries()) {
    const last = stretches.at(-1)
    if (last && !opensSequence(scenes[i - 1], scene)) last.push(scene)
    else stretches.push([scene])
  }
  return stretches.flatMap((stretch, i) => {
    const [first] = stretch
    if (!first) return []
    const { location, timeOfDay, weather } = first
    const tension = pressureOfScenes(stretch)
    return [{ number: i + 1, place: location, interior: isInside(first), timeOfDay, weather, tension, scenes: stretch }]
  })
}

export const isInside = ({ intExt }: Pick<SceneDraft, 'intExt'>): boolean => intExt === 'INT' || intExt === 'INT_EXT'

/** Mean pressure of a stretch, weighted by seconds, 0–1. */
const pressureOfScenes = (stretch: readonly SceneDraft[]): number => {
  let seconds = 0
  let sum = 0
  for (const [i, { action, dialogue, durationS }] of stretch.entries()) {
    const words = dialogue.map(({ line }) => line).join(' ')
    const manner = dialogue.map(({ parenthetical }) => parenthetical).join('; ')
    const progress = stretch.length > 1 ? i / (stretch.length - 1) : 0.5
    sum += durationS * pressureOf({ action, doing: action, words, manner, progress })
    seconds += durationS
  }
  return seconds === 0 ? 0 : Math.round((sum / seconds) * 100) / 100
}
