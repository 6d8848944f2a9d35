import type { OwnSubjects } from '@/domain/own/matchOwn'
import { propsOf } from './qualify/catalogueProps'
import { draftsOf } from './qualify/draftsOf'

/** What files of a person's own can be named after in a screenplay. Lengths do not matter to names. */
export const ownSubjectsOf = (screenplay: string): OwnSubjects => {
  const { scenes, story } = draftsOf(screenplay, { fps: 24, targetSeconds: null })
  const { cast, world, places } = story()
  return {
    cast: cast.map(({ name, aliases }) => ({ names: [name, ...aliases] })),
    places: world.places.map(({ name }) => ({
      names: [name, ...(places.places.find((one) => one.name === name)?.aliases ?? [])],
    })),
    props: propsOf(scenes).map(({ noun }) => noun),
    scenes: scenes.map(({ clipName, dialogue }) => ({ clipName, dialogue })),
  }
}
