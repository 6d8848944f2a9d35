import { mix } from '../../colour'
import { pick } from '../../random'
import { candle, torch } from '../pieces/fire'
import { table } from '../pieces/furniture'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A hall with columns, banners and a throne. */
export const palace = (stage: Stage): SetDrawing => {
  const dice = stage.dice('palace')
  const cloth = pick(['#8a2f3a', '#2f4a7c', '#3f6a4c', '#6a3f7c'], dice())
  const holes: Hole[] = [300, 520, 980, 1200].map((x) => ({ x: x - 10, y: 130, w: 120, h: 400, kind: 'arch' as const }))
  const room: Room = {
    wall: stage.second ? '#b0946a' : '#9a8d94',
    dado: { y: 610, colour: stage.second ? '#8a6c48' : '#7a6c78' },
    floor: stage.second ? '#a8845a' : '#7c707c',
    floorKind: 'tiles',
    trim: '#c9a24c',
    frame: '#d0b070',
    holes,
  }
  const tint = stage.at(0.05)
  const column = (x: number) =>
    rect([x - 38, -140, 76, 860], tint('#cdbfa8')) +
    repeat(3, (i) => rect([x - 26 + i * 22, -140, 7, 850], stage.light.ink, 'opacity=".12"')) +
    rect([x - 56, 676, 112, 46], tint('#b5a48a')) +
    rect([x - 52, 40, 104, 26], tint('#c9a24c'))
  const banner = (x: number) =>
    path(d`M${x - 42} 90H${x + 42}V430L${x} 480L${x - 42} 430Z`, tint(cloth)) +
    circle([x, 230, 26], tint('#d9b04c')) +
    poly([x - 10, 300, x, 270, x + 10, 300, x, 330], tint('#d9b04c')) +
    rect([x - 50, 82, 100, 10], tint('#c9a24c'))
  const throne =
    rect([700, 690, 200, 30], tint('#b5a48a')) +
    rect([660, 716, 280, 24], tint('#a08f78')) +
    path('M736 690V470Q736 400 800 372Q864 400 864 470V690Z', tint('#c9a24c')) +
    path('M752 690V480Q752 424 800 402Q848 424 848 480V690Z', tint(cloth)) +
    rect([722, 590, 30, 100], tint('#b08f40')) +
    rect([848, 590, 30, 100], tint('#b08f40')) +
    rect([744, 620, 112, 40], tint(mix(cloth, '#ffffff', 0.12)))
  const torches = [torch(stage, 190, 400), torch(stage, 1410, 400)]
  const seat = stage.second
    ? table(stage, { x: 660, y: 726, w: 320, h: 120, colour: '#7a5438' }) +
      candle(stage, 760, 606).svg +
      candle(stage, 880, 606).svg
    : throne
  return {
    far: outsideView(stage, 'country'),
    mid:
      roomWall(stage, room) +
      [420, 1180].map((x) => banner(x - 20)).join('') +
      (stage.second
        ? stroke('M-200 50H1800', tint('#6b4a34'), 30) +
          repeat(7, (i) => stroke(d`M${-100 + i * 300} 50V-140`, tint('#6b4a34'), 22))
        : banner(800)),
    near:
      roomFloor(stage, room) +
      poly([716, 740, 884, 740, 1060, 1000, 540, 1000], tint(cloth)) +
      seat +
      column(110) +
      column(1490) +
      torches.map(({ svg }) => svg).join('') +
      windowBeams(stage, holes),
    foreground:
      rect([-240, -140, 190, 1160], stage.at(-0.32)('#8a7c74')) +
      path('M1800 -140V1010H1640Q1690 500 1560 -140Z', stage.at(-0.3)(cloth)),
    lamps: torches.map(({ lamp }) => lamp),
    flames: torches.map(({ lamp }) => lamp),
  }
}
