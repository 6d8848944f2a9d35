import { mix } from '../../colour'
import { pick } from '../../random'
import { candle } from '../pieces/fire'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { shelf } from '../pieces/shelf'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { d, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Shelves to the ceiling: shop, library, workshop, museum. */
export const shop = (stage: Stage): SetDrawing => {
  const dice = stage.dice('shop')
  const hole: Hole = stage.second
    ? { x: 220, y: 110, w: 360, h: 360, kind: 'arch' }
    : { x: 640, y: 110, w: 320, h: 340 }
  const wood = pick(['#6b4a36', '#54604c', '#4c4a60'], dice())
  const room: Room = {
    wall: pick(['#a8906c', '#8f8a74', '#9a7a68'], dice()),
    floor: '#7d5740',
    floorKind: 'boards',
    trim: wood,
    frame: '#e2d2b0',
    holes: [hole],
  }
  const lampAt = pendant(stage, { x: 520, top: -140, y: 150, size: 52, colour: '#3f6a54', floor: 720 })
  const second = pendant(stage, { x: 1090, top: -140, y: 150, size: 52, colour: '#3f6a54', floor: 720 })
  const what = stage.second ? 'books' : 'mixed'
  const tint = stage.at(0.04)
  const counter =
    rect([1110, 580, 560, 190], tint(wood)) +
    rect([1094, 566, 590, 20], tint(mix(wood, '#e8cfa0', 0.35))) +
    repeat(4, (i) => rect([1130 + i * 132, 606, 112, 136], tint(mix(wood, '#f0dcb4', 0.14)))) +
    rect([1150, 506, 96, 62], tint('#8a6a3c'), 'rx="6"') +
    rect([1162, 490, 72, 20], tint('#c9a45a')) +
    candleOr(stage)
  const ladder =
    stroke('M936 716L1000 150M996 716L1060 150', tint('#8a6242'), 9) +
    repeat(9, (i) => stroke(d`M${942 + i * 6.8} ${656 - i * 58}H${998 + i * 6.8}`, tint('#8a6242'), 7))
  const display =
    rect([180, 640, 430, 20], tint(mix(wood, '#e8cfa0', 0.3))) +
    [200, 570].map((x) => rect([x, 660, 20, 110], tint(wood))).join('') +
    repeat(7, (i) =>
      rect(
        [200 + i * 56, 616 - ((i * 13) % 24), 40, 24 + ((i * 13) % 24)],
        tint(pick(['#8a4a3c', '#3f6276', '#b08a4c', '#5f7048'], dice())),
        'rx="3"',
      ),
    )
  return {
    far: outsideView(stage, 'town'),
    mid:
      roomWall(stage, room) +
      (stage.second
        ? shelf(stage, { x: 700, y: 704, w: 330, h: 610, colour: wood }, { rows: 6, what, label: 'left' })
        : shelf(stage, { x: 130, y: 704, w: 430, h: 590, colour: wood }, { rows: 6, what, label: 'left' })) +
      shelf(stage, { x: 1040, y: 704, w: 440, h: 590, colour: wood }, { rows: 6, what, label: 'right' }),
    near:
      roomFloor(stage, room) +
      (stage.second ? ladder + display : '') +
      counter +
      windowBeams(stage, [hole]) +
      lampAt.svg +
      second.svg,
    foreground:
      shelf(
        { ...stage, at: () => stage.at(-0.3) },
        { x: -250, y: 1020, w: 200, h: 720, colour: wood },
        { rows: 5, what, label: 'front' },
      ) +
      repeat(4, (i) =>
        rect(
          [1620 + i * 6, 930 - i * 38, 180, 34],
          stage.at(-0.28)(['#6b4a52', '#3f5a66', '#8a6a3c', '#5a6a4c'][i] ?? '#6b4a52'),
        ),
      ),
    lamps: [lampAt.lamp, second.lamp],
  }
}

const candleOr = (stage: Stage): string => candle(stage, 1420, 566).svg
