import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { curtains } from '../pieces/curtains'
import { fireplace } from '../pieces/fire'
import { bed, chair, sofa } from '../pieces/furniture'
import { floorLamp } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { rug } from '../pieces/rug'
import { shelf } from '../pieces/shelf'
import { windowBeams } from '../pieces/windowBeams'
import type { Lamp, SetDrawing } from '../plate'
import { circle, glow, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A living room with a sofa and a floor lamp, or (second set) a bedroom. */
export const apartment = (stage: Stage): SetDrawing => (stage.second ? bedroom(stage) : livingRoom(stage))

const livingRoom = (stage: Stage): SetDrawing => {
  const dice = stage.dice('living')
  const hole: Hole = { x: 590, y: 130, w: 360, h: 330 }
  const wall = pick(['#7f9488', '#b98a6c', '#8a8fa5', '#c2a878'], dice())
  const room: Room = { wall, floor: '#9a6a46', floorKind: 'boards', trim: '#e4d6bc', frame: '#efe4cc', holes: [hole] }
  const standing = { x: 1130, y: 330, r: 380, colour: lampColour }
  const couch = pick(['#a34a42', '#3f6a66', '#c08a3e', '#4c5a80'], dice())
  const hearth = dice() < 0.4 ? fireplace(stage, { x: 90, y: 716, w: 250, h: 260 }) : null
  return {
    far: outsideView(stage, pick(['town', 'roofs', 'country'], dice())),
    mid:
      roomWall(stage, room) +
      curtains(stage, hole, pick(['#a8533f', '#4f6f7c', '#b99a5a'], dice())) +
      picture(stage, { x: 1190, y: 170, w: 180, h: 140, colour: '#5c4032' }, 'pictureA') +
      picture(stage, { x: 1395, y: 210, w: 84, h: 104, colour: '#3a3238' }, 'pictureB') +
      radiator(stage, 640),
    near:
      roomFloor(stage, room) +
      (hearth
        ? hearth.svg
        : shelf(
            stage,
            { x: 110, y: 714, w: 290, h: 470, colour: '#6b4a36' },
            { rows: 5, what: 'mixed', label: 'books' },
          )) +
      sofa(stage, { x: 1150, y: 762, w: 420, h: 230, colour: couch }) +
      floorLamp(stage, { x: 1110, y: 748, h: 370, colour: '#e6cfa0' }) +
      glowWhenLit(stage, standing) +
      rug(stage, { x: 800, y: 838, w: 780, h: 110, colour: '#8a4038' }) +
      plant(stage, { x: 480, y: 740, size: 170 }) +
      windowBeams(stage, [hole]),
    foreground: armchair(stage) + plant(stage, { x: 1720, y: 1020, size: 320, depth: -0.3, spiky: true }),
    lamps: [standing, ...(hearth ? [hearth.lamp] : [])],
    flames: hearth ? [hearth.lamp] : [],
  }
}

const glowWhenLit = (stage: Stage, lamp: Lamp): string =>
  stage.light.lampsOn
    ? glow(stage, [lamp.x, lamp.y, lamp.r], { colour: lampColour, opacity: 0.5 }) +
      glow(stage, [lamp.x, lamp.y, lamp.r * 0.34], { colour: lampColour, opacity: 0.7 })
    : ''

const radiator = (stage: Stage, x: number): string =>
  rect([x, 540, 260, 120], stage.at(0.09)('#d8d0c0'), 'rx="6"') +
  repeat(9, (i) => rect([x + 12 + i * 28, 548, 7, 104], stage.light.ink, 'opacity=".16"'))

const armchair = (stage: Stage): string => {
  const dark = stage.at(-0.3)('#5a4650')
  return (
    path('M-220 1010V800Q-160 730 -60 752Q30 770 60 860Q110 860 120 910V1010Z', dark) +
    path('M-60 752Q30 770 60 860', 'none', `stroke="${stage.at(-0.2)('#7a6268')}" stroke-width="8"`)
  )
}

const bedroom = (stage: Stage): SetDrawing => {
  const dice = stage.dice('bedroom')
  const hole: Hole = { x: 250, y: 140, w: 300, h: 330 }
  const room: Room = {
    wall: pick(['#8a8fae', '#a58a92', '#7f9a92', '#c0a684'], dice()),
    dado: { y: 560, colour: pick(['#6a6f8a', '#7c646e', '#5f7a74'], dice()) },
    floor: '#8a5f44',
    floorKind: 'boards',
    trim: '#e2d6c0',
    frame: '#ece2cc',
    holes: [hole],
  }
  const side = { x: 1080, y: 560, r: 300, colour: lampColour }
  const tint = stage.at(0.03)
  const bedside =
    rect([1036, 640, 96, 100], tint('#7a563c')) +
    rect([1028, 632, 112, 11], tint('#94704e')) +
    rect([1050, 668, 68, 4], tint('#5a3e2c')) +
    rect([1076, 590, 9, 44], tint('#3a3036')) +
    poly(
      [1056, 540, 1106, 540, 1124, 596, 1038, 596],
      stage.light.lampsOn ? mix(tint('#e8c890'), '#ffd592', 0.75) : tint('#e8d8b4'),
    )
  return {
    far: outsideView(stage, pick(['roofs', 'town', 'country'], dice())),
    mid:
      roomWall(stage, room) +
      curtains(stage, hole, pick(['#6a5a8a', '#a8604c', '#4c6f7a'], dice())) +
      picture(stage, { x: 1240, y: 210, w: 200, h: 150, colour: '#6b4e3a' }, 'above') +
      picture(stage, { x: 700, y: 230, w: 90, h: 120, colour: '#3a3238' }, 'small'),
    near:
      roomFloor(stage, room) +
      wardrobe(stage) +
      dresser(stage, pick(['#80593f', '#5f6a66', '#7a6a52'], dice())) +
      bed(stage, { x: 1150, y: 760, w: 480, h: 170, colour: pick(['#3f6a7c', '#8a4a52', '#5f7a4c'], dice()) }) +
      bedside +
      glowWhenLit(stage, side) +
      rug(stage, { x: 760, y: 836, w: 640, h: 90, colour: '#6d4a5c' }) +
      chair(stage, { x: 470, y: 752, w: 86, h: 190, colour: '#8a6242' }) +
      windowBeams(stage, [hole]),
    foreground:
      path('M1800 1010V820Q1660 780 1560 880Q1500 930 1480 1010Z', stage.at(-0.3)('#6a5a72')) +
      rect([-220, 700, 150, 320], stage.at(-0.32)('#4a3a36')),
    lamps: [side],
  }
}

/** A chest of drawers with a mirror, bottles and a box on it. */
const dresser = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.05)
  const drawers = [0, 1, 2].map(
    (i) =>
      rect([652, 580 + i * 44, 256, 38], tint(mix(colour, '#f0dcb4', 0.16))) +
      circle([716, 599 + i * 44, 5], tint('#d9b46a')) +
      circle([844, 599 + i * 44, 5], tint('#d9b46a')),
  )
  return (
    rect([820, 330, 150, 214], tint('#6b4e3a'), 'rx="60"') +
    rect([832, 342, 126, 190], mix(tint('#a8bcc2'), stage.light.ink, stage.light.night ? 0.25 : 0), 'rx="52"') +
    poly([860, 360, 884, 350, 930, 500, 912, 520], '#ffffff', 'opacity=".13"') +
    rect([640, 560, 280, 156], tint(colour)) +
    rect([628, 546, 304, 18], tint(mix(colour, '#fff0d0', 0.2))) +
    drawers.join('') +
    rect([660, 502, 26, 44], tint('#5f7a86'), 'rx="8"') +
    rect([694, 518, 20, 28], tint('#a8605a'), 'rx="6"') +
    rect([730, 522, 66, 24], tint('#b08a4c'), 'rx="3"')
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
