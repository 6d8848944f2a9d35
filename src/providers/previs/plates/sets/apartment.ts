import { lampColour } from '../../light'
import { pick } from '../../random'
import { curtains } from '../pieces/curtains'
import { fireplace } from '../pieces/fire'
import { sofa } from '../pieces/furniture'
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
import { glow, path, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A living room with a sofa, a floor lamp, and a fireplace or books. */
export const apartment = (stage: Stage): SetDrawing => {
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
