import { mix } from '../../colour'
import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { chair, table } from '../pieces/furniture'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, path, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A classroom with blackboard and desks, or (second set) with maps and tall windows. */
export const school = (stage: Stage): SetDrawing => {
  const holes: Hole[] = stage.second
    ? [
        { x: 120, y: 110, w: 190, h: 370 },
        { x: 360, y: 110, w: 190, h: 370 },
      ]
    : [
        { x: 110, y: 130, w: 240, h: 330 },
        { x: 1270, y: 130, w: 220, h: 330 },
      ]
  const dice = stage.dice('colours')
  const seats = pick(['#4f7a78', '#a4603c', '#6a6a94'], dice())
  const room: Room = {
    wall: pick(['#d0bd92', '#b9c2b4', '#c9b0a0', '#aebccb'], dice()),
    dado: { y: 560, colour: pick(['#6f8a6c', '#6a7a94', '#8a6a5a', '#7c7a5c'], dice()) },
    floor: '#9a7048',
    floorKind: 'boards',
    trim: '#5a4434',
    frame: '#efe2c2',
    holes,
  }
  const tint = stage.at(0.06)
  const [bx, bw] = stage.second ? [690, 620] : [440, 720]
  const board =
    rect([bx - 16, 134, bw + 32, 332], tint('#7a5a3c')) +
    rect([bx, 150, bw, 300], tint(stage.second ? '#34383f' : '#2f5146')) +
    rect([bx, 150, bw, 300], tint('#4a6e60'), 'opacity=".25"') +
    chalk(stage, bx, bw) +
    rect([bx - 16, 462, bw + 32, 13], tint('#94704a')) +
    rect([bx + 60, 455, 34, 8], tint('#f0ece0')) +
    rect([bx + 110, 455, 20, 8], tint('#e8c46a'))
  const desks = [
    [-80, 806],
    [190, 780],
    [1180, 780],
    [1440, 806],
  ]
    .map(
      ([x = 0, y = 0]) =>
        table(stage, { x, y, w: 210, h: 116, colour: '#b08454' }) +
        chair(stage, { x: x + 66, y: y + 16, w: 76, h: 140, colour: seats }) +
        rect([x + 30, y - 126, 46, 10], tint('#a4493d')),
    )
    .join('')
  const lampAt = [520, 1080].map((x) =>
    pendant(stage, { x, top: -140, y: 40, size: 44, colour: '#efe6d0', floor: 720 }),
  )
  return {
    far: outsideView(stage, 'country'),
    mid:
      roomWall(stage, room) +
      board +
      clockFace(stage, { x: bx + bw / 2, y: 78, r: 36 }, '#4a3a30') +
      (stage.second ? wallMap(stage, 1360) : ''),
    near:
      roomFloor(stage, room) +
      teacher(stage, stage.second ? 900 : 930) +
      desks +
      windowBeams(stage, holes) +
      lampAt.map(({ svg }) => svg).join(''),
    foreground:
      rect([-220, 900, 330, 30], stage.at(-0.3)('#8a6840')) +
      rect([-130, 930, 30, 90], stage.at(-0.34)('#5a4430')) +
      rect([1540, 914, 260, 30], stage.at(-0.3)('#8a6840')) +
      [0, 1, 2]
        .map((i) =>
          rect(
            [1590 + i * 4, 884 - i * 30, 150, 28],
            stage.at(-0.24)(['#8a3a34', '#3f5a76', '#c09a4c'][i] ?? '#8a3a34'),
          ),
        )
        .join(''),
    lamps: lampAt.map(({ lamp }) => lamp),
  }
}

const chalk = (stage: Stage, x: number, w: number): string => {
  const white = mix(stage.at(0.05)('#f2f0e4'), '#2f5146', 0.2)
  const dice = stage.dice('chalk')
  return (
    repeat(4, (i) => stroke(d`M${x + 40} ${196 + i * 46}q20 -14 34 0t34 0t34 0t${30 + dice() * 60} 0`, white, 4)) +
    circle([x + w * 0.68, 300, 74], 'none', `stroke="${white}" stroke-width="4"`) +
    stroke(d`M${x + w * 0.68} 300L${x + w * 0.68 + 56} 250M${x + w * 0.68 - 74} 300H${x + w * 0.68 + 74}`, white, 4) +
    stroke(d`M${x + w * 0.86} 380L${x + w * 0.93} 240L${x + w * 0.98} 380Z`, white, 4)
  )
}

const wallMap = (stage: Stage, x: number): string => {
  const tint = stage.at(0.07)
  return (
    rect([x, 160, 150, 210], tint('#a8c4c4')) +
    path(d`M${x + 20} 220q30 -40 60 -10t50 10q-10 50 -40 50t-30 50q-30 -20 -40 -100Z`, tint('#c9ad6a')) +
    rect([x - 6, 152, 162, 10], tint('#5a4030')) +
    rect([x - 6, 368, 162, 9], tint('#5a4030'))
  )
}

const teacher = (stage: Stage, x: number): string =>
  table(stage, { x: x + 130, y: 744, w: 250, h: 136, colour: '#7a5438' }) +
  circle([x + 340, 582, 30], stage.at(0.03)('#5f96a8')) +
  path(d`M${x + 322} 568q20 -14 30 6t-16 30q-20 -6 -14 -36Z`, stage.at(0.03)('#9aac5a')) +
  rect([x + 336, 610, 8, 0], '#000') +
  stroke(d`M${x + 322} 612h36`, stage.at(0.03)('#5a4030'), 6) +
  circle([x + 180, 596, 13], stage.at(0.03)('#c0392f'))
