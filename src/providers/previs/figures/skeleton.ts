import type { TurnaroundView } from '@/domain/cast/look'
import { armOf } from './armOf'
import { point } from './geometry'
import { headFormOf } from './headForm'
import { walkPhases, type Leg, type Posture, type Skeleton, type Stand } from './joints'
import type { ViewKind } from './viewKind'

const builds = {
  slim: { shoulder: 78, waist: 58, hip: 70, neck: 25, limb: 0.88 },
  average: { shoulder: 92, waist: 72, hip: 80, neck: 29, limb: 1 },
  broad: { shoulder: 112, waist: 96, hip: 94, neck: 36, limb: 1.16 },
}
const headScales = { child: 1.66, adult: 1.2, elder: 1.22 }
const turns: Record<TurnaroundView, { kind: ViewKind; degrees: number }> = {
  front: { kind: 'front', degrees: 0 },
  three_quarter_left: { kind: 'threeQuarter', degrees: 45 },
  three_quarter_right: { kind: 'threeQuarter', degrees: 45 },
  left_side: { kind: 'side', degrees: 90 },
  right_side: { kind: 'side', degrees: 90 },
  back: { kind: 'back', degrees: 180 },
}

/** The stick figure under the clothes, already on the picture plane. Left views are given as right views: whoever
 *  draws mirrors them. `walkPhase` counts 0–7 through one double step and only matters when walking. */
export function skeletonOf(posture: Posture): Skeleton {
  const { look, view, pose } = posture
  const { kind, degrees } = turns[view]
  const sin = kind === 'back' ? 0 : Math.sin((degrees * Math.PI) / 180)
  const cos = Math.cos((degrees * Math.PI) / 180)
  const wide =
    look.age === 'child' ? { ...builds[look.build], limb: builds[look.build].limb * 1.06 } : builds[look.build]
  const stand = { kind, sin, cos, wide }
  const legs = legsOf(stand, posture)
  const sink = pose === 'sit' ? 205 : legs.sink
  const lean = (pose === 'walk' ? 0.05 : 0) + (look.age === 'elder' ? 0.05 : 0) + (pose === 'sit' ? 0.03 : 0)
  const spine = (y: number) => point((505 - y) * lean * sin + chest(y) * sin, y + sink)
  const headScale = headScales[look.age]
  const neck = spine(190)
  return {
    ...stand,
    headScale,
    form: headFormOf(look),
    head: point(neck.x + 12 * sin + (look.age === 'elder' ? 8 * sin : 0), 164 - 69.5 * headScale + sink),
    spine,
    seated: pose === 'sit',
    legs: legs.legs,
    arms: [armOf({ ...stand, spine, posture, near: false }), armOf({ ...stand, spine, posture, near: true })],
  }
}

/** The chest is before the hips: nobody stands like a plank. */
function chest(y: number): number {
  return 9 * Math.cos(((y - 300) / 230) * (Math.PI / 2))
}

const thigh = 230
const shin = 215

function legsOf({ sin, cos, wide }: Stand, { pose, walkPhase }: Posture): { legs: [Leg, Leg]; sink: number } {
  const side = Math.abs(cos) < 0.1 ? 0 : Math.sign(cos)
  const flat = (near: boolean) => {
    const lateral = (near ? -1 : 1) * wide.hip * 0.5
    return lateral * cos + (side === 0 ? (near ? 4 : -4) : 0)
  }
  if (pose === 'sit') {
    const seatedLeg = (near: boolean): Leg => {
      const x = flat(near)
      const spread = Math.abs(cos) > 0.9 ? Math.sign(x) * 12 : 0
      const ahead = 190 * sin
      return {
        hip: point(x, 708),
        knee: point(x + spread + ahead, 722 + 26 * Math.abs(cos) - (near ? 0 : 4)),
        ankle: point(x + spread + ahead * 0.95 + (near ? -8 : 12) * sin, 950),
        pitch: 0,
      }
    }
    return { legs: [seatedLeg(false), seatedLeg(true)], sink: 0 }
  }
  const strides = [false, true].map((near) =>
    stride(pose === 'walk' ? walkPhase / walkPhases + (near ? 0 : 0.5) : undefined, near),
  )
  const lowest = Math.max(...strides.map(({ down }) => down))
  const sink = pose === 'walk' ? 950 - 505 - lowest : 0
  const [far, near] = strides.map(({ thighAngle, shinAngle, pitch }, at): Leg => {
    const hip = point(flat(at === 1), 505 + sink)
    const turn = (angle: number) => Math.sin((angle * Math.PI) / 180) * sin
    const fall = (angle: number) => Math.cos((angle * Math.PI) / 180)
    const knee = point(hip.x + turn(thighAngle) * thigh, hip.y + fall(thighAngle) * thigh)
    const ankle = point(knee.x + turn(shinAngle) * shin, knee.y + fall(shinAngle) * shin)
    return { hip, knee, ankle, pitch: pitch * sin }
  }) as [Leg, Leg]
  return { legs: [far, near], sink }
}

/** One leg at one moment of the double step: 0 the heel strikes in front, 0.5 the toe pushes off behind. */
function stride(
  turn: number | undefined,
  near: boolean,
): { thighAngle: number; shinAngle: number; pitch: number; down: number } {
  if (turn === undefined) return { thighAngle: near ? -1 : 2.5, shinAngle: near ? -2 : 1, pitch: 0, down: 950 - 505 }
  const phase = (turn % 1) * Math.PI * 2
  const thighAngle = 2 + 21 * Math.cos(phase)
  const flex = 5 + 48 * Math.max(0, Math.sin(phase - Math.PI * 0.88)) ** 1.2
  const shinAngle = thighAngle - flex
  const pitch =
    phase < Math.PI
      ? Math.max(-14, -14 + phase * 16) * (phase < 1 ? 1 : 0)
      : 38 * Math.max(0, Math.sin(phase - Math.PI * 0.86))
  const radians = Math.PI / 180
  return {
    thighAngle,
    shinAngle,
    pitch,
    down: Math.cos(thighAngle * radians) * thigh + Math.cos(shinAngle * radians) * shin,
  }
}
