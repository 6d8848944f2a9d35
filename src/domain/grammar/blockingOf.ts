import type { Blocking } from '@/domain/scene/sceneDraft'
import type { Facing, Pose } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import type { Framing, Moment } from './moment'
import { faceTo } from './screenSides'

/** What a person does in a scene: the action's own words, whether they sit, whether they hold something. */
export type Doing = { text: string; sitting: boolean; holding: boolean }

/** What the body does: the verb decides; hands that speak loudly gesture; who sat down sits until they rise. */
export const poseOf = ({ text, sitting, holding }: Doing, speaksLoudly: boolean): Pose => {
  if (actionWords.walks.test(text) || actionWords.runs.test(text)) return 'walk'
  if (actionWords.points.test(text)) return 'point'
  if (sitting) return 'sit'
  if (holding) return 'hold'
  return speaksLoudly ? 'gesture' : 'stand'
}

/** Where the eyes go: to the other, into the lens for a confrontation, away when leaving. */
export const facingOf = (m: Moment, framing: Framing, { name, text }: { name: string; text: string }): Facing => {
  if (actionWords.leaves.test(text) && m.words === '') return 'away'
  const feeling = m.emotions.find(({ character }) => character === name)?.emotion
  const closest = framing.shotSize === 'close_up' || framing.shotSize === 'extreme_close_up'
  if (closest && feeling === 'angry' && m.tension >= 0.8) return 'camera'
  return faceTo(m.sides, name, otherOf(m, framing, name))
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
  framing.people.map((name) => {
    const does = doing(name)
    const loud = m.speakers.includes(name) && m.words.includes('!')
    return {
      character: name,
      position: m.sides.get(name) ?? 'center',
      facing: facingOf(m, framing, { name, text: does.text }),
      pose: poseOf(does, loud),
      action: does.text,
    }
  })

/** The way a mover crosses the screen; '' when nobody moves. It follows the side they came from for a whole heading. */
export const screenDirectionOf = (blocking: readonly Blocking[]): '' | 'left_to_right' | 'right_to_left' => {
  const mover = blocking.find(({ pose }) => pose === 'walk')
  if (!mover || mover.facing === 'camera' || mover.facing === 'away') return ''
  return mover.facing === 'screen_right' ? 'left_to_right' : 'right_to_left'
}
