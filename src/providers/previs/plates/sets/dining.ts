import { mix } from '../../colour'
import { pick } from '../../random'
import { cabinet } from '../pieces/cabinet'
import { curtains } from '../pieces/curtains'
import { candle } from '../pieces/fire'
import { footShade } from '../pieces/footShade'
import { chair } from '../pieces/furniture'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { shelf } from '../pieces/shelf'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, ellipse, path, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A long laid table with chairs and candles under a lamp, a sideboard, china on its shelves. */
export const dining = (stage: Stage): SetDrawing => {
  const dice = stage.dice('dining')
  const hole: Hole = stage.second ? { x: 1020, y: 130, w: 300, h: 300 } : { x: 300, y: 130, w: 300, h: 300 }
  const room: Room = {
    wall: pick(['#8f4f48', '#5f7a70', '#b0946a', '#6a7390'], dice()),
    dado: { y: 530, colour: pick(['#5f3f34', '#d8cdb4', '#4a4f5c'], dice()) },
    floor: '#80583c',
    floorKind: 'boards',
    trim: '#e4d8c0',
    frame: '#efe4cc',
    holes: [hole],
    floorY: 706,
  }
  const wood = pick(['#6f4630', '#80593f', '#5a3c30'], dice())
  const lamp = pendant(stage, { x: 800, top: -140, y: 210, size: 66, colour: '#d9b45c', floor: 640 })
  const candles = [640, 960].map((x) => candle(stage, x, 606))
  const china = stage.second ? 170 : 1170
  return {
    far: outsideView(stage, pick(['country', 'town', 'wood'], dice())),
    mid:
      roomWall(stage, room) +
      curtains(stage, hole, pick(['#b58a4a', '#8a3f48', '#4f6a5c'], dice())) +
      picture(stage, { x: 690, y: 250, w: 220, h: 150, colour: '#c9a04c' }, 'dining'),
    near:
      roomFloor(stage, room) +
      cabinet(stage, { x: china, y: 730, w: 340, h: 190, colour: wood }, 3) +
      shelf(stage, { x: china + 14, y: 534, w: 312, h: 290, colour: wood }, { rows: 3, what: 'jars', label: 'china' }) +
      [500, 620, 740, 860, 980].map((x) => chair(stage, { x: x + 20, y: 728, w: 80, h: 206, colour: wood })).join('') +
      laidTable(stage, wood) +
      candles.map(({ svg }) => svg).join('') +
      windowBeams(stage, [hole], 706) +
      lamp.svg,
    foreground: rect([-220, 700, 150, 320], stage.at(-0.32)(wood)),
    lamps: [lamp.lamp, ...candles.map((one) => one.lamp)],
    flames: candles.map((one) => one.lamp),
  }
}

const laidTable = (stage: Stage, wood: string): string => {
  const tint = stage.at(0.045)
  const cloth = tint('#efe7d6')
  const plates = repeat(5, (i) => {
    const x = 530 + i * 135
    return ellipse([x, 608, 40, 8], tint('#fbf8ef')) + ellipse([x, 607, 26, 5], tint('#c9d4d4')) + rect([x + 50, 584, 16, 24], tint('#bcd0d4'), 'rx="5"') // prettier-ignore
  })
  return (
    footShade(stage, [440, 760, 720]) +
    [470, 1110].map((x) => rect([x, 640, 22, 120], tint(mix(wood, '#1a1416', 0.2)))).join('') +
    rect([430, 612, 740, 18], tint(wood)) +
    path(
      'M424 600H1176V660Q1120 684 1060 662Q990 690 920 664Q860 690 800 664Q730 690 660 664Q600 688 540 662Q470 684 424 658Z',
      cloth,
    ) + // prettier-ignore
    rect([424, 600, 752, 14], tint('#fbf5e6')) +
    plates +
    ellipse([800, 594, 64, 12], tint('#a8763c')) +
    circle([776, 580, 17], tint('#c9402f')) +
    circle([806, 576, 18], tint('#d99a3a')) +
    circle([832, 582, 15], tint('#7f9a3f'))
  )
}
