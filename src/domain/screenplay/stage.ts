import { actionWords } from '@/domain/grammar/actionWords'
import { bodyWords, crossingIn } from '@/domain/grammar/bodyWords'
import { screenSides } from '@/domain/grammar/screenSides'
import type { Sides } from '@/domain/grammar/moment'
import { isNameHere } from '@/domain/art/nameWords'
import { propIn } from '@/domain/prop/propNouns'
import type { SceneProp } from '@/domain/scene/sceneDraft'
import type { NameFinder } from './namesIn'
import type { Beat } from './beat'
import { bodiesAfter, hangUp, moveBodies, type Bodies } from './bodies'
import { isDisembodied } from './castNames'
import { isDetail } from './isDetail'
import { peopleMeant, rememberMeant, type Meaning } from './meaning'
import type { PieceFacts } from './pieceFacts'

/** What is known of a place's people and things while a heading lasts. */
export type Stage = Bodies & {
  sides: Sides
  here: Set<string>
  /** Whom "she" means; kept from place to place. */
  meaning: Meaning
  named: NameFinder
}

/** One sentence of action: whom it names (or means by a pronoun) and which things. */
export type Deed = { text: string; people: string[]; named: boolean; props: { noun: string; word: string }[] }

/**
 * Sets the stage of a heading. There from its beginning: who speaks before any action brings them in. Sides go to
 * speakers in the order of their first words, then to whom the action names or means. `before`: the stage of the place
 * before, whose people a "she" may still mean.
 */
export const setStage = (pieces: readonly PieceFacts[], named: NameFinder, before: Stage | null): Stage => {
  const speakers = [...new Set(pieces.flatMap((piece) => piece.speakers))]
  const meaning = before?.meaning ?? { recent: [], called: new Map() }
  const mentioned = new Set<string>()
  const fromStart = new Set<string>()
  for (const piece of pieces) {
    const people = named(piece.action)
    const known = mentioned.size > 0 || fromStart.size > 0
    for (const name of known ? people : peopleMeant(piece.action, { named: people, meaning })) mentioned.add(name)
    for (const name of piece.speakers) if (!mentioned.has(name)) fromStart.add(name)
  }
  const order = [...new Set([...speakers, ...mentioned])]
  rememberMeant(meaning, [...fromStart].slice(0, 1))
  return { ...bodiesAfter(before), sides: screenSides(order), here: fromStart, meaning, named }
}

/** The deeds of a piece, in order. "She" is who spoke or acted last and may be called so. */
export const deedsOf = (beats: readonly Beat[], { meaning, sides, named: namedIn }: Stage): Deed[] => {
  const deeds: Deed[] = []
  for (const { kind, text, said } of beats) {
    if (kind === 'speech') {
      const speaker = said.map(({ character }) => character).findLast((name) => sides.has(name))
      if (speaker !== undefined) rememberMeant(meaning, [speaker])
      continue
    }
    const named = namedIn(text)
    const people = peopleMeant(text, { named, meaning })
    rememberMeant(meaning, people, text)
    deeds.push({ text, people, named: named.length > 0, props: thingsIn(text, namedIn) })
  }
  return deeds
}

/** Rain beats on a window, not on a drinking glass; Rose who smiles is no flower. */
const thingsIn = (text: string, named: NameFinder): Deed['props'] => {
  const things = propIn(text).filter(({ word }) => !isNameHere(text, word, named(word)))
  return windowPane.test(text) ? things.filter(({ noun }) => noun !== 'glass') : things
}

const windowPane = /\b(on|against|at|down|through|behind) the glass\b/i

/** What the deeds do to the stage before the picture is taken: who comes, sits, takes something up. */
export const playDeeds = (stage: Stage, deeds: readonly Deed[]): void => {
  for (const { text, people, props } of deeds) {
    for (const name of people) stage.here.add(name)
    const [doer] = people
    if (doer === undefined) continue
    moveBodies(stage, { text, people })
    const [prop] = props
    if (prop && actionWords.holds.test(text)) stage.held.set(doer, prop.noun)
  }
}

/** What is over when the piece is: who has left, what was put down. */
export const clearDeeds = (stage: Stage, deeds: readonly Deed[]): void => {
  for (const { text, people, props } of deeds) {
    const [doer] = people
    if (doer === undefined) continue
    if (bodyWords.hangsUp.test(text)) hangUp(stage, doer)
    if (props.length > 0 && actionWords.drops.test(text)) stage.held.delete(doer)
    if (people.length === 1 && isGone(text)) stage.here.delete(doer)
  }
}

const isGone = (text: string): boolean =>
  crossingIn(text) === 'leaves' || (actionWords.leaves.test(text) && !/\bleav(?:es|ing)\b/i.test(text))

/** A thing the piece is about: a sentence whose subject it is, or one that one person does nothing in but handle it. */
export const thingOf = (deeds: readonly Deed[], facts: PieceFacts): string => {
  if (facts.words !== '') return facts.speakers.length === 0 ? voiceThing(facts) : ''
  const last = deeds.at(-1)
  const noun = last?.props[0]?.noun ?? ''
  if (!last || actionWords.runs.test(last.text)) return ''
  return (!last.named && isDetail(last.text)) || (deeds.length === 1 && isHandled(last)) ? noun : ''
}

const isHandled = ({ text, people }: Deed): boolean => people.length < 2 && handles.test(text)

const handles =
  /\b(holds up|reads|opens|turns over|unfolds|winds|looks at|studies|picks up|finds|slides|touches|strikes|lights|turns the|insert|close on)\b/i

/** The radio or the letter that speaks; a person who is called like a thing (ROSE, PENNY) is none. */
const voiceThing = ({ voices: [voice = ''] }: PieceFacts): string => {
  const noun = propIn(`the ${voice.toLowerCase()}`)[0]?.noun ?? ''
  return isDisembodied(voice) || voice.toLowerCase().split(' ').includes(noun) ? noun : ''
}

const states =
  /\b(broken|cracked|empty|full|burning|lit|unlit|dead|open|closed|torn|folded|wet|sealed|rusty|bloody|ringing|old|new)\b/i

/** The things of a piece: what it is about, what its action names, what people in the picture still hold. At most four. */
export const propsOf = (
  deeds: readonly Deed[],
  stage: Stage,
  { about, people }: { about: string; people: readonly string[] },
): SceneProp[] => {
  const props = new Map<string, SceneProp>()
  const holder = (noun: string) =>
    [...stage.held].find(([name, held]) => held === noun && stage.here.has(name))?.[0] ?? ''
  const add = (prop: string, state: string) => {
    if (prop !== '' && !props.has(prop)) props.set(prop, { prop, heldBy: holder(prop), state })
  }
  add(about, '')
  for (const deed of deeds) for (const { noun, word } of deed.props) add(noun, stateOf(deed.text, word))
  for (const name of people) add(stage.held.get(name) ?? '', '')
  return [...props.values()].slice(0, 4)
}

const stateOf = (text: string, word: string): string => {
  const at = text.indexOf(word)
  return states.exec(text.slice(Math.max(0, at - 14), at))?.[0].toLowerCase() ?? ''
}
