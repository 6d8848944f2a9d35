import type { Contrast, KeyDirection, TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import type { Sequence } from './sequences'
import { tensionStep } from './tensionSteps'

/** What the rules of light look at. */
export type LightAsked = Omit<Sequence, 'number' | 'scenes'> & { practicals: readonly string[] }

const covered: readonly Weather[] = ['cloudy', 'rainy', 'stormy', 'snowy', 'foggy']
export const isCovered = (weather: Weather): boolean => covered.includes(weather)
export const isDark = (timeOfDay: TimeOfDay): boolean => timeOfDay === 'night' || timeOfDay === 'twilight'

/** The sun goes from the right of the picture to its left in the course of a day; the moon stands on the right. */
const sunSide: Record<TimeOfDay, 'left' | 'right'> = {
  dawn: 'right', morning: 'right', noon: 'right', afternoon: 'left', evening: 'left', twilight: 'left', night: 'right',
} // prettier-ignore

/** Where the key light comes from: tense faces are half dark, low suns stand behind, rooms are lit by window or lamp. */
export const keyDirectionOf = ({ timeOfDay, weather, interior, tension }: LightAsked): KeyDirection => {
  const side = sunSide[timeOfDay]
  if (tensionStep(tension) === 'tense') return side
  if (interior) return isDark(timeOfDay) ? 'above' : side
  if (isDark(timeOfDay)) return side
  if (isCovered(weather) || timeOfDay === 'noon') return 'above'
  if (timeOfDay === 'dawn' || timeOfDay === 'evening') return 'behind'
  return side === 'left' ? 'front_left' : 'front_right'
}

const steps: readonly Contrast[] = ['low', 'medium', 'high']

/** Covered skies flatten, night and noon sun deepen; tension deepens by one step. */
export const contrastOf = ({ timeOfDay, weather, interior, tension }: LightAsked): Contrast => {
  const deep = isDark(timeOfDay) || (!interior && timeOfDay === 'noon' && weather === 'clear')
  const flat = !isDark(timeOfDay) && isCovered(weather)
  const base = deep ? 2 : flat ? 0 : 1
  const step = base + (tensionStep(tension) === 'tense' ? 1 : 0)
  return steps[Math.min(2, step)] ?? 'medium'
}

const skies: Record<TimeOfDay, number> = {
  dawn: 4000, morning: 5200, noon: 5600, afternoon: 5000, evening: 3400, twilight: 7000, night: 8000,
} // prettier-ignore
const coldRooms = /\b(hospital|clinic|ward|office|laboratory|lab|morgue|station|school|corridor|garage|factory|ship|spaceship|cockpit)\b/i // prettier-ignore
const flames = /^(candle|fire|fireplace|torch|lantern|campfire|hearth)$/

/** Colour of the key light in kelvin: flames, then lamps by night, then the sky with its weather. */
export const colorTemperatureOf = (asked: LightAsked): number =>
  isDark(asked.timeOfDay) ? temperatureByNight(asked) : temperatureByDay(asked)

const temperatureByNight = ({ place, timeOfDay, interior, practicals }: LightAsked): number => {
  if (practicals.some((one) => flames.test(one))) return 2000
  if (interior) return coldRooms.test(place) ? 4300 : 2900
  return practicals.length > 0 ? 3200 : skies[timeOfDay]
}

const temperatureByDay = ({ place, timeOfDay, weather, interior }: LightAsked): number => {
  if (interior && coldRooms.test(place)) return 4300
  if (weather === 'snowy' || weather === 'stormy') return 7200
  return isCovered(weather) ? 6500 : skies[timeOfDay]
}

const sources: readonly (readonly [string, RegExp])[] = [
  ['candle', /\bcandles?\b/i], ['lantern', /\blanterns?|(?:oil|storm|hurricane) lamps?\b/i], ['torch', /\b(?:torch(?:es)?|flashlights?)\b/i],
  ['fireplace', /\b(?:fireplace|hearth)\b/i], ['fire', /\b(?:fires?|flames?|bonfire|campfire)\b(?! (?:a|an|the|at|escape|engine|truck|station|alarm|door))/i],
  ['lamp', /(?<!oil |storm |hurricane |street )\b(?:lamps?|lampshade|bulbs?)\b/i], ['street lamp', /\b(?:street ?lamps?|street ?lights?|lamp ?posts?)\b/i],
  ['neon sign', /\bneon\b/i], ['screen', /\b(?:television|tv set|monitors?|computer screen)\b/i], ['headlights', /\bhead ?lights?\b/i],
] // prettier-ignore

/** Lamps, fires and screens that a sequence names and that give light there: under the open sky by day only fires do. */
export const practicalsOf = ({
  scenes,
  interior,
  timeOfDay,
}: Pick<Sequence, 'scenes' | 'interior' | 'timeOfDay'>): string[] => {
  const named = practicalsIn(scenes.map(({ action }) => action).join('\n'))
  return interior || isDark(timeOfDay) ? named : named.filter((one) => one.includes('fire'))
}

/** Every source of light that a text names, in the order of the table. */
export const practicalsIn = (text: string): string[] =>
  sources.filter(([, words]) => words.test(text)).map(([name]) => name)
