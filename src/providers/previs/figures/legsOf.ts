import { point, type Point } from './geometry'
import { walkPhases, type Leg, type Posture, type Rest, type Stand } from './joints'

export type Legs = { legs: [far: Leg, near: Leg]; sink: number; rest: Rest }

const thigh = 230
const shin = 215

/** Both legs of a posture, and how far the upper body sinks below standing. */
export function legsOf(stand: Stand, posture: Posture): Legs {
  const resting = { sit: onChair, sit_ground: onGround, kneel: onKnee }
  const { pose } = posture
  return pose === 'sit' || pose === 'sit_ground' || pose === 'kneel' ? resting[pose](stand) : onFeet(stand, posture)
}

/** How far to the side of the middle a leg is seen. */
function flat({ cos, wide }: Stand, near: boolean): number {
  const side = Math.abs(cos) < 0.1 ? 0 : Math.sign(cos)
  const lateral = (near ? -1 : 1) * wide.hip * 0.5
  return lateral * cos + (side === 0 ? (near ? 4 : -4) : 0)
}

type LegAt = (near: boolean) => { hip: Point; knee: Point; ankle: Point; pitch?: number }

const both = (leg: LegAt): [far: Leg, near: Leg] => [
  { pitch: 0, ...leg(false) },
  { pitch: 0, ...leg(true) },
]

/** On a chair: from the front the thighs come toward us and the knees are lower and wider apart. */
function onChair(stand: Stand): Legs {
  const { sin, cos } = stand
  const legs = both((near) => {
    const x = flat(stand, near)
    const toUs = Math.abs(cos)
    const spread = toUs > 0.9 ? Math.sign(x) * 22 : 0
    const ahead = 190 * sin
    return {
      hip: point(x, 708),
      knee: point(x + spread + ahead, 722 + 40 * toUs - (near ? 0 : 4)),
      ankle: point(x + spread * 0.6 + ahead * 0.95 + (near ? -8 : 12) * sin, 950),
    }
  })
  return { legs, sink: 205, rest: 'chair' }
}

/** On the ground: knees drawn up from the side, legs crossed from the front. */
function onGround(stand: Stand): Legs {
  const { sin, cos } = stand
  const crossed = Math.abs(cos) > 0.9
  const legs = both((near) => {
    const x = flat(stand, near)
    const hip = point(x, 944)
    if (crossed) return { hip, knee: point(x + Math.sign(x) * 92, 918), ankle: point(-x * 0.5, near ? 948 : 940) }
    return {
      hip,
      knee: point(x + (near ? 138 : 152) * sin, near ? 806 : 800),
      ankle: point(x + (near ? 236 : 256) * sin, 950),
    }
  })
  return { legs, sink: 439, rest: 'ground' }
}

/** The near knee on the ground, the far foot set in front. */
function onKnee(stand: Stand): Legs {
  const { sin, cos } = stand
  const facing = Math.abs(cos) > 0.9
  const legs = both((near) => {
    const x = flat(stand, near)
    const hip = point(x, 742)
    if (near)
      return {
        hip,
        knee: point(x + (facing ? -12 : 34 * sin), 946),
        ankle: point(x - 158 * sin - 6, 940),
        pitch: 46 * sin,
      }
    const knee = point(x + (facing ? 20 : 184 * sin), facing ? 800 : 752)
    return { hip, knee, ankle: point(knee.x - (facing ? 8 : 4 * sin), 950) }
  })
  return { legs, sink: 237, rest: 'knee' }
}

function onFeet(stand: Stand, { pose, walkPhase }: Posture): Legs {
  const { sin } = stand
  const goes = pose === 'walk' || pose === 'run' ? pose : undefined
  const strides = [false, true].map((near) =>
    goes ? stride(goes, walkPhase / walkPhases + (near ? 0 : 0.5)) : standing(near),
  )
  const lowest = Math.max(...strides.map(({ down }) => down))
  // Who runs leaves the ground between two steps.
  const flight = pose === 'run' ? 26 * Math.abs(Math.sin((walkPhase / walkPhases) * 2 * Math.PI)) : 0
  const sink = goes ? 950 - 505 - lowest - flight : 0
  const [far, near] = strides.map(({ thighAngle, shinAngle, pitch }, at): Leg => {
    const hip = point(flat(stand, at === 1), 505 + sink)
    const turn = (angle: number) => Math.sin((angle * Math.PI) / 180) * sin
    const fall = (angle: number) => Math.cos((angle * Math.PI) / 180)
    const knee = point(hip.x + turn(thighAngle) * thigh, hip.y + fall(thighAngle) * thigh)
    const ankle = point(knee.x + turn(shinAngle) * shin, knee.y + fall(shinAngle) * shin)
    return { hip, knee, ankle, pitch: pitch * sin }
  }) as [Leg, Leg]
  return { legs: [far, near], sink, rest: 'feet' }
}

type Stride = { thighAngle: number; shinAngle: number; pitch: number; down: number }

const standing = (near: boolean): Stride => ({
  thighAngle: near ? -1 : 2.5,
  shinAngle: near ? -2 : 1,
  pitch: 0,
  down: 950 - 505,
})

const gaits = {
  walk: { middle: 2, swing: 21, straight: 5, flex: 48, lift: 38 },
  run: { middle: 12, swing: 38, straight: 14, flex: 92, lift: 52 },
}

/** One leg at one moment of the double step: 0 the heel strikes in front, 0.5 the toe pushes off behind. */
function stride(gait: 'walk' | 'run', turn: number): Stride {
  const { middle, swing, straight, flex, lift } = gaits[gait]
  const phase = (turn % 1) * Math.PI * 2
  const thighAngle = middle + swing * Math.cos(phase)
  const shinAngle = thighAngle - straight - flex * Math.max(0, Math.sin(phase - Math.PI * 0.88)) ** 1.2
  const pitch =
    phase < Math.PI
      ? Math.max(-14, -14 + phase * 16) * (phase < 1 ? 1 : 0)
      : lift * Math.max(0, Math.sin(phase - Math.PI * 0.86))
  const radians = Math.PI / 180
  const down = Math.cos(thighAngle * radians) * thigh + Math.cos(shinAngle * radians) * shin
  return { thighAngle, shinAngle, pitch, down }
}
