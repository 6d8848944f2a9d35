import { textOf } from '@/domain/words'
import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { StagedPerson, Staging } from '@/domain/scene/staging'
import {
  cameraMoveWords, cameraWords, compositionWords, framingWords, lensWords, positionWords, roomWords,
} from './cameraWords' // prettier-ignore
import { inWords, joined, listed, withArticle } from './inWords'
import { atmosphereWords, lightWords } from './lightWords'
import { placeWords } from './placeWords'
import type { SceneBrief } from './sceneBrief'

/** A look in one phrase, "an elder of slim build, short grey hair, …". */
export const describeLook = (look: CharacterLook): string => {
  const parts = [
    `${look.age === 'adult' ? 'an adult' : look.age === 'elder' ? 'an elder' : 'a child'} of ${look.build} build`,
    look.hair === 'bald' ? 'bald' : `${look.hair} hair (${look.hairColor})`,
    look.beard ? 'a beard' : '',
    look.glasses ? 'glasses' : '',
    look.hat === 'none' ? '' : `wearing a ${look.hat}`,
    `in ${withArticle(look.costume)} (${look.costumeColor})`,
  ]
  return joined(parts)
}

const viewWords: Record<TurnaroundView, string> = {
  front: 'the front', back: 'behind', left_side: 'the left side', right_side: 'the right side',
  three_quarter_left: 'three quarters, facing screen left', three_quarter_right: 'three quarters, facing screen right',
} // prettier-ignore
export const describeView = (view: TurnaroundView): string => viewWords[view]

const poses: Record<StagedPerson['pose'], string> = {
  stand: 'standing', sit: 'sitting', walk: 'walking', point: 'standing, pointing', hold: 'standing', gesture: 'standing, speaking with the hands',
  run: 'running', kneel: 'on one knee', sit_ground: 'sitting on the ground', lie: 'lying on the back', reach: 'standing, one hand reaching out',
  wave: 'standing, one arm raised and waving', call: 'standing, a telephone at the ear', embrace: 'standing, both arms around the other',
} // prettier-ignore

/** `people`: names that must not stand in the words about the empty place. */
export type FilmWords = { style: string; people: readonly string[] }

/** Every variable a prompt about a scene may use; each says something or is ''. */
export const sceneVariables = (
  staging: Staging,
  brief: SceneBrief,
  { style, people }: FilmWords,
): Record<string, string> => ({
  place: staging.place.name || 'a place without a name',
  place_description: placeWords(staging.place.description, people),
  interior: staging.place.interior ? 'interior' : 'exterior',
  time_of_day: staging.timeOfDay,
  weather: staging.weather,
  shot_size: inWords(staging.shotSize),
  angle: inWords(staging.angle),
  movement: inWords(staging.movement),
  framing: textOf(brief.framing) || framingWords(staging.shotSize),
  camera: cameraWords(staging, brief),
  camera_move: cameraMoveWords(staging.movement, brief),
  composition: compositionWords(staging, brief),
  room: roomWords(staging),
  lens: lensWords(brief),
  light: lightWords(brief),
  palette: listed([...(brief.palette ?? [])]),
  dressing: joined([brief.setDressing, listed([...(brief.setDressingItems ?? [])])]),
  atmosphere: atmosphereWords(staging, brief),
  mood: brief.dramaticEffect ?? '',
  eyeline: brief.eyeline ?? '',
  action: brief.action ?? '',
  doing: brief.action ?? '',
  pace: paceWords(brief),
  people: peopleWords(staging, brief),
  dialogue: dialogueWords(brief),
  references: '',
  style,
})

const eyesOf: Record<TurnaroundView, string> = {
  front: 'into the lens', back: 'away from us', left_side: 'screen left', right_side: 'screen right', three_quarter_left: 'screen left',
  three_quarter_right: 'screen right',
} // prettier-ignore

/** Variables of the person a layer puts into the picture. */
export const personVariables = (person: StagedPerson, brief: SceneBrief): Record<string, string> => ({
  name: person.name,
  look: describeLook(person.look),
  view: `seen from ${viewWords[person.view]}`,
  position: positionWords(person.x),
  pose: poses[person.pose],
  emotion: person.emotion,
  holds: person.holds === '' ? '' : `Holding ${withArticle(joinedState(person.holds, brief))}.`,
  // the scene's eyeline is that of whom the frame is about; everybody else looks where the body turns
  eyeline: (person.name === brief.focusOn && textOf(brief.eyeline)) || eyesOf[person.view],
  wears: wearsWords(person.name, brief),
  doing: brief.blocking?.find(({ character }) => character === person.name)?.action ?? '',
})

/** Variables of the thing a layer puts into the picture. */
export const propVariables = (noun: string, { x }: { x: number }, brief: SceneBrief): Record<string, string> => ({
  prop: withArticle(noun),
  prop_state: stateOf(noun, brief),
  prop_place: { left: 'on the left', right: 'on the right', middle: 'in the middle' }[positionWords(x)] ?? '',
})

const stateOf = (noun: string, { props }: SceneBrief): string => props?.find(({ prop }) => prop === noun)?.state ?? ''
const joinedState = (noun: string, brief: SceneBrief): string => `${stateOf(noun, brief)} ${noun}`.trim()

const wearsWords = (name: string, { costumes }: SceneBrief): string => {
  const row = costumes?.find(({ character }) => character === name)
  if (!row) return ''
  return joined([textOf(row.costume) || 'as in the reference', ...(row.condition ?? [])])
}

const rhythms = { held: 'held a little longer than is comfortable', even: '', clipped: 'cut off early' } as const
const paceWords = ({ pacing, rhythm }: SceneBrief): string => joined([pacing, rhythm ? rhythms[rhythm] : ''])

const peopleWords = ({ people }: Staging, brief: SceneBrief): string =>
  people
    .map((one) => {
      const inside = joined([positionWords(one.x), describeLook(one.look), wearsWords(one.name, brief), one.near ? 'near, from behind' : one.emotion]) // prettier-ignore
      return `${one.name} (${inside})`
    })
    .join('; ')

const dialogueWords = ({ dialogue, voices }: SceneBrief): string =>
  (dialogue ?? [])
    .map(({ character, line, parenthetical }) => {
      const unseen = voices?.includes(character) ? ', heard and not seen, nobody’s mouth moves' : ', the mouth moves'
      return `${character}${parenthetical ? ` (${parenthetical})` : ''}${unseen}: “${line}”`
    })
    .join(' ')
