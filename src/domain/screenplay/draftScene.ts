import { blockingOf, otherOf, screenDirectionOf, type Doing } from '@/domain/grammar/blockingOf'
import { angleOf } from '@/domain/grammar/cameraAngle'
import { movementOf } from '@/domain/grammar/cameraMovement'
import { dramaOf } from '@/domain/grammar/dramaOf'
import { shownEmotion, spokenEmotion } from '@/domain/grammar/emotionOf'
import { frameScene } from '@/domain/grammar/frameScene'
import { lightOf } from '@/domain/grammar/lightOf'
import type { Framing, FramingBefore, Moment } from '@/domain/grammar/moment'
import { eyelineOf } from '@/domain/grammar/screenSides'
import { pacingOf, pressureOf, tensionOf } from '@/domain/grammar/tensionOf'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Beat } from './beat'
import { crossingOf, hearCalls, lift, rememberWays } from './bodies'
import { withoutEmphasis } from './emphasis'
import type { PlaceState } from './headingState'
import type { PieceFacts } from './pieceFacts'
import { clearDeeds, deedsOf, playDeeds, propsOf, thingOf, type Deed, type Stage } from './stage'

/** Where a piece stands in its heading and in the film. */
export type PiecePlace = { index: number; of: number; exchanges: number; opensFilm: boolean; partner: string }
export type Piece = { beats: Beat[]; facts: PieceFacts }

/** Everything of a scene document that its piece and its stage decide: story, people, things and camera. */
export type Shown = Pick<
  SceneDraft,
  | 'title' | 'intExt' | 'location' | 'timeOfDay' | 'weather' | 'aside' | 'action' | 'screenplayText' | 'fromLine' | 'toLine'
  | 'charactersPresent' | 'voices' | 'blocking' | 'emotions' | 'props' | 'shotSize' | 'angle' | 'movement' | 'focusOn'
  | 'eyeline' | 'screenDirection' | 'lightType' | 'pacing' | 'beat' | 'dramaticEffect' | 'tension' | 'reasons'
> // prettier-ignore

/** Shows one piece: plays its action on the stage, then lets the grammar choose the camera. */
export const showPiece = (
  { facts, beats }: Piece,
  { place, stage, at, before }: { place: PlaceState; stage: Stage; at: PiecePlace; before: FramingBefore },
): Shown => {
  const deeds = deedsOf(beats, stage)
  playDeeds(stage, deeds)
  hearCalls(stage, beats.flatMap(({ said }) => said), { doers: deeds.flatMap(({ people }) => people), here: stage.here }) // prettier-ignore
  if (facts.speakers[0] !== undefined) lift(stage, facts.manner, facts.speakers[0])
  for (const name of facts.speakers) stage.here.add(name)
  const thing = thingOf(deeds, facts)
  const about = before?.shotSize === 'insert' && before.focusOn === thing ? '' : thing
  const moment = momentOf({ facts, beats }, { place, stage, at, deeds, about })
  const framing = frameScene(moment, before)
  const angle = angleOf(moment, framing)
  const movement = movementOf(moment, framing)
  const blocking = blockingOf(moment, framing, (name) => doingOf(name, deeds, stage))
  const props = propsOf(deeds, stage, { about: framing.shotSize === 'insert' ? about : '', people: framing.people })
  clearDeeds(stage, deeds)
  rememberWays(stage, blocking)
  const focus = blocking.find(({ character }) => character === framing.focusOn)
  return {
    title: titleOf(facts, place),
    intExt: place.intExt, location: place.location, timeOfDay: place.timeOfDay, weather: place.weather,
    aside: place.aside ?? '',
    action: facts.action, screenplayText: facts.screenplayText, fromLine: facts.fromLine, toLine: facts.toLine,
    charactersPresent: presentIn(framing, facts), voices: facts.voices, blocking,
    emotions: moment.emotions.filter(({ character }) => framing.people.includes(character)),
    props, shotSize: framing.shotSize, angle: angle.angle, movement: movement.movement, focusOn: framing.focusOn,
    eyeline: focus ? eyelineOf(focus.facing, otherOf(moment, framing, focus.character)) : '',
    screenDirection: screenDirectionOf(blocking), lightType: lightOf(moment), pacing: moment.pacing,
    ...dramaOf(moment, framing), tension: moment.tension,
    reasons: [...framing.why, angle.why, movement.why].filter((why) => why !== ''),
  } // prettier-ignore
}

