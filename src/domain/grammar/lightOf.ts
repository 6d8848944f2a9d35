import type { LightType, TimeOfDay } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import type { Moment } from './moment'

/** Light belongs to the place, not to the line: time, weather and walls decide, so that it never jumps inside a heading. */
export const lightOf = ({ place, action }: Pick<Moment, 'place' | 'action'>): LightType => {
  if (actionWords.silhouette.test(action)) return 'silhouette'
  const dark = place.weather === 'stormy' || place.timeOfDay === 'night' || place.timeOfDay === 'twilight'
  if (place.intExt === 'INT') return dark ? 'practical' : 'soft'
  if (dark) return 'dramatic'
  return place.weather === 'clear' || place.weather === 'windy' ? byTime[place.timeOfDay] : 'soft'
}

const byTime: Record<TimeOfDay, LightType> = {
  dawn: 'backlit',
  morning: 'natural',
  noon: 'hard',
  afternoon: 'natural',
  evening: 'backlit',
  twilight: 'dramatic',
  night: 'dramatic',
}
