import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, ellipse, glow, group, line, poly, rect, repeat, wash } from '../shapes'
import type { Stage } from '../stage'

const eye = { x: 800, y: 430 }
/** Where the corridor ends. */
const end = 0.6
/** The corner of a piece of the corridor: `side` −1 left wall, 1 right wall, between them the floor; `s` .6 at its end
 *  wall and 3 at the lens; `up` −1 at the ceiling, 1 on the floor. */
const at = (side: number, s: number, up: number): [number, number] => [
  eye.x + side * 320 * s,
  eye.y + (up < 0 ? 300 : 262) * s * up,
]
const quad = (side: number, [a, b]: readonly [number, number], [hi, lo]: readonly [number, number]): number[] => [
  ...at(side, a, hi),
  ...at(side, b, hi),
  ...at(side, b, lo),
  ...at(side, a, lo),
]

type Manner = { wall: string; dado: string; floor: string; doors: string; runner: string | null; lockers: boolean }
const manners: [RegExp, Manner][] = [
  [/hospital|clinic|ward|police|prison|office|lab/, { wall: '#c6d2c8', dado: '#86a69c', floor: '#a9b3ae', doors: '#7fa09c', runner: null, lockers: false }],
  [/school|college|university|academy|gym/, { wall: '#d2c79c', dado: '#a0744e', floor: '#9a8f80', doors: '#8a5a3c', runner: null, lockers: true }],
  [/hotel|motel|palace|manor|theat/, { wall: '#b9977a', dado: '#6a3f3a', floor: '#7a4c3c', doors: '#5a3628', runner: '#9a2f38', lockers: false }],
] // prettier-ignore
const homes: Manner[] = [
  { wall: '#b5b093', dado: '#6f7c62', floor: '#8a6246', doors: '#6a4632', runner: '#7a4038', lockers: false },
  { wall: '#a3adb3', dado: '#5a6c78', floor: '#80604a', doors: '#4a5560', runner: '#3f5a6c', lockers: false },
  { wall: '#bfa083', dado: '#7c5a4a', floor: '#8c6648', doors: '#5f4436', runner: '#4f6a50', lockers: false },
]

/** A corridor running away from the lens: doors at both sides, lamps under the ceiling, a window or a glass door at its
 *  end. Hospital, school and hotel have their own. */
export const corridor = (stage: Stage): SetDrawing => {
  const manner = manners.find(([words]) => words.test(stage.name))?.[1] ?? pick(homes, stage.dice('manner')())
  const hole: Hole = stage.second ? { x: 738, y: 290, w: 124, h: 52, kind: 'pane' } : { x: 732, y: 318, w: 136, h: 150 }
  const room: Room = { wall: manner.wall, floor: manner.floor, floorKind: 'plain', trim: '#e8dfca', frame: '#efe6d2', holes: [hole], floorY: 587, corner: 0 } // prettier-ignore
  const lamps = [0.74, 1.05, 1.5].map((s): Lamp => ({ x: eye.x, y: eye.y - 236 * s, r: 300 * s, colour: lampColour }))
  return {
    far: outsideView(stage, pick(['town', 'roofs', 'country'], stage.dice('view')())),
    mid: roomWall(stage, room) + band(stage, [608, 992], manner) + (stage.second ? endDoor(stage, manner) : ''),
    near:
      floor(stage, manner) +
      ceiling(stage) +
      ([-1, 1] as const).map((side) => wall(stage, side, manner)).join('') +
      lamps.map((lamp, i) => globe(stage, lamp, [0.74, 1.05, 1.5][i] ?? 1)).join('') +
      daylight(stage, hole),
    foreground: poly([-220, -190, -40, -190, -70, 1100, -220, 1100], stage.at(-0.3)(manner.doors)),
    lamps,
  }
}

/** The lower part of the end wall. */
const band = (stage: Stage, [from, to]: readonly [number, number], manner: Manner): string =>
  rect([from, 508, to - from, 82], stage.at(0.12)(manner.dado)) +
  rect([from, 503, to - from, 6], stage.at(0.1)('#e8dfca')) +
  rect([from, 580, to - from, 9], stage.at(0.1)('#e8dfca'))

const endDoor = (stage: Stage, manner: Manner): string => {
  const tint = stage.at(0.1)
  const leaf = (x: number) =>
    rect([x, 350, 60, 237], tint(manner.doors)) +
    rect([x + 11, 366, 38, 96], tint(mix('#cfdcd8', stage.light.haze, 0.3))) +
    rect([x + 11, 486, 38, 76], tint(mix(manner.doors, '#191418', 0.2)))
  return (
    rect([730, 342, 140, 245], tint('#e8dfca')) +
    leaf(738) +
    leaf(802) +
    circle([793, 478, 4], tint('#d9b46a')) +
    circle([807, 478, 4], tint('#d9b46a'))
  )
}

const floor = (stage: Stage, manner: Manner): string => {
  const tint = stage.at(0.05)
  const seam = tint(mix(manner.floor, '#1d1a20', 0.28))
  const carpet = manner.runner
  return (
    poly([...at(-1, end, 1), ...at(1, end, 1), ...at(1, 3.2, 1), ...at(-1, 3.2, 1)], tint(manner.floor)) +
    repeat(11, (i) => line([...at((i - 5) / 5, end, 1), ...at((i - 5) / 5, 3.2, 1)], seam, 2)) +
    (carpet ? '' : repeat(8, (i) => line([...at(-1, end + 0.08 * (i + 1) ** 1.7, 1), ...at(1, end + 0.08 * (i + 1) ** 1.7, 1)], seam, 2))) + // prettier-ignore
    (carpet
      ? poly([...at(-0.5, end, 1), ...at(0.5, end, 1), ...at(0.5, 3.2, 1), ...at(-0.5, 3.2, 1)], tint(mix(carpet, '#e8c88a', 0.25))) + // prettier-ignore
        poly([...at(-0.44, end, 1), ...at(0.44, end, 1), ...at(0.44, 3.2, 1), ...at(-0.44, 3.2, 1)], tint(carpet))
      : '') +
    wash(stage, [-200, 587, 2000, 430], { stops: [[0, stage.light.ink, 0.1], [0.3, stage.light.ink, 0], [1, stage.light.ink, 0.26]] }) // prettier-ignore
  )
}

