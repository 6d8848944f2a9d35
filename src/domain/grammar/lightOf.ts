import type { LightType } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import type { Moment } from './moment'

/** Light belongs to the place, not to the line: time, weather and walls decide, so that it never jumps inside a heading. */
export const lightOf = ({ place, action }: Pick<Moment, 'place' | 'action'>): LightType => {
  if (actionWords.silhouette.test(action)) return 'silhouette'
  const inside = place.intExt === 'INT'
  if (place.weather === 'stormy') return inside ? 'practical' : 'dramatic'
  if (place.timeOfDay === 'night' || place.timeOfDay === 'twilight') return inside ? 'practical' : 'dramatic'
  if (inside) return 'soft'
  if (place.weather === 'foggy' || place.weather === 'cloudy' || place.weather === 'snowy' || place.weather === 'rainy')
    return 'soft'
  if (place.timeOfDay === 'dawn' || place.timeOfDay === 'evening') return 'backlit'
  return place.timeOfDay === 'noon' ? 'hard' : 'natural'
}
