import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { footShade } from '../pieces/footShade'
import { sofa } from '../pieces/furniture'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { rug } from '../pieces/rug'
import { windowBeams } from '../pieces/windowBeams'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, ellipse, glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A reception desk before its pigeonholes of keys, a glass door to the street, a sofa, a chandelier. */
export const lobby = (stage: Stage): SetDrawing => {
  const dice = stage.dice('lobby')
  const hole: Hole = { x: 640, y: 210, w: 250, h: 490, kind: 'arch' }
  const room: Room = {
    wall: pick(['#a8845c', '#8c9484', '#b08a78', '#8f93a0'], dice()),
    dado: { y: 520, colour: pick(['#5f3f34', '#44564c', '#4a4a5c'], dice()) },
    floor: '#b0a48e',
    floorKind: 'tiles',
    trim: '#d9c28c',
    frame: '#6a4a34',
    holes: [hole],
    floorY: 712,
  }
  const wood = pick(['#6f4430', '#5a3f38', '#7a5236'], dice())
  const cloth = pick(['#8a3a42', '#3f5f58', '#4a5480'], dice())
  const lamps: Lamp[] = [
    { x: 765, y: 142, r: 420, colour: lampColour },
    { x: 1500, y: 498, r: 200, colour: lampColour },
  ]
  return {
    far: outsideView(stage, 'town'),
    mid:
      roomWall(stage, room) +
      glassDoor(stage) +
      keys(stage, wood) +
      picture(stage, { x: 330, y: 210, w: 200, h: 150, colour: '#c9a04c' }, 'lobby') +
      clockFace(stage, { x: 1010, y: 200, r: 40 }, '#c9a04c'),
    near:
      roomFloor(stage, room) +
      rug(stage, { x: 770, y: 826, w: 660, h: 110, colour: cloth }) +
      sofa(stage, { x: 90, y: 764, w: 400, h: 220, colour: cloth }) +
      plant(stage, { x: 560, y: 740, size: 190 }) +
      desk(stage, wood) +
      windowBeams(stage, [hole], 712) +
      chandelier(stage, lamps[0] ?? { x: 765, y: 142, r: 420, colour: lampColour }),
    foreground:
      plant(stage, { x: -120, y: 1020, size: 330, depth: -0.3, spiky: true }) +
      rect([1690, -190, 120, 1290], stage.at(-0.3)('#8a7458')),
    lamps,
  }
}

const glassDoor = (stage: Stage): string => {
  const tint = stage.at(0.08)
  const wood = tint('#6a4a34')
  return (
    rect([640, 470, 250, 14], wood) +
    rect([757, 470, 16, 240], wood) +
    rect([640, 620, 250, 90], wood) +
    rect([656, 636, 94, 58], tint('#80593f')) +
    rect([780, 636, 94, 58], tint('#80593f')) +
    rect([744, 552, 8, 60], tint('#d9b46a')) +
    rect([778, 552, 8, 60], tint('#d9b46a'))
  )
}

/** Rows of boxes, a key with its tag in many of them. */
const keys = (stage: Stage, wood: string): string => {
  const tint = stage.at(0.09)
  const dice = stage.dice('keys')
  return (
    rect([1110, 180, 420, 276], tint(wood)) +
    repeat(28, (i) => {
      const [x, y] = [1122 + (i % 7) * 58, 192 + Math.floor(i / 7) * 65]
      const [has, tone] = [dice(), dice()]
      const key = rect([x + 17, y + 12, 6, 20], tint('#d9b46a')) + circle([x + 20, y + 38, 9], tint(pick(['#b5443a', '#d9b46a', '#3f6a66'], tone))) // prettier-ignore
      const letter = rect([x + 8, y + 30, 34, 18], tint('#efe6d2'), `transform="rotate(-12 ${String(x + 24)} ${String(y + 40)})"`) // prettier-ignore
      return rect([x, y, 50, 55], tint(mix(wood, '#120d10', 0.5))) + (has < 0.6 ? key : has < 0.78 ? letter : '')
    })
  )
}

const desk = (stage: Stage, wood: string): string => {
  const tint = stage.at(0.045)
  const on = stage.light.lampsOn
  return (
    footShade(stage, [1060, 772, 720]) +
    rect([1070, 566, 740, 204], tint(wood)) +
    repeat(5, (i) => rect([1092 + i * 146, 604, 122, 138], tint(mix(wood, '#f0c890', 0.14)))) +
    rect([1048, 546, 780, 26], tint('#d8cdb8')) +
    rect([1048, 571, 780, 7], stage.light.ink, 'opacity=".3"') +
    rect([1062, 752, 760, 18], tint('#c9a04c')) +
    path('M1166 546Q1168 518 1194 516Q1220 518 1222 546Z', tint('#d9b46a')) +
    circle([1194, 514, 5], tint('#d9b46a')) +
    poly([1270, 546, 1290, 534, 1372, 534, 1380, 546], tint('#efe6d2')) +
    line([1360, 530, 1384, 506], tint('#2c2a30'), 4) +
    rect([1494, 510, 10, 38], tint('#c9a04c')) +
    path('M1446 512Q1450 478 1500 474Q1550 478 1554 512Z', on ? mix('#3f7a5a', '#ffe2a0', 0.35) : tint('#3f7a5a')) +
    (on ? glow(stage, [1500, 520, 200], { colour: lampColour, opacity: 0.55 }) : '')
  )
}

const chandelier = (stage: Stage, { x, y, r }: Lamp): string => {
  const on = stage.light.lampsOn
  const brass = stage.at(0.03)('#b98f4c')
  return (
    line([x, -190, x, y - 30], brass, 5) +
    (on ? glow(stage, [x, y, r], { colour: lampColour, opacity: 0.45 }) : '') +
    stroke(
      d`M${x - 118} ${y - 6}Q${x - 60} ${y + 44} ${x} ${y - 20}Q${x + 60} ${y + 44} ${x + 118} ${y - 6}`,
      brass,
      7,
    ) +
    ellipse([x, y + 6, 16, 22], brass) +
    [-118, -60, 0, 60, 118]
      .map((k) => {
        const top = y - 28 + (Math.abs(k) === 60 ? 30 : 0)
        return rect([x + k - 6, top, 12, 22], stage.at(0.02)('#f0e6cc')) + ellipse([x + k, top - 8, 8, 13], on ? '#fff0c4' : stage.at(0.02)('#e8dcc0')) // prettier-ignore
      })
      .join('')
  )
}
