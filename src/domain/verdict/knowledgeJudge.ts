import { brokenTime } from './brokenTime'
import { changedCostume } from './changedCostume'
import { whereIs, type Contradiction, type Held } from './judgedScene'
import { outOfPlace } from './outOfPlace'
import { theDead } from './theDead'
import { thingsTooEarly } from './thingsTooEarly'

/** One claim of a scene held against the bible, the profiles and the scenes before. `required`: a "no" refuses the
 *  picture; it does not where the screenplay's own words say it, for they are the writer's to settle. */
export type KnowledgeAnswer = {
  id: string
  question: string
  answer: 'yes' | 'no'
  evidence: string
  required: boolean
}

/** Does a scene document contradict what the story is known to be? Every claim is answered with both lines it was held
 *  against. It sees the bible, the profiles, the scenes before and the scene document; never the plan. */
export const knowledgeJudge = (held: Held): KnowledgeAnswer[] => [
  answerOf('cast', { asks: 'Is everybody in the scene in the bible?', right: 'Everybody in the scene is in the bible.' }, strangers(held)),
  answerOf('place', placeClaim(held.scene.location), noPlace(held)),
  answerOf('dead', { asks: 'Is everybody who is seen still alive by then?', right: 'Nobody is seen who is dead by then.' }, theDead(held)),
  answerOf('props', { asks: 'Has the story brought every thing by then?', right: 'No thing is there before the story has it.' }, thingsTooEarly(held)),
  answerOf('time', { asks: `May it be ${held.scene.timeOfDay}?`, right: `It may be ${held.scene.timeOfDay}.` }, brokenTime(held)),
  answerOf('costume', { asks: 'Do all keep their clothes inside the scene?', right: 'Nobody changes clothes inside the scene unsaid.' }, changedCostume(held)),
  answerOf('presence', { asks: 'Do its words bring everybody into the scene?', right: 'Everybody in the scene is brought there by its words.' }, outOfPlace(held)),
] // prettier-ignore

/** What is asked, and what is said of it where nothing is wrong. */
type Claim = { asks: string; right: string }

const placeClaim = (location: string): Claim =>
  location === ''
    ? { asks: 'Is the place in the bible?', right: 'The scene names no place.' }
    : { asks: `Is ${location} a place of the bible?`, right: `${location} is a place of the bible.` }

const answerOf = (claim: string, { asks, right }: Claim, found: readonly Contradiction[]): KnowledgeAnswer => ({
  id: `knowledge:${claim}`,
  question: asks,
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
