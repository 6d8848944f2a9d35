import type { StagedPerson } from '@/domain/scene/staging'
import type { FramedPerson, Framing } from './framed'
import type { Take } from './take'

/** Heights a second that walkers and runners cross the frame's edge with. */
const paces = { walk: 0.8, run: 1.5 }
/** Seconds a crossing takes at least, and the share of the scene it takes at most. */
const least = 0.8
const most = 0.45

/** A person on the way: px beside their place, and heights of themselves a second. */
export type OnTheWay = { x: number; pace: number }

type Asked = { framed: FramedPerson; framing: Framing; take: Take; s: number }

/** Where somebody is who comes in during the first seconds of a scene or goes out during the last; null at their place. */
export const onTheWay = (person: StagedPerson, { framed, framing, take, s }: Asked): OnTheWay | null => {
  const { crossing } = person
  if (!crossing || framed.near || take.frames < 2) return null
  const { way, to } = crossing
  const length = take.frames / take.fps
  const from = way === 'enters' ? -to : to
  const edge = from < 0 ? framed.x : framing.width - framed.x
  const distance = edge + Math.max(framed.half, framed.head.half) + (framing.margin.x + 12 * framing.unit) * 1.1
  const tall = framed.scale * 1000
  const seconds = Math.min(most * length, Math.max(least, distance / (paces[gaitOf(person)] * tall)))
  const left = way === 'enters' ? 1 - s / seconds : 1 - (length - s) / seconds
  return left <= 0 ? null : { x: from * distance * Math.min(1, left), pace: distance / tall / seconds }
}

export const gaitOf = ({ pose }: StagedPerson): 'walk' | 'run' => (pose === 'run' ? 'run' : 'walk')

/** The same person at their place: whoever came walking stands. */
export const atRest = (person: StagedPerson): StagedPerson => {
  const { crossing, pose } = person
  if (!crossing || (pose !== 'walk' && pose !== 'run')) return person
  const view = crossing.to > 0 ? 'three_quarter_right' : 'three_quarter_left'
  return { ...person, view, pose: person.holds === '' ? 'stand' : 'hold' }
}

/** The same person on the way. */
export const going = (person: StagedPerson): StagedPerson => ({
  ...person,
  view: (person.crossing?.to ?? 1) > 0 ? 'right_side' : 'left_side',
  pose: gaitOf(person),
})
