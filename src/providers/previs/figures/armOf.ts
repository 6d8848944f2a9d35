import { carryArms, idleArms, poseArms, type ArmShape } from './armTables'
import { point, reach, type Point } from './geometry'
import { busyHands, walkPhases, type Arm, type Posture, type Skeleton, type Stand } from './joints'
import type { ViewKind } from './viewKind'

type ArmQuestion = Stand & { spine: Skeleton['spine']; ear: Point; posture: Posture; near: boolean }

const upperArm = 130
const forearm = 112

/** An arm bent for the pose, or for what it carries. */
export function armOf(question: ArmQuestion): Arm {
  const { kind, spine, posture, near } = question
  const facing = kind === 'front' || kind === 'back'
  const shoulder = shoulderOf(question)
  if (near && posture.carry === 'ear') return atTheEar(shoulder, question)
  const shape = armShape(posture, kind, near)
  // On front and back views "away from the body" is to the side the shoulder lies on.
  const away = facing ? Math.sign(shoulder.x - spine(252).x) : 1
  const elbow = reach(shoulder, shape.upper * away, upperArm)
  const wrist = reach(elbow, shape.fore * away, forearm * (shape.short ?? 1))
  const crosses = shape.behind ?? Math.abs(shape.fore) > 90
  const behind = kind === 'back' ? crosses : kind !== 'front' && !near
  return { shoulder, elbow, wrist, degrees: shape.fore * away, hand: shape.hand, behind, flip: facing && away > 0 }
}

function shoulderOf({ kind, cos, sin, wide, spine, near }: ArmQuestion): Point {
  const lateral = (near ? -1 : 1) * (wide.shoulder - 18)
  const middle = spine(252)
  const aside = kind === 'side' ? (near ? -6 : 10) : 0
  return point(middle.x + lateral * cos + aside, middle.y - 2 - (near ? 0 : 2 * sin))
}

/** The hand at the ear, the elbow out to the side or, seen from the side, low and to the front. */
function atTheEar(shoulder: Point, { kind, ear }: ArmQuestion): Arm {
  const out = { front: -1, back: 1, threeQuarter: 1, side: 1 }[kind]
  const facing = kind === 'front' || kind === 'back'
  const wrist = facing ? point(ear.x + out * 16, ear.y + 58) : point(ear.x + 26, ear.y + 64)
  const elbow = facing ? point(shoulder.x + out * 72, shoulder.y + 38) : point(shoulder.x + 62, shoulder.y + 84)
  const degrees = (Math.atan2(wrist.x - elbow.x, wrist.y - elbow.y) * 180) / Math.PI
  return { shoulder, elbow, wrist, degrees, hand: 'grip', behind: kind === 'back', flip: false }
}

function armShape(posture: Posture, kind: ViewKind, near: boolean): ArmShape {
  const { pose, walkPhase, carry, emotion } = posture
  const column = kind === 'back' ? 'front' : kind
  if (carry !== undefined && carry !== 'ear' && carriesWith(near, { pose, carry })) return carryArms[carry][column]
  if (pose === 'walk' || pose === 'run') return swung(pose, walkPhase, { column, near })
  const told = pose === 'hold' && carry === undefined && !near ? undefined : poseArms[pose]
  return (told ?? idleArms[emotion])[column][near ? 'near' : 'far']
}

/** The near arm carries, unless it is busy itself; what is held with both arms is held with both. */
const carriesWith = (near: boolean, { pose, carry }: Pick<Posture, 'pose' | 'carry'>): boolean =>
  carry === 'both' || near !== busyHands.has(pose)

/** Arms swing against the legs; who runs has them bent. */
function swung(
  pose: 'walk' | 'run',
  walkPhase: number,
  { column, near }: { column: 'front' | 'threeQuarter' | 'side'; near: boolean },
): ArmShape {
  const phase = (walkPhase / walkPhases + (near ? 0 : 0.5)) * Math.PI * 2
  const swing = -Math.cos(phase)
  if (pose === 'run') {
    if (column === 'front') return { upper: 22, fore: -96, hand: 'grip', short: 0.62 - 0.14 * swing, behind: swing > 0 }
    return { upper: 2 + 44 * swing, fore: 92 + 26 * swing, hand: 'grip' }
  }
  if (column === 'front') return { upper: 9, fore: 2, hand: 'relaxed', short: 1 - 0.12 * Math.max(0, swing) }
  return { upper: 2 + 24 * swing, fore: 20 + 32 * swing, hand: 'relaxed' }
}
