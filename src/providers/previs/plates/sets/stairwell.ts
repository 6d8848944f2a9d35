import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { door } from '../pieces/door'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, group, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

const steps = 11
const [foot, head] = [{ x: 560, y: 742 }, { x: 1300, y: 300 }] // prettier-ignore
const [run, rise] = [(head.x - foot.x) / steps, (foot.y - head.y) / steps]

/** Stairs rise through the picture to a landing, with a banister, a tall window and a house door; the second goes the
 *  other way. */
export const stairwell = (stage: Stage): SetDrawing => {
  const dice = stage.dice('stairs')
  const hole: Hole = { x: 700, y: 20, w: 210, h: 300, kind: 'arch' }
  const room: Room = {
    wall: pick(['#c2b08a', '#a9b3a0', '#b99a86', '#a5acb5'], dice()),
    dado: { y: 560, colour: pick(['#6f7c62', '#7c5a4a', '#5a6c78'], dice()) },
    floor: '#9a948a',
    floorKind: 'tiles',
    trim: '#57493f',
    frame: '#e6dcc6',
    holes: [hole],
    floorY: 712,
  }
  const wood = pick(['#6f4a34', '#5a4a44', '#7c5a3a'], dice())
  const lamp = pendant(stage, { x: 420, top: -140, y: 150, size: 46, colour: '#e0d2b0', floor: 720 })
  const other = (svg: string) => (stage.second ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const glass = stage.second ? { ...hole, x: 1600 - hole.x - hole.w } : hole
  return {
    far: outsideView(stage, pick(['roofs', 'town'], dice())),
    mid: other(roomWall(stage, room) + postBoxes(stage)),
    near:
      roomFloor(stage, room) +
      other(
        door(stage, { x: 130, y: 706, w: 170, h: 400, colour: pick(['#5a3f34', '#3f5660', '#6a4a3c'], dice()) }) +
          flight(stage, wood) +
          banister(stage, wood),
      ) +
      windowBeams(stage, [glass], 712) +
      other(lamp.svg),
    foreground: other(newel(stage, wood)),
    lamps: [{ ...lamp.lamp, x: stage.second ? 1600 - lamp.lamp.x : lamp.lamp.x, colour: lampColour }],
  }
}

/** Sawtooth of steps with its side wall down to the floor, and the landing above. */
const flight = (stage: Stage, wood: string): string => {
  const tint = stage.at(0.07)
  const stone = tint('#c4bba8')
  const edge = Array.from({ length: steps }, (_, i) => [
    foot.x + i * run,
    foot.y - i * rise,
    foot.x + i * run,
    foot.y - (i + 1) * rise,
  ]).flat()
  const under = poly(
    [foot.x + 60, foot.y, head.x, head.y + 66, 1800, head.y + 66, 1800, 742],
    tint(mix('#8a7f70', stage.light.ink, 0.35)),
  )
  const side = poly([...edge, head.x, head.y, 1800, head.y, 1800, head.y + 70, head.x + 20, head.y + 70, foot.x + 110, foot.y], tint('#a0937e')) // prettier-ignore
  const treads = repeat(steps, (i) => {
    const [x, y] = [foot.x + i * run, foot.y - (i + 1) * rise]
    return rect([x - 8, y - 5, run + 8, 11], stone) + rect([x, y + 6, 5, rise - 6], stage.light.ink, 'opacity=".22"')
  })
  const carpet = repeat(steps, (i) => rect([foot.x + i * run + 12, foot.y - (i + 1) * rise - 6, run - 16, 5], tint('#9c4438'))) // prettier-ignore
  const nook =
    rect([1186, 516, 268, 226], tint('#3a322f')) +
    rect([1200, 530, 240, 212], tint(wood)) +
    rect([1220, 556, 92, 160], tint(mix(wood, '#1a1416', 0.25))) +
    rect([1328, 556, 92, 160], tint(mix(wood, '#1a1416', 0.25))) +
    circle([1320, 640, 7], tint('#d9b46a'))
  return under + side + nook + treads + carpet + rect([head.x - 10, head.y - 6, 520, 12], stone)
}

const banister = (stage: Stage, wood: string): string => {
  const tint = stage.at(0.045)
  const iron = tint('#33323a')
  const rail = tint(mix(wood, '#e0a870', 0.12))
  const bars = repeat(steps, (i) => {
    const [x, y] = [foot.x + (i + 0.5) * run, foot.y - (i + 1) * rise]
    return line([x, y, x, y - 138], iron, 6) + ellipse([x, y - 70, 7, 12], iron)
  })
  const level = repeat(9, (i) => line([head.x + 40 + i * 56, head.y, head.x + 40 + i * 56, head.y - 140], iron, 6))
  return (
    bars +
    level +
    stroke(d`M${foot.x} ${foot.y - rise - 134}L${head.x} ${head.y - 140}H1800`, rail, 17) +
    rect([foot.x - 22, foot.y - 200, 34, 200], tint(wood)) +
    rect([foot.x - 30, foot.y - 26, 50, 26], tint(mix(wood, '#1a1416', 0.25))) +
    circle([foot.x - 5, foot.y - 212, 23], rail)
  )
}

/** Letter boxes beside the door. */
const postBoxes = (stage: Stage): string => {
  const tint = stage.at(0.09)
  return (
    rect([340, 376, 168, 128], tint('#6a6660')) +
    repeat(6, (i) => {
      const [x, y] = [347 + (i % 3) * 54, 384 + Math.floor(i / 3) * 60]
      return (
        rect([x, y, 47, 52], tint('#9a9a94')) +
        rect([x + 8, y + 10, 31, 5], tint('#2c2b30')) +
        rect([x + 12, y + 28, 23, 11], tint('#efe6cf'))
      )
    })
  )
}

const newel = (stage: Stage, wood: string): string => {
  const dark = stage.at(-0.3)(wood)
  return (
    rect([-120, 600, 90, 430], dark) +
    circle([-75, 580, 62], dark) +
    path('M-40 640L240 1010H120L-40 760Z', dark) +
    repeat(3, (i) => line([10 + i * 60, 720 + i * 80, 10 + i * 60, 1010], stage.at(-0.34)('#33323a'), 16))
  )
}
