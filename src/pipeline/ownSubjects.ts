import type { FilmLengths } from '@/domain/own/lengthNotices'
import type { OwnSubjects } from '@/domain/own/matchOwn'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import { propsOf } from './qualify/catalogueProps'
import { draftsOf } from './qualify/draftsOf'

/** What files of a person's own can be named after in a screenplay, and how long it all lasts. */
export const ownSubjectsOf = (
  screenplay: string,
  settings: Pick<ProjectSettings, 'fps' | 'targetSeconds'>,
): OwnSubjects & FilmLengths => {
  const { scenes, story } = draftsOf(screenplay, settings)
  const { cast, world, places } = story()
  return {
    cast: cast.map(({ name, aliases }) => ({ names: [name, ...aliases] })),
    places: world.places.map(({ name }) => ({
      names: [name, ...(places.places.find((one) => one.name === name)?.aliases ?? [])],
    })),
    props: propsOf(scenes).map(({ noun }) => noun),
    scenes: scenes.map(({ clipName, action, durationS, dialogue }) => ({ clipName, action, durationS, dialogue })),
  }
}
