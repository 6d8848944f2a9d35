import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { footShade } from '../pieces/footShade'
import { outsideView } from '../pieces/outsideView'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { glow, line, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Rows of joined chairs along a wall, a clock over a glass door, a board full of notices, magazines. */
export const waitingRoom = (stage: Stage): SetDrawing => {
  const dice = stage.dice('waiting')
  const hole: Hole = stage.second ? { x: 1090, y: 150, w: 330, h: 270 } : { x: 180, y: 150, w: 330, h: 270 }
  const room: Room = {
    wall: pick(['#c9c2a6', '#b9c4b4', '#c4b8b0', '#aebcc4'], dice()),
    dado: { y: 540, colour: pick(['#8f9a7c', '#7c9298', '#a58a72'], dice()) },
    floor: '#a59c8e',
    floorKind: 'tiles',
    trim: '#e6dfcc',
    frame: '#efe8d8',
    holes: [hole],
    floorY: 712,
  }
  const seats = pick(['#3f6a86', '#a4593d', '#4f7a58', '#7a4a52'], dice())
  const board = stage.second ? 210 : 1120
  return {
    far: outsideView(stage, pick(['town', 'roofs', 'country'], dice())),
    mid:
      roomWall(stage, room) +
      glassDoor(stage, 700) +
      clockFace(stage, { x: 790, y: 176, r: 46 }, '#3f4a50') +
      notices(stage, board) +
      tubes(stage),
    near:
      roomFloor(stage, room) +
      chairRow(stage, { x: 90, y: 744, count: 5, colour: seats }) +
      chairRow(stage, { x: 1010, y: 744, count: 5, colour: seats }) +
      plant(stage, { x: stage.second ? 640 : 960, y: 738, size: 120, spiky: true }) +
      lowTable(stage, stage.second ? 130 : 1290) +
      windowBeams(stage, [hole], 712),
    foreground: chairBacks(stage, seats) + plant(stage, { x: 1700, y: 1010, size: 290, depth: -0.3 }),
    lamps: [420, 1180].map((x) => ({ x, y: 20, r: 460, colour: lampColour })),
  }
}

/** The door one is called through; its pane is lit from behind. */
const glassDoor = (stage: Stage, x: number): string => {
  const tint = stage.at(0.1)
  const pane = stage.light.lampsOn ? mix('#ffe9b8', tint('#cfd8d0'), 0.3) : tint('#d4dfda')
  return (
    rect([x - 14, 258, 208, 456], tint('#efe8d8')) +
    rect([x, 272, 180, 442], tint('#7a6450')) +
    rect([x + 28, 298, 124, 196], pane) +
    rect([x + 48, 372, 84, 9], tint('#5a5048'), 'opacity=".7"') +
    rect([x + 60, 390, 60, 7], tint('#5a5048'), 'opacity=".5"') +
    rect([x + 28, 528, 124, 140], tint('#6a5444')) +
    rect([x + 152, 508, 18, 8], tint('#d9c08a')) +
    rect([x + 158, 500, 7, 40], tint('#d9c08a'))
  )
}

const notices = (stage: Stage, x: number): string => {
  const tint = stage.at(0.09)
  const dice = stage.dice('notices')
  return (
    rect([x, 200, 290, 190], tint('#7a5a40')) +
    rect([x + 10, 210, 270, 170], tint('#c09a6a')) +
    repeat(9, (i) => {
      const [a, b, c] = [dice(), dice(), dice()]
      const [left, top] = [x + 20 + (i % 5) * 52 + a * 8, 220 + Math.floor(i / 5) * 82 + b * 14]
      const sheet = rect([left, top, 40, 52 + c * 8], tint(pick(['#f2ecdc', '#e8d68a', '#b5d0cc', '#e4a890', '#f2ecdc'], c))) // prettier-ignore
      const words = repeat(4, (k) => rect([left + 6, top + 12 + k * 9, 28 - ((k * 7) % 12), 3], tint('#6a6460')))
      return sheet + words + rect([left + 17, top - 2, 6, 6], tint('#b5443a'))
    })
  )
}

/** Shells of plastic on one steel bar. */
const chairRow = (stage: Stage, at: { x: number; y: number; count: number; colour: string }): string => {
  const tint = stage.at(0.05)
  const { x, y, count } = at
  const shell = tint(at.colour)
  const deep = tint(mix(at.colour, '#16141c', 0.3))
  const steel = tint('#6f767c')
  const wide = count * 92
  return (
    footShade(stage, [x, y, wide]) +
    [x + 40, x + wide - 52]
      .map((leg) => rect([leg, y - 84, 10, 84], steel) + rect([leg - 22, y - 8, 54, 9], steel))
      .join('') + // prettier-ignore
    rect([x, y - 94, wide - 6, 11], steel) +
    repeat(count, (i) => {
      const left = x + i * 92
      return (
        rect([left + 4, y - 214, 78, 112], shell, 'rx="16"') +
        rect([left + 14, y - 202, 58, 70], deep, 'rx="12" opacity=".35"') +
        rect([left, y - 118, 86, 27], deep, 'rx="11"') +
        rect([left, y - 122, 86, 16], shell, 'rx="8"')
      )
    })
  )
}

const lowTable = (stage: Stage, x: number): string => {
  const tint = stage.at(0.03)
  return (
    footShade(stage, [x, 806, 210]) +
    rect([x + 16, 752, 10, 54], tint('#5a4436')) +
    rect([x + 184, 752, 10, 54], tint('#5a4436')) +
    rect([x, 742, 210, 14], tint('#a57c54')) +
    poly([x + 26, 742, x + 34, 733, x + 98, 733, x + 92, 742], tint('#c9553f')) +
    poly([x + 36, 733, x + 46, 725, x + 104, 725, x + 98, 733], tint('#e6dcc4')) +
    poly([x + 126, 742, x + 132, 734, x + 186, 734, x + 184, 742], tint('#4f7f8c'))
  )
}

const tubes = (stage: Stage): string =>
  [420, 1180]
    .map((x) => {
      const on = stage.light.lampsOn
      return (
        line([x - 90, -140, x - 90, 0], stage.at(0.1)('#5a5a60'), 3) +
        line([x + 90, -140, x + 90, 0], stage.at(0.1)('#5a5a60'), 3) +
        rect([x - 150, 0, 300, 18], on ? '#fff6dc' : stage.at(0.06)('#efeadc'), 'rx="6"') +
        (on ? glow(stage, [x, 14, 460], { colour: '#ffeec4', opacity: 0.4, flat: 0.7 }) : '')
      )
    })
    .join('')

/** The backs of the next row, before the lens. */
const chairBacks = (stage: Stage, colour: string): string =>
  repeat(2, (i) => rect([-230 + i * 150, 838, 130, 200], stage.at(-0.3)(colour), 'rx="30"')) +
  rect([-240, 960, 330, 20], stage.at(-0.34)('#5f666c'))
