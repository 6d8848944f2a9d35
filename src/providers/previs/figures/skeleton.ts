import type { TurnaroundView } from '@/domain/cast/look'
import type { Emotion, Pose } from '@/domain/scene/vocabulary'
import { armOf } from './armOf'
import { point } from './geometry'
import { headFormOf } from './headForm'
import type { Posture, Skeleton } from './joints'
import { legsOf } from './legsOf'
import { ears } from './headShapes'
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
  const { legs, sink, rest } = legsOf(stand, posture)
  const lean = (leans[pose] ?? 0) + (look.age === 'elder' ? 0.05 : 0) + (bows[posture.emotion] ?? 0)
  const spine = (y: number) => point((505 - y) * lean * sin + chest(y) * sin, y + sink)
  const headScale = headScales[look.age]
  const neck = spine(190)
  const head = point(neck.x + 12 * sin + (look.age === 'elder' ? 8 * sin : 0), 164 - 69.5 * headScale + sink)
  const form = headFormOf(look)
  const near = ears[kind][0] ?? { x: 0, y: 0 }
  const ear = point(head.x + near.x * headScale * form.x * (kind === 'back' ? -1 : 1), head.y + near.y * headScale)
  const arm = { ...stand, spine, ear, posture }
  return {
    ...stand,
    headScale,
    form,
    head,
    spine,
    rest,
    seated: rest === 'chair' || rest === 'ground',
    legs,
    arms: [armOf({ ...arm, near: false }), armOf({ ...arm, near: true })],
  }
}

/** How far the trunk leans forward, per unit of height. */
const leans: Partial<Record<Pose, number>> = {
  walk: 0.05, run: 0.2, sit: 0.03, sit_ground: -0.02, kneel: 0.1, reach: 0.06, embrace: 0.04,
} // prettier-ignore
/** A feeling is seen in the back as well. */
const bows: Partial<Record<Emotion, number>> = {
  sad: 0.035,
  tired: 0.05,
  afraid: -0.03,
  surprised: -0.03,
  happy: -0.01,
}

/** The chest is before the hips: nobody stands like a plank. */
function chest(y: number): number {
  return 9 * Math.cos(((y - 300) / 230) * (Math.PI / 2))
}
