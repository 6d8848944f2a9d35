import type { SceneDraft } from '@/domain/scene/sceneDraft'

export const bedNames = [
  'rain', 'wind', 'sea', 'city', 'room', 'forest', 'crowd', 'night', 'water', 'vehicle', 'fire',
] as const // prettier-ignore
export type BedName = (typeof bedNames)[number]
/** One sound of a place; muffled: it is outside, we are inside. */
export type BedLayer = { bed: BedName; muffled: boolean }

type Place = Pick<SceneDraft, 'intExt' | 'location' | 'weather' | 'timeOfDay' | 'action'>

const outdoors: readonly [RegExp, BedName][] = [
  [/\b(sea|beach|harbou?r|cliff|coast|shore|boat|ship|ferry|deck|pier|dock|island|lighthouse|ocean|jetty|quay|bay)\b/i, 'sea'],
  [/\b(river|stream|creek|waterfall|fountain|lake|brook|canal)\b/i, 'water'],
  [/\b(market|stadium|fair|festival|parade|playground|party)\b/i, 'crowd'],
  [/\b(forest|woods?|jungle|park|garden|orchard)\b/i, 'forest'],
  [/\b(street|road|city|town|square|alley|rooftop|bridge|highway|motorway|parking|car park|avenue|downtown)\b/i, 'city'],
  [/\b(camp ?fire|bonfire|fireplace)\b/i, 'fire'],
] // prettier-ignore
const insides: readonly [RegExp, BedName][] = [
  [/\b(car|truck|van|bus|train|tram|taxi|cockpit|spaceship|submarine|plane|cabin of the)\b/i, 'vehicle'],
  [/\b(bar|pub|market|station|restaurant|caf[eé]|diner|stadium|party|airport|canteen|theat(?:re|er)|ballroom)\b/i, 'crowd'],
] // prettier-ignore
const night = new Set(['night', 'twilight'])
const weatherBed: Partial<Record<SceneDraft['weather'], BedName>> = {
  rainy: 'rain',
  stormy: 'rain',
  windy: 'wind',
  snowy: 'wind',
}
const mostLayers = 3

/** What a place sounds like in its weather, loudest first: outside the place itself, inside the room and, muffled, what is before its windows. */
export const ambienceOf = (place: Place): BedLayer[] => {
  const weather = weatherBed[place.weather]
  const layers = place.intExt === 'INT' ? inside(place, weather) : outside(place, weather)
  return layers.slice(0, mostLayers)
}

const inside = ({ location, action }: Place, weather: BedName | undefined): BedLayer[] => {
  const own = insides.find(([words]) => words.test(location))?.[1]
  const layers: BedLayer[] = [{ bed: own ?? 'room', muffled: false }]
  if (/\b(fireplace|hearth|stove|embers)\b/i.test(`${location} ${action}`)) layers.push({ bed: 'fire', muffled: false })
  const beyond = weather ?? outdoors.find(([words]) => words.test(location))?.[1]
  if (beyond) layers.push({ bed: beyond, muffled: true })
  return layers
}

const outside = ({ location, timeOfDay, action }: Place, weather: BedName | undefined): BedLayer[] => {
  const own = outdoors.find(([words]) => words.test(location))?.[1]
  const calm = night.has(timeOfDay) && weather === undefined
  const place = own ?? (calm ? 'night' : 'wind')
  const layers: BedLayer[] = [{ bed: place, muffled: false }]
  if (weather !== undefined && weather !== place) layers.push({ bed: weather, muffled: false })
  if (place === 'forest' && calm) layers.push({ bed: 'night', muffled: false })
  if (/\b(camp ?fire|bonfire|flames)\b/i.test(action)) layers.push({ bed: 'fire', muffled: false })
  return layers
}

/** As a scene document has it: "room, muffled rain". */
export const ambienceText = (layers: readonly BedLayer[]): string =>
  layers.map(({ bed, muffled }) => (muffled ? `muffled ${bed}` : bed)).join(', ')

/** Reads what stands in a scene document, also when a person wrote it; words that name no bed are passed over. */
export const readAmbience = (text: string): BedLayer[] => {
  const layers = text.split(/[,;+]/).flatMap((part): BedLayer[] => {
    const bed = bedNames.find((name) => new RegExp(`\\b${name}\\b`, 'i').test(part))
    return bed ? [{ bed, muffled: /\b(muffled|outside|distant)\b/i.test(part) }] : []
  })
  return layers.length > 0 ? layers.slice(0, mostLayers) : [{ bed: 'room', muffled: false }]
}
