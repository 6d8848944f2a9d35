import type { Pose } from '@/domain/scene/vocabulary'
import { point, reach } from './geometry'
import { walkPhases, type Arm, type Carry, type HandKind, type Posture, type Skeleton, type Stand } from './joints'
import type { ViewKind } from './viewKind'

type ArmShape = { upper: number; fore: number; short?: number; hand: HandKind; behind?: boolean }
type ArmTable = Record<'front' | 'threeQuarter' | 'side', { near: ArmShape; far: ArmShape }>

const relaxed = (upper: number, fore: number): ArmShape => ({ upper, fore, hand: 'relaxed' })

/** Degrees of upper arm and forearm; on front and back views positive is away from the body, else forward. */
const standing: ArmTable = {
  front: { near: relaxed(10, -1), far: relaxed(9, 3) },
  threeQuarter: { near: relaxed(-7, 12), far: relaxed(7, 20) },
  side: { near: relaxed(-10, 12), far: relaxed(4, 24) },
}
const armTables: Record<Exclude<Pose, 'walk'>, ArmTable> = {
  stand: standing,
  sit: {
    front: { near: relaxed(14, -14), far: relaxed(13, -10) },
    threeQuarter: { near: relaxed(8, 46), far: relaxed(6, 44) },
    side: { near: relaxed(6, 44), far: relaxed(14, 50) },
  },
  point: {
    front: { near: { upper: 74, fore: 88, hand: 'point' }, far: relaxed(11, 4) },
    threeQuarter: { near: { upper: 70, fore: 86, hand: 'point' }, far: relaxed(4, 16) },
    side: { near: { upper: 76, fore: 88, hand: 'point' }, far: relaxed(2, 20) },
  },
  hold: {
    front: { near: { upper: 12, fore: -128, short: 0.86, hand: 'grip', behind: true }, far: relaxed(9, 3) },
    threeQuarter: { near: { upper: 15, fore: 106, hand: 'grip' }, far: relaxed(8, 24) },
    side: { near: { upper: 2, fore: 100, hand: 'grip' }, far: relaxed(6, 26) },
  },
  gesture: {
    front: { near: { upper: 18, fore: 138, short: 0.86, hand: 'open' }, far: { upper: 15, fore: 30, hand: 'open' } },
    threeQuarter: { near: { upper: 4, fore: 122, hand: 'open' }, far: { upper: 22, fore: 92, hand: 'open' } },
    side: { near: { upper: 8, fore: 116, hand: 'open' }, far: { upper: 20, fore: 84, hand: 'open' } },
  },
}
const carries: Record<Carry, Record<'front' | 'threeQuarter' | 'side', ArmShape>> = {
  lift: {
    front: armTables.hold.front.near,
    threeQuarter: armTables.hold.threeQuarter.near,
    side: armTables.hold.side.near,
  },
  hang: {
    front: { upper: 10, fore: 3, hand: 'grip' },
    threeQuarter: { upper: 1, fore: 7, hand: 'grip' },
    side: { upper: -3, fore: 8, hand: 'grip' },
  },
  upright: {
    front: { upper: 20, fore: 62, short: 0.9, hand: 'grip' },
    threeQuarter: { upper: 10, fore: 84, hand: 'grip' },
    side: { upper: 8, fore: 82, hand: 'grip' },
  },
  over: {
    front: { upper: 14, fore: -152, short: 0.9, hand: 'grip' },
    threeQuarter: { upper: 18, fore: 154, hand: 'grip' },
    side: { upper: 14, fore: 150, hand: 'grip' },
  },
}

type ArmQuestion = Stand & { spine: Skeleton['spine']; posture: Posture; near: boolean }

/** An arm bent for the pose, or for what it carries. */
export function armOf({ kind, cos, sin, wide, spine, posture, near }: ArmQuestion): Arm {
  const facing = kind === 'front' || kind === 'back'
  const shape = armShape(posture, kind, near)
  const lateral = (near ? -1 : 1) * (wide.shoulder - 18)
  const middle = spine(252)
  const shoulder = point(
    middle.x + lateral * cos + (kind === 'side' ? (near ? -6 : 10) : 0),
    middle.y - 2 + (near ? 0 : -2 * sin),
  )
  // On front and back views "away from the body" is to the side the shoulder lies on.
  const away = facing ? Math.sign(shoulder.x - middle.x) : 1
  const elbow = reach(shoulder, shape.upper * away, 130)
  const wrist = reach(elbow, shape.fore * away, 112 * (shape.short ?? 1))
  const crosses = shape.behind ?? Math.abs(shape.fore) > 90
  const behind = kind === 'back' ? crosses : kind !== 'front' && !near
  return { shoulder, elbow, wrist, degrees: shape.fore * away, hand: shape.hand, behind, flip: facing && away > 0 }
}

function armShape({ pose, walkPhase, carry }: Posture, kind: ViewKind, near: boolean): ArmShape {
  const column = kind === 'back' ? 'front' : kind
  // The near arm carries, unless it is busy pointing.
  if (carry && near === (pose !== 'point')) return carries[carry][column]
  if (pose !== 'walk')
    return armTables[pose === 'hold' && !carry && !near ? 'stand' : pose][column][near ? 'near' : 'far']
  const phase = (walkPhase / walkPhases + (near ? 0 : 0.5)) * Math.PI * 2
  const swing = -Math.cos(phase)
  if (column === 'front') return { ...relaxed(9, 2), short: 1 - 0.12 * Math.max(0, swing) }
  return relaxed(2 + 24 * swing, 20 + 32 * swing)
}