const ceiling = (stage: Stage): string =>
  poly([...at(-1, end, -1), ...at(1, end, -1), ...at(1, 3.2, -1), ...at(-1, 3.2, -1)], mix(stage.at(0.08)('#d8d0c0'), stage.light.ink, 0.16)) // prettier-ignore

const doors = [[0.66, 0.76], [0.87, 1.01], [1.2, 1.42], [1.72, 2.08], [2.5, 3.1]] as const // prettier-ignore

const wall = (stage: Stage, side: -1 | 1, manner: Manner): string => {
  const tint = stage.at(0.06)
  const shade = side === stage.light.sunSide ? '.1' : '.24'
  const trim = tint('#e8dfca')
  const whole = quad(side, [end, 3.2], [-1, 1])
  const leafOf = ([a, b]: readonly [number, number]): string => {
    const [c, e] = [a + (b - a) * 0.16, a + (b - a) * 0.84]
    const panel = tint(mix(manner.doors, '#191418', 0.22))
    return (
      poly(quad(side, [a * 0.975, b * 1.025], [-0.24, 1]), trim) +
      poly(quad(side, [a, b], [-0.19, 1]), tint(manner.doors)) +
      poly(quad(side, [c, e], [-0.1, 0.34]), panel) +
      poly(quad(side, [c, e], [0.48, 0.88]), panel) +
      circle([at(side, b - (b - a) * 0.12, 0.4)[0], at(side, b - (b - a) * 0.12, 0.4)[1], 5 * a], tint('#d9b46a'))
    )
  }
  return (
    poly(whole, tint(manner.wall)) +
    poly(quad(side, [end, 3.2], [0.5, 1]), tint(manner.dado)) +
    poly(quad(side, [end, 3.2], [0.47, 0.5]), trim) +
    poly(quad(side, [end, 3.2], [0.955, 1]), trim) +
    (manner.lockers && side < 0 ? lockers(stage, side) : doors.map(leafOf).join('')) +
    frames(stage, side, manner) +
    poly(whole, stage.light.ink, `opacity="${shade}"`)
  )
}

/** Pictures between the doors; a number plate or a notice where it is no home. */
const frames = (stage: Stage, side: -1 | 1, manner: Manner): string => {
  const tint = stage.at(0.06)
  const inner = pick(['#7f93a0', '#c9a878', '#8e9c7c', '#b98a7a'], stage.dice(`frames${String(side)}`)())
  if (manner.lockers && side < 0) return ''
  return ([[1.06, 1.14], [1.5, 1.63], [2.16, 2.4]] as const)
    .map(
      (s) =>
        poly(quad(side, s, [-0.16, 0.22]), tint(manner.runner ? '#4a3a30' : '#efe8d8')) +
        poly(quad(side, [s[0] + 0.02, s[1] - 0.02], [-0.12, 0.18]), tint(inner)),
    )
    .join('') // prettier-ignore
}

const lockers = (stage: Stage, side: -1 | 1): string => {
  const tint = stage.at(0.06)
  return repeat(12, (i) => {
    const [a, b] = [0.66 * 1.14 ** i, 0.66 * 1.14 ** (i + 1)]
    const slit = (up: number) => line([...at(side, a * 1.03, up), ...at(side, b * 0.97, up)], tint('#26343c'), 2.4 * a)
    return (
      poly(quad(side, [a, b], [-0.1, 0.96]), tint(i % 3 === 1 ? '#4f7a86' : '#456e7c')) +
      line([...at(side, a, -0.1), ...at(side, a, 0.96)], tint('#2b4650'), 3) +
      slit(0.02) +
      slit(0.08) +
      slit(0.14)
    )
  })
}

const globe = (stage: Stage, { x, y, r }: Lamp, s: number): string => {
  const on = stage.light.lampsOn
  return (
    line([x, eye.y - 300 * s, x, y - 18 * s], stage.at(0.04)('#4a4038'), 3 * s) +
    (on ? glow(stage, [x, y, r], { colour: lampColour, opacity: 0.36 }) : '') +
    ellipse([x, y, 22 * s, 22 * s], on ? '#fff0cc' : stage.at(0.04)('#efe8d8')) +
    rect([x - 9 * s, y - 25 * s, 18 * s, 8 * s], stage.at(0.04)('#4a4038'))
  )
}

/** The window's light lies on the floor toward the lens. */
const daylight = (stage: Stage, { w }: Hole): string => {
  if (stage.outside.night) return ''
  const half = w / 2 / 320 / end
  return group(
    poly([...at(-half, end + 0.03, 1), ...at(half, end + 0.03, 1), ...at(half * 1.5, 2.2, 1), ...at(-half * 1.5, 2.2, 1)], mix(stage.outside.key, '#ffffff', 0.3)), // prettier-ignore
    d`opacity="${stage.outside.sun ? 0.1 : 0.06}"`,
  )
}
