import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { footShade } from '../pieces/footShade'
import { outsideView } from '../pieces/outsideView'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, ellipse, glow, group, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Tiles, a mirror over the basin, a tub behind its curtain; the second set is the other way round. */
export const bathroom = (stage: Stage): SetDrawing => {
  const dice = stage.dice('bath')
  const tile = pick(['#7fa6a4', '#8fa8bc', '#a9b98f', '#c0a09a'], dice())
  const hole: Hole = { x: 1010, y: 120, w: 150, h: 190 }
  const room: Room = {
    wall: pick(['#d8dccf', '#e0d6c4', '#cfd8dc'], dice()),
    floor: '#b5b6ae',
    floorKind: 'tiles',
    trim: mix(tile, '#22303a', 0.35),
    frame: '#f2eee2',
    holes: [hole],
    floorY: 712,
  }
  const other = (svg: string) => (stage.second ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const glass = stage.second ? { ...hole, x: 1600 - hole.x - hole.w } : hole
  const lamp: Lamp = { x: stage.second ? 1090 : 510, y: 176, r: 340, colour: lampColour }
  return {
    far: outsideView(stage, 'roofs'),
    mid: other(roomWall(stage, room) + tiles(stage, tile) + towels(stage)),
    near:
      roomFloor(stage, room) +
      other(basin(stage) + tub(stage, pick(['#c9604c', '#4f7f8c', '#d0a24a'], dice())) + mat(stage)) +
      mirrorLamp(stage, lamp) +
      windowBeams(stage, [glass], 712),
    foreground: other(rect([-220, 740, 170, 300], stage.at(-0.3)('#d0ccc0')) + plant(stage, { x: -120, y: 750, size: 210, depth: -0.3 })), // prettier-ignore
    lamps: [lamp],
  }
}

/** The lower wall in tiles, a dark border on top. */
const tiles = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.11)
  const dice = stage.dice('tiles')
  const joint = tint(mix(colour, '#f6f4ea', 0.5))
  return (
    rect([-200, 392, 2000, 330], tint(colour)) +
    repeat(40, () => {
      const [a, b] = [Math.floor(dice() * 34), Math.floor(dice() * 5)]
      return rect([-200 + a * 60, 412 + b * 60, 58, 58], tint(mix(colour, '#ffffff', 0.18)), 'opacity=".6"')
    }) +
    repeat(34, (i) => rect([-200 + i * 60, 412, 3, 300], joint, 'opacity=".6"')) +
    repeat(6, (i) => rect([-200, 412 + i * 60, 2000, 3], joint, 'opacity=".6"')) +
    rect([-200, 388, 2000, 24], tint(mix(colour, '#1f2c38', 0.4)))
  )
}

const basin = (stage: Stage): string => {
  const tint = stage.at(0.05)
  const white = tint('#f2f0e8')
  return (
    rect([386, 196, 248, 290], tint('#7a5a44'), 'rx="14"') +
    rect([400, 210, 220, 262], tint(mix('#b5c9cc', stage.light.haze, 0.25)), 'rx="8"') +
    poly([470, 210, 540, 210, 450, 472, 400, 472, 400, 430], '#ffffff', 'opacity=".16"') +
    rect([360, 500, 300, 12], tint('#e6dcc8')) +
    rect([390, 462, 22, 40], tint('#d9776a'), 'rx="5"') +
    rect([420, 470, 18, 32], tint('#6fa08a'), 'rx="5"') +
    line([592, 500, 600, 452], tint('#4f8fb0'), 5) +
    rect([580, 468, 28, 34], tint('#e8e2d2'), 'rx="4"') +
    footShade(stage, [440, 738, 140]) +
    path('M478 736L488 590H532L542 736Z', tint('#dedbd0')) +
    path('M376 560H644Q636 640 560 640H460Q384 640 376 560Z', white) +
    rect([366, 548, 288, 20], white, 'rx="9"') +
    stroke('M510 550V520Q510 502 534 504Q548 506 548 522', tint('#9aa4a8'), 10) +
    circle([478, 540, 8], tint('#9aa4a8'))
  )
}

const tub = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.05)
  const white = tint('#f2f0e8')
  return (
    footShade(stage, [1130, 776, 560]) +
    stroke('M1180 560V330Q1180 306 1206 306H1240', tint('#9aa4a8'), 9) +
    poly([1226, 300, 1268, 300, 1280, 322, 1216, 322], tint('#9aa4a8')) +
    path('M1120 590H1800V760H1190Q1130 750 1120 590Z', white) +
    rect([1104, 574, 720, 26], white, 'rx="12"') +
    path('M1136 612Q1150 720 1200 744H1800V758H1190Q1136 744 1130 612Z', stage.light.ink, 'opacity=".12"') +
    rect([1190, 756, 34, 24], tint('#c9a85c'), 'rx="8"') +
    rect([1520, 756, 34, 24], tint('#c9a85c'), 'rx="8"') +
    rect([1080, 226, 720, 9], tint('#8a9094')) +
    path('M1350 232H1800V720Q1640 744 1380 716Q1330 480 1350 232Z', tint(colour)) +
    repeat(5, (i) => stroke(d`M${1390 + i * 76} 236Q${1378 + i * 76} 480 ${1402 + i * 76} ${714 - (i % 2) * 8}`, tint(mix(colour, '#fff4e0', 0.3)), 7)) // prettier-ignore
  )
}

const towels = (stage: Stage): string => {
  const tint = stage.at(0.09)
  return (
    rect([736, 448, 190, 9], tint('#9aa4a8')) +
    path('M756 450H836V610H756Z', tint('#d9a64a')) +
    path('M848 450H912V570H848Z', tint('#efe8d8')) +
    rect([756, 574, 80, 12], tint('#efe8d8'))
  )
}

const mat = (stage: Stage): string =>
  ellipse([940, 812, 170, 26], stage.at(0.03)('#6a8fa0')) + ellipse([940, 812, 146, 20], stage.at(0.03)('#8fb0bc'))

const mirrorLamp = (stage: Stage, { x, y, r }: Lamp): string => {
  const on = stage.light.lampsOn
  return (
    rect([x - 74, y - 10, 148, 18], on ? '#fff2d0' : stage.at(0.05)('#efe8d8'), 'rx="9"') +
    (on ? glow(stage, [x, y, r], { colour: lampColour, opacity: 0.5 }) : '')
  )
}
