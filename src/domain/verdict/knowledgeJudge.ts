import { brokenTime } from './brokenTime'
import { changedCostume } from './changedCostume'
import { whereIs, type Contradiction, type Held } from './judgedScene'
import { outOfPlace } from './outOfPlace'
import { theDead } from './theDead'
import { thingsTooEarly } from './thingsTooEarly'

/** One claim of a scene held against the bible, the profiles and the scenes before. `required`: a "no" refuses the
 *  picture; it does not where the screenplay's own words say it, for they are the writer's to settle. */
export type KnowledgeAnswer = { id: string; answer: 'yes' | 'no'; evidence: string; required: boolean }

/** Does a scene document contradict what the story is known to be? Every claim is answered with both lines it was held
 *  against. It sees the bible, the profiles, the scenes before and the scene document; never the plan. */
export const knowledgeJudge = (held: Held): KnowledgeAnswer[] => [
  answerOf('cast', 'Everybody in the scene is in the bible.', strangers(held)),
  answerOf('place', held.scene.location === '' ? 'The scene names no place.' : `${held.scene.location} is a place of the bible.`, noPlace(held)),
  answerOf('dead', 'Nobody is seen who is dead by then.', theDead(held)),
  answerOf('props', 'No thing is there before the story has it.', thingsTooEarly(held)),
  answerOf('time', `It may be ${held.scene.timeOfDay}.`, brokenTime(held)),
  answerOf('costume', 'Nobody changes clothes inside the scene unsaid.', changedCostume(held)),
  answerOf('presence', 'Everybody in the scene is brought there by its words.', outOfPlace(held)),
] // prettier-ignore

const answerOf = (claim: string, right: string, found: readonly Contradiction[]): KnowledgeAnswer => ({
  id: `knowledge:${claim}`,
  answer: found.length === 0 ? 'yes' : 'no',
  evidence: found.length === 0 ? right : found.map(({ evidence }) => evidence).join(' '),
  required: found.length === 0 || found.some(({ written }) => !written),
})

const strangers = ({ scene, bible }: Held): Contradiction[] => {
  const known = new Set(bible.profiles.map(({ name }) => name))
  return scene.charactersPresent
    .filter((name) => !known.has(name))
    .map((name) => ({ evidence: `${name}, in ${whereIs(scene)}, is not in the bible.`, written: false }))
}

const noPlace = ({ scene, bible }: Held): Contradiction[] =>
  scene.location === '' || bible.places.includes(scene.location)
    ? []
    : [{ evidence: `${scene.location}, in ${whereIs(scene)}, is not in the bible.`, written: false }]
