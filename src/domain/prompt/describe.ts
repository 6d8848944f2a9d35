import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { Staging, StagedPerson } from '@/domain/scene/staging'

const words = (name: string): string => name.replaceAll('_', ' ')

/** A look in one phrase, "an elder of slim build, short grey hair, …". */
export const describeLook = (look: CharacterLook): string => {
  const parts = [
    `${look.age === 'adult' ? 'an adult' : look.age === 'elder' ? 'an elder' : 'a child'} of ${look.build} build`,
    look.hair === 'bald' ? 'bald' : `${look.hair} hair (${look.hairColor})`,
    look.beard ? 'a beard' : '',
    look.glasses ? 'glasses' : '',
    look.hat === 'none' ? '' : `wearing a ${look.hat}`,
    `in a ${look.costume} (${look.costumeColor})`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const viewWords: Record<TurnaroundView, string> = {
  front: 'the front', back: 'behind', left_side: 'the left side', right_side: 'the right side',
  three_quarter_left: 'three quarters, facing screen left', three_quarter_right: 'three quarters, facing screen right',
} // prettier-ignore
export const describeView = (view: TurnaroundView): string => viewWords[view]

/** Variables every picture prompt of a scene may use. */
export const placeVariables = (staging: Staging, style: string): Record<string, string> => ({
  place: staging.place.name,
  place_description: staging.place.description,
  interior: staging.place.interior ? 'interior' : 'exterior',
  time_of_day: staging.timeOfDay,
  weather: staging.weather,
  shot_size: words(staging.shotSize),
  angle: words(staging.angle),
  movement: words(staging.movement),
  style,
})

export const personVariables = (person: StagedPerson): Record<string, string> => ({
  name: person.name,
  look: describeLook(person.look),
  view: `seen from ${viewWords[person.view]}`,
  position: person.x < 0.42 ? 'left' : person.x > 0.58 ? 'right' : 'middle',
  pose: person.pose === 'walk' ? 'walking' : person.pose === 'sit' ? 'sitting' : 'standing',
  emotion: person.emotion,
  holds: person.holds === '' ? '' : `Holding a ${person.holds}.`,
})
