import type { Places } from '@/domain/story/places/placesOf'
import type { PlaceFacts } from '@/domain/story/worldOf'
import { defineStep } from '../defineStep'
import { tellPerson } from '../tellPerson'
import { writeBible } from '../writeBible'
import { bibleOf } from './bibleOf'
import { draftsOf, screenplayIn } from './draftsOf'

const agent = 'agent:world'
const notInText = 'Not in the text.'

/** Places under all their names, the days of the story, who knows whom, what is always so and what no picture may contradict. Rules: docs/departments.md. */
export const buildWorld = defineStep({
  id: 'qualify.build-world',
  says: 'Build the world: places, timeline, relations',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: { title: true, settings: ['fps', 'targetSeconds'], raw: ['screenplay', 'note'] },
  run: (values, { project, stores, inputHash }) => {
    const { scenes, story: read } = draftsOf(screenplayIn(values.raw), project.settings)
    const story = read()
    const bible = bibleOf(story, { title: project.title, scenes })
    const places = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'locations',
      documents: story.world.places.map((place) => ({
        collection: 'locations' as const,
        qualified: 'location_details' as const,
        name: place.name,
        fields: locationOf(place, story.places),
      })),
    })
    return Promise.resolve({
      gives: {
        places: story.world.places.map(({ name }) => name),
        notices: story.notices.world.map(({ what }) => what),
      },
      write: async (tx) => {
        await places(tx)
        const key = { project: project.id }
        const { id } = await stores.library.writeByPipeline(
          { collection: 'story-bible', key, fields: bible, agent },
          tx,
        )
        await stores.qualified.put(project.slug, { collection: 'story_bible', id, fields: bible, agent, inputHash }, tx)
        await stores.qualified.put(
          project.slug,
          {
            collection: 'world_rules',
            id,
            fields: { rules: [...bible.worldRules, ...bible.consistencyRules] },
            agent,
            inputHash,
          },
          tx,
        )
        await tellPerson(
          stores,
          {
            project: project.id,
            code: 'WORLD_ASSUMED',
            what: `The world of “${project.title}”: something was assumed or left open.`,
            fix: 'Where it is wrong, correct the heading in the screenplay, or edit the location or the story bible.',
            link: '/admin/collections/story-bible',
            notices: story.notices.world,
          },
          tx,
        )
      },
    })
  },
})

const locationOf = (place: PlaceFacts, { places }: Places) => {
  const known = places.find(({ name }) => name === place.name)
  return {
    interior: place.interior,
    partOf: known?.partOf ?? '',
    description:
      place.sentences
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 1500) || notInText,
    lighting: `${place.timesOfDay.join(', ')}; ${place.weathers.join(', ')}`,
    features: [],
    aliases: known?.aliases ?? [],
    evidence: place.sentences.map(({ text, line }) => `${text} (line ${String(line)})`),
  }
}
