import type { StepDefinition, Values } from './defineStep'
import { pick } from './pickFields'
import type { Stores } from './stores'

/** The whole film's places, things and story bible, for steps that declare them. */
export const readWorld = async (
  stores: Stores,
  { reads }: StepDefinition,
  project: string,
): Promise<Pick<Values, 'places' | 'things' | 'bible'>> => {
  const all = async (collection: 'locations' | 'props', fields: readonly string[]) =>
    (await stores.library.find(collection, { project }, { sort: 'name' })).map((one) => pick(one, fields))
  return {
    ...(reads.places ? { places: await all('locations', reads.places) } : {}),
    ...(reads.things ? { things: await all('props', reads.things) } : {}),
    ...(reads.bible ? { bible: pick(await stores.library.findOne('story-bible', { project }), reads.bible) } : {}),
  }
}
