import type { Blocking } from '@/domain/scene/sceneDraft'
import { goes } from '@/domain/scene/posture'
import type { Facing, Pose } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import { bodyWords } from './bodyWords'
import type { Framing, Moment } from './moment'
import { faceTo, inward, outOf } from './screenSides'

/** What a person does in a scene: the action's own words, how they rest, whether they hold or telephone, and whether they
 *  come in or go out. */
export type Doing = {
  text: string
  resting: Pose | null
  holding: boolean
  calling: boolean
  crossing: Blocking['crossing'] | null
}

/** What the body does: the verb decides; who sat down sits until they rise; hands that speak loudly gesture. */
export const poseOf = ({ text, resting, holding, calling, crossing }: Doing, speaksLoudly: boolean): Pose => {
  if (actionWords.runs.test(text)) return 'run'
  if (actionWords.walks.test(text) || crossing) return 'walk'
  if (resting) return resting
  const told = armsIn(text)
  if (told) return told
  if (calling) return 'call'
  if (holding) return 'hold'
  return speaksLoudly ? 'gesture' : 'stand'
}

const armsIn = (text: string): Pose | null => {
  if (actionWords.points.test(text)) return 'point'
  if (bodyWords.embraces.test(text)) return 'embrace'
  if (bodyWords.waves.test(text)) return 'wave'
  return bodyWords.reaches.test(text) ? 'reach' : null
}

/** Where the eyes go: to the other, into the lens for a confrontation, out of the picture when leaving. */
export const facingOf = (m: Moment, framing: Framing, { name, does }: { name: string; does: Doing }): Facing => {
  const going = goingTo(m, name, does)
  if (going !== null) return going
  const feeling = m.emotions.find(({ character }) => character === name)?.emotion
  const closest = framing.shotSize === 'close_up' || framing.shotSize === 'extreme_close_up'
  if (closest && feeling === 'angry' && m.tension >= 0.8) return 'camera'
  return faceTo(m.sides, name, otherOf(m, framing, name))
}

/** The way of who comes in or goes out; null for everybody else. */
const goingTo = (m: Moment, name: string, { crossing, text }: Doing): Facing | null => {
  if (crossing === 'enters') return m.ways?.get(name) ?? inward(m.sides, name)
  if (m.words !== '') return null
  if (crossing === 'leaves') return outOf(m.sides, name)
  return actionWords.leaves.test(text) ? 'away' : null
}

/** Whom somebody looks at: the speaker looks at the partner, everybody else at the speaker. */
export const otherOf = (m: Moment, framing: Framing, name: string): string => {
  const [speaker] = m.speakers
  if (speaker === undefined) return framing.people.find((one) => one !== name) ?? ''
  if (name !== speaker) return speaker
  return m.partner !== '' ? m.partner : (framing.people.find((one) => one !== name) ?? '')
}

/** Blocks everybody in the picture on the side that is theirs in this heading. */
export const blockingOf = (m: Moment, framing: Framing, doing: (name: string) => Doing): Blocking[] =>
  behindEachOther(
    framing.people.map((name) => blocked(m, framing, { name, does: doing(name) })),
    m.words !== '',
  )

const blocked = (m: Moment, framing: Framing, { name, does }: { name: string; does: Doing }): Blocking => {
  const loud = m.speakers.includes(name) && m.words.includes('!')
  return {
    character: name,
    position: m.sides.get(name) ?? 'center',
    facing: facingOf(m, framing, { name, does }),
    pose: poseOf(does, loud),
    action: does.text,
    ...(does.crossing ? { crossing: does.crossing } : {}),
  }
}

const pursuit =
  /\b(?:follow(?:s|ing)?|chas(?:es|ing)|pursu(?:es|ing)|shadows|(?:runs?|climbs?|hurries|races|rushes|comes|goes|sprints?) after (?:her|him|them|\p{Lu}))\b/u

/** Who follows comes from screen left and is behind whom they follow; both go the same way. */
const behindEachOther = (people: Blocking[], speaks: boolean): Blocking[] => {
  const follows = ({ pose, action }: Blocking) => goes(pose) && pursuit.test(action)
  if (speaks || !people.some(follows)) return people
  return people.map((one) => {
    if (follows(one)) return { ...one, position: 'center_left', facing: 'screen_right' }
    return goes(one.pose) ? { ...one, position: 'center_right', facing: 'screen_right' } : one
  })
}

/** The way a mover crosses the screen; '' when nobody moves. It follows the side they came from for a whole heading. */
export const screenDirectionOf = (blocking: readonly Blocking[]): '' | 'left_to_right' | 'right_to_left' => {
  const mover = blocking.find(({ pose }) => goes(pose))
  if (!mover || mover.facing === 'camera' || mover.facing === 'away') return ''
  return mover.facing === 'screen_right' ? 'left_to_right' : 'right_to_left'
}
