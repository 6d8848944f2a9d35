import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import type { Sequence } from './sequences'
import { tensionStep } from './tensionSteps'

const tensions = { calm: 'calm', expectant: 'expectant', tense: 'taut' } as const
const weathers: Record<Weather, string> = {
  clear: 'clear air', cloudy: 'flat and grey', rainy: 'wet and shining', stormy: 'wild and dark', snowy: 'muffled and white',
  foggy: 'veiled', windy: 'restless',
} // prettier-ignore
const outsideWords: Record<Weather, string> = {
  clear: '', cloudy: 'a grey sky outside', rainy: 'rain outside', stormy: 'a storm outside', snowy: 'snow outside', foggy: 'fog outside',
  windy: 'wind outside',
} // prettier-ignore
const hours: Record<TimeOfDay, string> = {
  dawn: 'first cold light', morning: 'fresh light', noon: 'hard light', afternoon: 'golden light', evening: 'the last sun',
  twilight: 'blue hour', night: 'lamps against the dark',
} // prettier-ignore

/** The mood of a sequence in three words: how tight, what air, what light. */
export const moodOf = ({ tension, weather, timeOfDay, interior }: Omit<Sequence, 'number' | 'place' | 'scenes'>): string =>
  [tensions[tensionStep(tension)], interior ? outsideWords[weather] : weathers[weather], hours[timeOfDay]]
    .filter((word) => word !== '')
    .join(', ') // prettier-ignore
