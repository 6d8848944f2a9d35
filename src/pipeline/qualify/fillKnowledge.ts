import { factsOf } from '@/domain/knowledge/factsOf'
import { defineStep } from '../defineStep'

const told = {
  bible: ['timeline', 'relationships', 'worldRules', 'consistencyRules', 'mentionedPlaces'],
  cast: ['role', 'aliases', 'evidence', 'biography', 'wardrobe', 'variants'],
  places: ['name', 'aliases', 'partOf', 'lighting', 'evidence'],
  things: ['name', 'owner', 'holders', 'states', 'evidence'],
  scenes: [
    'clipName', 'sequenceNumber', 'location', 'timeOfDay', 'weather', 'charactersPresent', 'action', 'dialogue', 'fromLine', 'toLine',
  ],
} as const // prettier-ignore

/** Everything that is true goes into the knowledge base, last: what the departments wrote and what people made of it. */
export const fillKnowledge = defineStep({
  id: 'qualify.fill-knowledge',
  says: 'Teach the knowledge base',
  version: 3,
  slot: 'free',
  seconds: 0.2,
  reads: told,
  run: async ({ bible = {}, cast, places = [], things = [], scenes }, { project, stores }) => {
    const facts = factsOf({ bible, people: cast, places, props: things, scenes: scenes.map(({ scene }) => scene) })
    await stores.knowledge.prepare(project.slug)
    return {
      gives: { facts: facts.length },
      write: async (tx) => {
        await stores.knowledge.teach(project.slug, facts, tx)
      },
    }
  },
})
