import type { Aside, TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import type { Heading } from './heading'

/** What a heading says of its place, with what the headings before it left unsaid. */
export type PlaceState = Heading & { timeOfDay: TimeOfDay; weather: Weather; newPlace: boolean; aside?: Aside | '' }
export type PlaceBefore = PlaceState | null

const nightWords = /\b(night|midnight|moon(light|lit)?|stars|starlight|starry)\b/i
const timeWords: [RegExp, TimeOfDay][] = [
  [/\b(dawn|sunrise|daybreak|first light)\b/i, 'dawn'],
  [/\b(sunset|sundown|golden hour)\b/i, 'evening'],
  [/\b(dusk|twilight)\b/i, 'twilight'],
  [nightWords, 'night'],
  [/\b(breakfast|this morning|morning sun|morning light)\b/i, 'morning'],
]

const over = /\b(rain|storm|snow|fog|mist|wind)\b( \w+)? (has |have |had |is |was )?(now )?(stopped|stops|passed|passes|gone|over|lifted|lifts|cleared|clears|ended|ends|died|dies)\b|\b(no|after the) (rain|storm|snow|fog|wind)\b/gi // prettier-ignore
const weatherWords: [Weather, RegExp][] = [
  ['stormy', /\b(storm(s|y)?(?! (?:out|in|off|up|past|away|back|into|through|down|lamp|lantern|cellar)\b)|thunder\w*|lightning|tempest|hurricane|gale)\b/i],
  ['snowy', /\b(snow(s|y|ing|fall|flakes?|ed|storm|drifts?)?|blizzard|sleet)\b/i],
  ['rainy', /\b(rain(s|y|ing|ed|fall|drops?|water|-soaked|-slick)?|downpour|drizzl\w+|pouring rain)\b/i],
  ['foggy', /\b(fog(gy)?|mist(y)?|haze|hazy)\b/i],
  ['windy', /\b(windy|gusts?|(?:the|a|cold|strong|hard|high|bitter|icy|howling|sea) wind(?! up)|wind (?:blows|howls|tears|whips|pulls|rips|drives|rattles|shakes|roars|bends|takes|in|from|over|through|off))\b/i],
  ['cloudy', /\b(clouds?(?! of)|cloudy|overcast|gr[ae]y sky)\b/i],
  ['clear', /\b(sunny|sunshine|sunlight|bright sun|clear sky|blue sky|cloudless|sun (?:is|shines|beats|blazes|rises|glitters))\b/i],
] // prettier-ignore

/** The weather a text names, the strongest first; null when it names none. Weather that has passed is clear. */
export const weatherIn = (text: string): Weather | null => {
  const present = text.replace(over, ' ')
  const named = weatherWords.find(([, words]) => words.test(present))?.[0]
  return named ?? (present === text ? null : 'clear')
}

/**
 * Fills what a heading leaves out. Time: an unsaid one is that of the last heading at this place, or of the heading
 * before when the clock goes on (CONTINUOUS, LATER), else what the action speaks of, else noon. Weather: named in
 * heading or action; else it goes on when the clock does, or from exterior to exterior under the same sky.
 */
export const placeState = (
  read: Heading,
  { text, before, lastHere }: { text: string; before: PlaceBefore; lastHere: PlaceBefore },
): PlaceState => {
  const goesOn = read.timeOfDay === null && read.timeAsWritten !== ''
  const timeOfDay = read.timeOfDay ?? inheritedTime({ text, before: goesOn ? before : lastHere, lastHere })
  const weather = weatherIn(text) ?? inheritedWeather(read, { before, lastHere, timeOfDay, goesOn })
  const newPlace = before === null || !(samePlace(before, read) || (goesOn && lastHere !== null))
  return { ...read, timeOfDay, weather, newPlace }
}

type TimeSources = { text: string; before: PlaceBefore; lastHere: PlaceBefore }

const inheritedTime = ({ text, before, lastHere }: TimeSources): TimeOfDay =>
  before?.timeOfDay ?? timeIn(text) ?? lastHere?.timeOfDay ?? 'noon'

type WeatherSources = { before: PlaceBefore; lastHere: PlaceBefore; timeOfDay: TimeOfDay; goesOn: boolean }

const inheritedWeather = (read: Heading, { before, lastHere, timeOfDay, goesOn }: WeatherSources): Weather => {
  if (before?.timeOfDay !== timeOfDay) return 'clear'
  const sameSky = (outside(before) && outside(read)) || samePlace(before, read)
  if (goesOn || sameSky) return before.weather
  // Back at a place in the same hour: it still rains there.
  return lastHere?.timeOfDay === timeOfDay ? lastHere.weather : 'clear'
}

const timeIn = (text: string): TimeOfDay | undefined => timeWords.find(([words]) => words.test(text))?.[1]
const outside = ({ intExt }: Heading): boolean => intExt === 'EXT' || intExt === 'EST' || intExt === 'INT_EXT'
const samePlace = (a: Heading, b: Heading): boolean => placeKey(a) === placeKey(b)

/** The same place however its name is written. */
export const placeKey = ({ location }: Heading): string =>
  location
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
