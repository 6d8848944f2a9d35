import type { ViewKind } from './viewKind'
import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { Emotion, Pose } from '@/domain/scene/vocabulary'
import type { Point } from './geometry'
import type { HeadForm } from './headForm'

export type HandKind = 'relaxed' | 'grip' | 'point' | 'open'
/** How a thing is carried: lifted in front, hanging from a straight arm, standing upright in the fist, overhead, held
 *  before the body with both arms, or at the ear. */
export type Carry = 'lift' | 'hang' | 'upright' | 'over' | 'both' | 'ear'

export type Arm = {
  shoulder: Point
  elbow: Point
  wrist: Point
  degrees: number
  hand: HandKind
  behind: boolean
  flip: boolean
}
export type Leg = { hip: Point; knee: Point; ankle: Point; pitch: number }
/** On the feet, on a chair, on the ground, or on a knee. */
export type Rest = 'feet' | 'chair' | 'ground' | 'knee'

export type Skeleton = {
  kind: ViewKind
  /** Sine and cosine of the turn of a figure that faces screen right (or the lens, or away). */
  sin: number
  cos: number
  /** Half-widths of the body seen from the front. */
  wide: { shoulder: number; waist: number; hip: number; neck: number; limb: number }
  headScale: number
  form: HeadForm
  head: Point
  /** The trunk at its height y (standing measure): where its middle is on the picture now. */
  spine: (y: number) => Point
  /** What the body rests on, and so where its weight is. */
  rest: Rest
  seated: boolean
  /** Far one first, as they are to be drawn. */
  legs: [far: Leg, near: Leg]
  arms: [far: Arm, near: Arm]
}

/** Pictures of one double step. */
export const walkPhases = 8

/** Poses in which the near hand cannot carry anything. */
export const busyHands: ReadonlySet<Pose> = new Set(['point', 'wave', 'reach'])

export type Posture = {
  look: Pick<CharacterLook, 'age' | 'build' | 'skinColor' | 'hairColor'>
  view: TurnaroundView
  pose: Pose
  emotion: Emotion
  walkPhase: number
  carry: Carry | undefined
}

/** A body before it has limbs. */
export type Stand = Pick<Skeleton, 'kind' | 'sin' | 'cos' | 'wide'>
