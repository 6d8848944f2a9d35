import { mix } from '../../colour'
import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { door } from '../pieces/door'
import { bed, chair } from '../pieces/furniture'
import { outsideView } from '../pieces/outsideView'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { d, glow, line, path, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Beds with curtains, a drip and a chart; the second set is a corridor desk. */
export const hospital = (stage: Stage): SetDrawing => {
  const holes: Hole[] = stage.second
    ? [{ x: 640, y: 130, w: 320, h: 280, kind: 'pane' }]
    : [
        { x: 520, y: 110, w: 250, h: 300 },
        { x: 850, y: 110, w: 250, h: 300 },
      ]
  const dice = stage.dice('colours')
  const room: Room = {
    wall: pick(['#c4d4cc', '#d4cdbc', '#c2cad6'], dice()),
    dado: { y: 520, colour: pick(['#8fb0a6', '#b59a86', '#8699b4'], dice()) },
    floor: '#aebcb8',
    floorKind: 'tiles',
    trim: '#6f928c',
    frame: '#eef2ec',
    holes,
  }
  const tint = stage.at(0.04)
  const tube =
    rect([560, -20, 480, 20], stage.light.lampsOn ? '#f4fbf4' : tint('#e4ebe6')) +
    (stage.light.lampsOn ? glow(stage, [800, 0, 620], { colour: '#dff5ea', opacity: 0.4, flat: 0.6 }) : '')
  const curtain = (x: number, w: number) =>
    rect([x - 10, 126, w + 20, 8], tint('#7f9298')) +
    path(d`M${x} 132H${x + w}V640H${x}Z`, tint('#9cc0c8')) +
    repeat(6, (i) => path(d`M${x + (i * w) / 6} 132q10 250 -2 508h14q8 -260 0 -508Z`, tint('#7fa6b2'), 'opacity=".7"'))
  const drip = (x: number) =>
    rect([x - 3, 330, 6, 430], tint('#7d8a90')) +
    stroke(d`M${x - 26} 336H${x + 26}`, tint('#7d8a90'), 5) +
    rect([x - 38, 344, 28, 60], tint('#d4e8e6'), 'rx="8"') +
    rect([x - 35, 374, 22, 28], tint('#9ac4c4'), 'rx="6"') +
    stroke(d`M${x - 24} 404Q${x - 20} 560 ${x + 50} 620`, tint('#d4e8e6'), 2) +
    line([x - 30, 762, x + 30, 762], tint('#5f6c72'), 6)
  const monitor =
    rect([1440, 440, 124, 92], tint('#3c464c'), 'rx="8"') +
    rect([1448, 448, 108, 70], '#12302c') +
    stroke('M1452 490H1480L1490 466L1502 506L1512 484H1552', '#63e0a0', 3) +
    rect([1494, 532, 14, 190], tint('#7d8a90')) +
    glow(stage, [1502, 484, 120], { colour: '#63e0a0', opacity: 0.25 })
  const wards =
    curtain(90, 190) +
    curtain(1400, 190) +
    bed(stage, { x: 60, y: 752, w: 400, h: 160, colour: '#a8c8cc' }) +
    bed(stage, { x: 1170, y: 752, w: 400, h: 160, colour: '#a8c8cc' }) +
    drip(500) +
    monitor
  const desk =
    rect([1010, 570, 620, 170], tint('#dfe6e0')) +
    rect([990, 556, 660, 20], tint('#6f928c')) +
    rect([1010, 640, 620, 12], tint('#4f8a84')) +
    rect([1120, 486, 120, 72], tint('#2f383c'), 'rx="6"') +
    rect([1128, 494, 104, 56], mix('#a8d4d0', stage.light.ink, 0.15)) +
    plant(stage, { x: 1540, y: 556, size: 110 }) +
    cross(stage, 1310, 240) +
    door(stage, { x: 180, y: 702, w: 190, h: 430, colour: '#7fa6a4' }) +
    rect([246, 330, 58, 110], mix('#d4e8e4', stage.light.ink, 0.2)) +
    repeat(3, (i) => chair(stage, { x: 420 + i * 96, y: 746, w: 84, h: 170, colour: '#4f8a92' }))
  return {
    far: outsideView(stage, 'town'),
    mid:
      roomWall(stage, room) +
      clockFace(stage, { x: stage.second ? 560 : 810, y: 90, r: 34 }, '#5f7a7a') +
      (stage.second ? '' : cross(stage, 1290, 200)),
    near: roomFloor(stage, room) + (stage.second ? desk : wards) + tube + windowBeams(stage, holes),
    foreground:
      rect([1620, -140, 190, 1160], stage.at(-0.26)('#7fa0a8')) +
      repeat(3, (i) => rect([1640 + i * 54, -140, 16, 1160], stage.at(-0.34)('#6f929c'))) +
      path('M-220 1010V890H60Q80 890 80 910V1010Z', stage.at(-0.3)('#8aa4a4')),
    lamps: [{ x: 800, y: 0, r: 500, colour: '#dff5ea' }],
  }
}

const cross = (stage: Stage, x: number, y: number): string =>
  rect([x - 50, y - 50, 100, 100], stage.at(0.08)('#f2f4ee'), 'rx="10"') +
  rect([x - 12, y - 36, 24, 72], stage.at(0.08)('#c0453c')) +
  rect([x - 36, y - 12, 72, 24], stage.at(0.08)('#c0453c'))
