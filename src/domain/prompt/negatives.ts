import type { Staging } from '@/domain/scene/staging'
import type { TimeOfDay } from '@/domain/scene/vocabulary'

const againstTime: Record<'day' | 'night' | 'low', string[]> = {
  day: ['night', 'stars', 'moon'],
  night: ['daylight', 'sun', 'blue sky'],
  low: ['noon sun', 'starry night'],
}
const partOf: Record<TimeOfDay, keyof typeof againstTime> = {
  dawn: 'low', morning: 'day', noon: 'day', afternoon: 'day', evening: 'low', twilight: 'low', night: 'night',
} // prettier-ignore

/** What would contradict a scene: the wrong hour, the wrong weather, people the frame does not hold. */
export const negativesOfScene = ({ timeOfDay, weather, people, crowd, shotSize, place }: Staging): string[] => [
  ...againstTime[partOf[timeOfDay]],
  ...(weather === 'rainy' || weather === 'stormy' ? ['dry ground'] : ['rain']),
  ...(weather === 'snowy' ? ['green summer leaves'] : ['snow']),
  ...(crowd > 0 ? [] : people.length === 0 ? ['people'] : ['additional people', 'a crowd']),
  ...(place.interior ? ['open sky overhead'] : []),
  ...(people.length > 0 && shotSize !== 'insert' ? ['changed costumes', 'changed faces', 'people looking into the lens'].slice(0, people.some((one) => one.view === 'front') ? 2 : 3) : []),
  'subtitles',
  'split screen',
  'picture frame',
] // prettier-ignore

/** What a reference picture must not show: it is held against, so it shows its subject alone. */
export const negativesOfReference: Record<'view' | 'place' | 'prop', string[]> = {
  view: ['other people', 'furniture', 'scenery', 'cropped feet', 'cropped head', 'strong shadow', 'holding things'],
  place: ['people', 'animals', 'readable signs', 'fisheye distortion', 'picture frame'],
  prop: ['hands', 'people', 'other things', 'scenery', 'cropped edges'],
}
