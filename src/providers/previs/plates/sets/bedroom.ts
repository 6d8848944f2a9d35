import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { curtains } from '../pieces/curtains'
import { door } from '../pieces/door'
import { footShade } from '../pieces/footShade'
import { bed, chair } from '../pieces/furniture'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { rug } from '../pieces/rug'
import { windowBeams } from '../pieces/windowBeams'
import type { Lamp, SetDrawing } from '../plate'
import { circle, glow, path, poly, rect } from '../shapes'
import type { Stage } from '../stage'

/** A bed along the wall with a wardrobe, or (second set, and every hotel) a double bed seen from its foot. */
export const bedroom = (stage: Stage): SetDrawing => {
  const dice = stage.dice('bedroom')
  const hotel = /hotel|motel|guest|inn\b/.test(stage.name)
  const double = stage.second || hotel
  const hole: Hole = { x: 250, y: 140, w: 300, h: 330 }
  const room: Room = {
    wall: pick(hotel ? ['#b59a7c', '#9aa38c', '#b08a84'] : ['#8a8fae', '#a58a92', '#7f9a92', '#c0a684'], dice()),
    dado: { y: 560, colour: pick(['#6a6f8a', '#7c646e', '#5f7a74'], dice()) },
    floor: '#8a5f44',
    floorKind: 'boards',
    trim: '#e2d6c0',
    frame: '#ece2cc',
    holes: [hole],
  }
  const blanket = pick(['#3f6a7c', '#8a4a52', '#5f7a4c', '#a8763c'], dice())
  const beside: Lamp[] = (double ? [874, 1446] : [1080]).map((x) => ({ x, y: 560, r: 300, colour: lampColour }))
  return {
    far: outsideView(stage, pick(['roofs', 'town', 'country'], dice())),
    mid:
      roomWall(stage, room) +
      curtains(stage, hole, pick(['#6a5a8a', '#a8604c', '#4c6f7a'], dice())) +
      picture(stage, { x: double ? 1050 : 1240, y: 190, w: 220, h: 150, colour: '#6b4e3a' }, 'above') +
      (double
        ? door(stage, { x: 640, y: 702, w: 150, h: 400, colour: '#8a6a50' })
        : picture(stage, { x: 700, y: 230, w: 90, h: 120, colour: '#3a3238' }, 'small')),
    near:
      roomFloor(stage, room) +
      (double ? dresser(stage) : wardrobe(stage)) +
      rug(stage, { x: 760, y: 836, w: 640, h: 90, colour: '#6d4a5c' }) +
      (double ? doubleBed(stage, blanket) : bed(stage, { x: 1150, y: 760, w: 480, h: 170, colour: blanket })) +
      beside.map((lamp) => bedside(stage, lamp)).join('') +
      chair(stage, { x: double ? 380 : 470, y: 752, w: 86, h: 190, colour: '#8a6242' }) +
      (hotel ? suitcase(stage, 540, 776) : '') +
      windowBeams(stage, [hole]),
    foreground:
      path('M1800 1010V820Q1660 780 1560 880Q1500 930 1480 1010Z', stage.at(-0.3)('#6a5a72')) +
      rect([-220, 700, 150, 320], stage.at(-0.32)('#4a3a36')),
    lamps: beside,
  }
}

/** A small table with a drawer and a lamp on it. */
const bedside = (stage: Stage, lamp: Lamp): string => {
  const tint = stage.at(0.03)
  const x = lamp.x - 44
  const on = stage.light.lampsOn
  return (
    rect([x, 640, 96, 100], tint('#7a563c')) +
    rect([x - 8, 632, 112, 11], tint('#94704e')) +
    rect([x + 14, 668, 68, 4], tint('#5a3e2c')) +
    rect([x + 40, 590, 9, 44], tint('#3a3036')) +
    poly(
      [x + 20, 540, x + 70, 540, x + 88, 596, x + 2, 596],
      on ? mix(tint('#e8c890'), '#ffd592', 0.75) : tint('#e8d8b4'),
    ) + // prettier-ignore
    (on
      ? glow(stage, [lamp.x, lamp.y, lamp.r], { colour: lampColour, opacity: 0.5 }) +
        glow(stage, [lamp.x, lamp.y, lamp.r * 0.34], { colour: lampColour, opacity: 0.7 })
      : '')
  )
}

const doubleBed = (stage: Stage, blanket: string): string => {
  const tint = stage.at(0.05)
  const cover = tint(blanket)
  return (
    footShade(stage, [930, 772, 460]) +
    path('M946 700V470Q946 440 976 440H1344Q1374 440 1374 470V700Z', tint('#6d4a36')) +
    path('M970 690V486Q970 464 992 464H1328Q1350 464 1350 486V690Z', tint('#80593f')) +
    rect([956, 574, 408, 60], tint('#efe8d8'), 'rx="18"') +
    rect([984, 540, 158, 70], tint('#f6f1e4'), 'rx="24"') +
    rect([1178, 540, 158, 70], tint('#f6f1e4'), 'rx="24"') +
    path('M936 770V644Q936 606 976 606H1344Q1384 606 1384 644V770Z', cover) +
    path('M936 690V644Q936 606 976 606H1344Q1384 606 1384 644V690Q1160 664 936 690Z', tint('#e8dfcc')) +
    path(
      'M1060 700V770M1160 694V770M1260 700V770',
      'none',
      `stroke="${tint(mix(blanket, '#17141a', 0.3))}" stroke-width="4"`,
    ) + // prettier-ignore
    rect([936, 758, 448, 14], tint('#54392c'))
  )
}

const dresser = (stage: Stage): string => {
  const tint = stage.at(0.06)
  const drawers = [566, 622, 678].map(
    (y) =>
    rect([-68, y, 236, 46], tint('#7a563e')) + circle([20, y + 23, 6], tint('#d9b46a')) + circle([80, y + 23, 6], tint('#d9b46a')), // prettier-ignore
  )
  return (
    rect([-80, 550, 260, 186], tint('#6a4834')) +
    rect([-90, 540, 280, 14], tint('#80593f')) +
    drawers.join('') +
    rect([-30, 330, 160, 210], tint('#80593f'), 'rx="70"') +
    rect([-18, 342, 136, 186], tint(mix('#b9c9cc', stage.light.haze, 0.3)), 'rx="60"') +
    poly([40, 350, 70, 346, 10, 516, -14, 500], '#ffffff', 'opacity=".14"')
  )
}

const suitcase = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.04)
  return (
    footShade(stage, [x, y, 130]) +
    rect([x + 42, y - 112, 46, 18], 'none', `stroke="${tint('#4a3428')}" stroke-width="7" rx="6"`) +
    rect([x, y - 98, 130, 98], tint('#8a5a3a'), 'rx="10"') +
    rect([x + 22, y - 98, 11, 98], tint('#5f3f2c')) +
    rect([x + 97, y - 98, 11, 98], tint('#5f3f2c'))
  )
}

const wardrobe = (stage: Stage): string => {
  const tint = stage.at(0.06)
  return (
    rect([-120, 250, 300, 470], tint('#6a4834')) +
    rect([-136, 232, 332, 22], tint('#80593f')) +
    rect([-104, 274, 130, 420], tint('#7a563e')) +
    rect([38, 274, 130, 420], tint('#7a563e')) +
    circle([16, 490, 7], tint('#d9b46a')) +
    circle([50, 490, 7], tint('#d9b46a'))
  )
}
