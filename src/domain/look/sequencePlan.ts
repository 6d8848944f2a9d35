import type { Contrast, KeyDirection, TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import { lensPlanOf, type LensPlan } from './lensPlan'
import { colorTemperatureOf, contrastOf, keyDirectionOf, practicalsOf } from './lightPlan'
import { moodOf } from './moodOf'
import { paletteOf } from './palette'
import type { Sequence } from './sequences'
import { tensionStep } from './tensionSteps'

/** The style guide's row for one sequence; scenes take their lens, light and colour from it. */
export type SequencePlan = LensPlan & {
  number: number
  name: string
  /** Clip names. */
  fromScene: string
  toScene: string
  place: string
  interior: boolean
  timeOfDay: TimeOfDay
  weather: Weather
  tension: number
  mood: string
  /** #rrggbb: air, key light, shadow, accent. */
  palette: string[]
  keyDirection: KeyDirection
  contrast: Contrast
  colorTemperatureK: number
  practicals: string[]
  reasons: string[]
}

/** Palette, light and lenses of one sequence, by its place, hour, weather and tension. */
export const sequencePlanOf = ({ scenes, ...sequence }: Sequence): SequencePlan => {
  const practicals = practicalsOf({ ...sequence, scenes })
  const asked = { ...sequence, practicals }
  const { place, timeOfDay, weather, interior, tension } = sequence
  return {
    ...sequence,
    name: `${place || 'No heading'}, ${timeOfDay}`,
    fromScene: scenes[0]?.clipName ?? '',
    toScene: scenes.at(-1)?.clipName ?? '',
    mood: moodOf(sequence),
    palette: paletteOf({ ...sequence, lamps: practicals.length > 0 }).map(({ hex }) => hex),
    keyDirection: keyDirectionOf(asked),
    contrast: contrastOf(asked),
    colorTemperatureK: colorTemperatureOf(asked),
    practicals,
    ...lensPlanOf(sequence),
    reasons: [timeOfDay, weather, interior ? 'interior' : 'exterior', tensionStep(tension)],
  }
}
