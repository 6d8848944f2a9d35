import { worldQuestions } from '@/agents/world'
import type { Places } from '@/domain/story/places/placesOf'
import type { PlaceFacts } from '@/domain/story/worldOf'
import { askQuestions } from '../askQuestions'
import { keptFields } from '@/stores/libraryStore'
import { defineStep } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'
import { tellPerson } from '../tellPerson'
import { tellRefused } from '../tellRefused'
import { writeBible } from '../writeBible'
import { betterBible } from './betterBible'
import { bibleOf } from './bibleOf'
import { draftsOf, screenplayIn } from './draftsOf'

const agent = 'agent:world'
const link = '/admin/collections/story-bible'
const notInText = 'Not in the text.'

/** Places under all their names, the days of the story, who knows whom, what is always so and what no picture may contradict. Rules: docs/departments.md. */
export const buildWorld = defineStep({
  id: 'qualify.build-world',
  says: 'Build the world: places, timeline, relations',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: { title: true, settings: ['fps', 'targetSeconds'], raw: ['screenplay', 'note'], asks: 'agent-world' },
  run: async (values, context) => {
    const { project, stores, inputHash } = context
    const drafts = draftsOf(screenplayIn(values.raw), project.settings)
    const story = drafts.story()
    const asked = await askQuestions(context, { questions: () => worldQuestions(drafts), values })
    const bible = betterBible(bibleOf(story, { title: project.title, scenes: drafts.scenes }), asked.better, story)
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
    return {
      gives: {
        places: story.world.places.map(({ name }) => name),
        notices: story.notices.world.map(({ what }) => what),
        ...(asked.by ? { by: asked.by } : {}),
      },
      write: async (tx) => {
        await places(tx)
        await asked.write(tx)
        const what = `The world of “${project.title}”`
        await tellRefused(stores, { project: project.id, what, link, refused: asked.refused }, tx)
        const key = { project: project.id }
        const { id, proposals } = await stores.library.writeByPipeline(
          { collection: 'story-bible', key, fields: bible, agent },
          tx,
        )
        const of = { project: project.id, collection: 'story-bible' as const, id, name: 'Story bible' }
        if (proposals.length > 0) await proposeToPerson(stores, { ...of, proposals }, tx)
        const stands = { ...bible, ...keptFields(proposals) }
        const twin = { id, agent, inputHash }
        await stores.qualified.put(project.slug, { ...twin, collection: 'story_bible', fields: stands }, tx)
        const rules = [...stands.worldRules, ...stands.consistencyRules]
        await stores.qualified.put(project.slug, { ...twin, collection: 'world_rules', fields: { rules } }, tx)
        await tellPerson(
          stores,
          {
            project: project.id,
            code: 'WORLD_ASSUMED',
            what: `${what}: something was assumed or left open.`,
            fix: 'Where it is wrong, correct the heading in the screenplay, or edit the location or the story bible.',
            link,
            notices: story.notices.world,
          },
          tx,
        )
      },
    }
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
