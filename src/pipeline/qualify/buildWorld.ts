import { worldOf, type PlaceFacts } from '@/domain/story/worldOf'
import { defineStep } from '../defineStep'
import { writeBible } from '../writeBible'
import { draftsOf, screenplayIn } from './draftsOf'

const agent = 'agent:world'
const notInText = 'Not in the text.'

/** The places of the headings, the order of events and who meets whom. */
export const buildWorld = defineStep({
  id: 'qualify.build-world',
  says: 'Build the world: places, timeline, relations',
  version: 1,
  slot: 'free',
  seconds: 0.3,
  reads: { settings: ['fps', 'targetSeconds'], raw: ['screenplay', 'note'] },
  run: (values, { project, stores, inputHash }) => {
    const world = worldOf(draftsOf(screenplayIn(values.raw), project.settings).scenes)
    const bible = {
      title: project.title,
      synopsis:
        world.timeline
          .map(({ event }) => event)
          .join(' ')
          .slice(0, 4000) || notInText,
      timeline: world.timeline,
      relationships: world.relationships.map(({ from, to, scenes }) => ({
        from,
        to,
        kind: 'meets',
        description: `Together in ${String(scenes)} scenes.`,
      })),
      consistencyRules: world.places.map((place, i) => ({
        rule: `${place.name} looks the same in every scene.`,
        priority: Math.min(5, 1 + Math.floor(i / 3)),
        about: place.name,
      })),
    }
    const places = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'locations',
      documents: world.places.map((place) => ({
        collection: 'locations' as const,
        qualified: 'location_details' as const,
        name: place.name,
        fields: locationOf(place),
      })),
    })
    return Promise.resolve({
      gives: { places: world.places.map(({ name }) => name) },
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
          { collection: 'world_rules', id, fields: { rules: bible.consistencyRules }, agent, inputHash },
          tx,
        )
      },
    })
  },
})

const locationOf = (place: PlaceFacts) => ({
  interior: place.interior,
  description: place.sentences.join(' ').slice(0, 1500) || notInText,
  features: [],
  aliases: [],
})
