import { restsAs } from '@/domain/scene/posture'
import type { Pose } from '@/domain/scene/vocabulary'
import type { Light } from '../light'
import { holdOf, type Held } from '../props/holdOf'
import { point, type Point } from './geometry'
import { ears } from './headShapes'
import { busyHands, type Arm, type Carry, type Skeleton } from './joints'

export type Carrier = 'far' | 'near'
type Holding = { hold: Held | undefined; carry: Carry | undefined; carrier: Carrier }

/** What somebody holds, how, and in which hand: the near arm carries, unless it is busy itself. Who calls has a telephone
 *  at the ear whatever else is theirs, and so has who sits with one; who embraces has empty hands. */
export function heldBy({ pose, holds = '', light }: { pose: Pose; holds?: string; light: Light }): Holding {
  const telephone = holds === 'mobile' || holds === 'phone'
  if (pose === 'call' || (telephone && restsAs(pose) !== null))
    return { hold: holdOf(telephone ? holds : 'phone', light), carry: 'ear', carrier: 'near' }
  if (pose === 'embrace' || holds === '') return { hold: undefined, carry: undefined, carrier: 'near' }
  const hold = holdOf(holds, light)
  return { hold, carry: hold.carry, carrier: busyHands.has(pose) && hold.carry !== 'both' ? 'far' : 'near' }
}

/** Where on the body a thing belongs. */
export function placeOf(skeleton: Skeleton, carrier: Carrier, carry: Carry | undefined) {
  return {
    at: gripOf(skeleton, carrier, carry === 'both'),
    roof: roofOf(skeleton),
    ear: carry === 'ear' ? earOf(skeleton) : null,
  }
}

/** Where an umbrella's canopy belongs: over the head, a little to the front. */
function roofOf({ head, headScale, sin }: Skeleton): Point {
  return point(head.x + 14 + 16 * sin, head.y - 92 * headScale - 95)
}

/** Where the receiver lies: the ear of the near side, and how far its lower end turns to the mouth. */
function earOf({ head, headScale, form, kind }: Skeleton): Point & { turn: number } {
  const { x, y } = ears[kind][0] ?? { x: 0, y: 0 }
  const side = kind === 'back' ? -1 : 1
  const turn = { front: -10, threeQuarter: -30, side: -42, back: 10 }[kind]
  return { x: head.x + x * headScale * form.x * side, y: head.y + y * headScale, turn }
}

/** The middle of the fist, a little beyond the wrist; of what both arms hold, between the fists. */
function gripOf({ arms }: Skeleton, carrier: Carrier, both: boolean): Point {
  const fist = ({ wrist, degrees }: Arm) => {
    const angle = (degrees * Math.PI) / 180
    return point(wrist.x + Math.sin(angle) * 20, wrist.y + Math.cos(angle) * 20)
  }
  const [far, near] = [fist(arms[0]), fist(arms[1])]
  if (both) return point((far.x + near.x) / 2, (far.y + near.y) / 2)
  return carrier === 'far' ? far : near
}
