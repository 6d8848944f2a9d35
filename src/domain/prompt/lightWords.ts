import type { Staging } from '@/domain/scene/staging'
import type { KeyDirection, LightType, Weather } from '@/domain/scene/vocabulary'
import { joined, listed } from './inWords'
import type { SceneBrief } from './sceneBrief'

const kinds: Record<LightType, string> = {
  natural: 'natural light',
  dramatic: 'dramatic light with deep shadow',
  soft: 'soft light',
  hard: 'hard light with clear shadows',
  backlit: 'light from behind that draws bright edges',
  silhouette: 'people as dark shapes before the light',
  practical: 'light from lamps that are seen',
}
const directions: Record<KeyDirection, string> = {
  front: 'from the front', front_left: 'from the front left', front_right: 'from the front right', left: 'from the left',
  right: 'from the right', behind: 'from behind', above: 'from above', below: 'from below',
} // prettier-ignore
const airs: Record<Weather, string> = {
  clear: '',
  cloudy: 'low clouds, flat sky',
  rainy: 'rain falls, wet ground mirrors the lights',
  stormy: 'heavy rain and wind, dark moving sky',
  snowy: 'snow falls, snow on the ground',
  foggy: 'fog that swallows what is far',
  windy: 'wind in hair, clothes and trees',
}

/** "2900 K, warm lamps": what a colour temperature looks like. */
const temperatureWords = (kelvin: number): string => {
  const warmth = [
    [2300, 'candle and fire'],
    [3600, 'warm lamps'],
    [4800, 'between lamp and daylight'],
    [6000, 'plain daylight'],
    [7500, 'grey sky'],
  ].find(([upTo]) => kelvin <= Number(upTo))?.[1]
  return `${String(kelvin)} K, ${String(warmth ?? 'blue night air')}`
}

/** Kind, direction, contrast, colour and lamps of a scene's light; '' when nothing is chosen. */
export const lightWords = ({ lightType, keyDirection, contrast, colorTemperatureK, practicals, lightMood }: SceneBrief): string =>
  [
    lightType ? kinds[lightType] : '',
    keyDirection ? `key light ${directions[keyDirection]}` : '',
    contrast ? `${contrast} contrast` : '',
    colorTemperatureK ? temperatureWords(colorTemperatureK) : '',
    practicals && practicals.length > 0 ? `seen and lit: ${listed([...practicals])}` : '',
    lightMood ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ') // prettier-ignore

/** What is in the air; inside, weather is only seen through windows. */
export const atmosphereWords = ({ weather, crowd, place, memory }: Staging, { atmosphere }: SceneBrief): string => {
  const air = airs[weather]
  return joined([
    atmosphere,
    place.interior && air !== '' ? `outside the windows: ${air}` : air,
    memory ? 'a memory: faded warm colours, pale soft edges' : '',
    crowd > 0 ? 'people without names in the back' : '',
  ])
}
