import type { StepDefinition, Values } from './defineStep'
import { pick } from './pickFields'
import type { Stores } from './stores'

/** The whole film's places, things and story bible, and the film itself, for steps that declare them. */
export const readWorld = async (
  stores: Stores,
  { reads }: StepDefinition,
  project: string,
): Promise<Pick<Values, 'places' | 'things' | 'bible' | 'film'>> => {
  const all = async (collection: 'locations' | 'props', fields: readonly string[]) =>
    (await stores.library.find(collection, { project }, { sort: 'name' })).map((one) => pick(one, fields))
  return {
    ...(reads.places ? { places: await all('locations', reads.places) } : {}),
    ...(reads.things ? { things: await all('props', reads.things) } : {}),
    ...(reads.bible ? { bible: pick(await stores.library.findOne('story-bible', { project }), reads.bible) } : {}),
    ...(reads.film ? { film: await readFilm(stores, project) } : {}),
  }
}

const readFilm = async ({ films }: Stores, project: string): Promise<Record<string, unknown> | null> => {
  const found = await films.find(project)
  return found ? (found.gives.film as Record<string, unknown>) : null
}