type Told = { place: PlaceState; stage: Stage; at: PiecePlace; deeds: Deed[]; about: string }

const momentOf = ({ facts, beats }: Piece, { place, stage, at, deeds, about }: Told): Moment => {
  const progress = at.of > 1 ? at.index / (at.of - 1) : 0.5
  const doing = deeds.map(({ text, people }) => (people.length > 0 ? text : '')).join(' ')
  const told = { action: facts.action, doing, words: facts.words, manner: facts.manner, progress }
  const partner =
    at.partner !== '' && (stage.here.has(at.partner) || facts.speakers.includes(at.partner)) ? at.partner : ''
  return {
    place, opensFilm: at.opensFilm, opensHeading: at.index === 0, newPlace: place.newPlace, progress,
    action: facts.action, words: facts.words, manner: facts.manner, speakers: facts.speakers, voices: facts.voices,
    named: [...new Set(deeds.flatMap((deed) => (deed.named ? deed.people : [])))],
    deeds: doings(deeds), here: [...stage.here], partner, sides: stage.sides, ways: stage.ways, about, exchanges: at.exchanges,
    pressure: pressureOf(told), tension: tensionOf(told), pacing: pacingOf(told),
    emotions: feelings(beats, deeds),
  } // prettier-ignore
}

const feelings = (beats: readonly Beat[], deeds: readonly Deed[]): Moment['emotions'] => {
  const felt = new Map<string, Moment['emotions'][number]>()
  const speech = new Map<string, { words: string; manner: string }>()
  for (const { character, words, manner } of beats.flatMap((beat) => beat.said)) {
    const before = speech.get(character)
    speech.set(
      character,
      before ? { words: `${before.words} ${words}`, manner: `${before.manner} ${manner}` } : { words, manner },
    )
  }
  for (const { text, people } of deeds) {
    const feeling = shownEmotion(text)
    for (const character of people)
      if (feeling.emotion !== 'neutral' || !felt.has(character)) felt.set(character, { character, ...feeling })
  }
  for (const [character, { words, manner }] of speech) {
    const feeling = spokenEmotion(words, manner)
    if (feeling.emotion !== 'neutral' || !felt.has(character)) felt.set(character, { character, ...feeling })
  }
  return [...felt.values()]
}

const doings = (deeds: readonly Deed[]): Map<string, string> => {
  const all = new Map<string, string>()
  for (const { text, people } of deeds)
    for (const name of people) all.set(name, all.has(name) ? `${all.get(name) ?? ''} ${text}` : text)
  return all
}

const doingOf = (name: string, deeds: readonly Deed[], stage: Stage): Doing => ({
  text: deeds.filter(({ people }) => people.includes(name)).map(({ text }) => text).join(' '),
  resting: stage.resting.get(name) ?? null,
  holding: stage.held.has(name),
  calling: stage.calling.has(name),
  crossing: crossingOf(name, deeds),
}) // prettier-ignore

/** In the picture or speaking in it; voices are told apart. */
const presentIn = (framing: Framing, { speakers }: PieceFacts): string[] => [
  ...new Set([...framing.people, ...speakers]),
]

const titleOf = ({ action, words, speakers, voices }: PieceFacts, { location }: PlaceState): string => {
  const name = speakers[0] ?? voices[0]
  const text =
    name === undefined ? firstWords(withoutEmphasis(action)) : `${name}: “${firstWords(withoutEmphasis(words))}”`
  return text === '' ? location : text
}

const firstWords = (text: string): string => {
  const words = text.split(/\s+/)
  const short = words.slice(0, 7).join(' ')
  const cut = short.length > 60 ? short.slice(0, 59) : short
  return words.length > 7 || cut !== short ? `${cut.replace(/[,;:.–—-]+$/, '')}…` : cut
}
