import { lampColour } from '../../light'
import { candle } from '../pieces/fire'
import { chair, stool, table } from '../pieces/furniture'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { shelf } from '../pieces/shelf'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Counter, bottles in lit shelves, stools; the second set is a café with tables at the window. */
export const bar = (stage: Stage): SetDrawing => {
  const holes: Hole[] = stage.second
    ? [{ x: 430, y: 130, w: 740, h: 350, kind: 'pane' }]
    : [{ x: 150, y: 170, w: 220, h: 300 }]
  const room: Room = {
    wall: stage.second ? '#9c7a5c' : '#6d3f3c',
    dado: { y: 500, colour: stage.second ? '#3f5a4c' : '#43282a' },
    floor: '#6b4632',
    floorKind: stage.second ? 'tiles' : 'boards',
    trim: '#3a2826',
    frame: '#3f2c28',
    holes,
  }
  const lampsAt = [560, 860, 1160].map((x) =>
    pendant(stage, { x, top: -140, y: 120, size: 42, colour: '#2f5a4c', floor: 720 }),
  )
  const tint = stage.at(0.05)
  const back = glow(stage, [920, 320, 440], { colour: lampColour, opacity: stage.light.lampsOn ? 0.34 : 0.16 })
  const counter =
    rect([430, 548, 1400, 182], tint('#5a3428')) +
    rect([412, 528, 1420, 24], tint('#8a5a3c')) +
    rect([412, 550, 1420, 7], stage.light.ink, 'opacity=".35"') +
    repeat(11, (i) => rect([450 + i * 120, 578, 100, 128], tint('#6b4030'))) +
    line([430, 716, 1800, 716], tint('#c9a04c'), 7) +
    taps(stage)
  const bottles = shelf(
    stage,
    { x: 470, y: 500, w: 960, h: 380, colour: '#4a2e26' },
    { rows: 3, what: 'bottles', label: 'bottles' },
  )
  const tables = [150, 1290]
    .map(
      (x) =>
        table(stage, { x, y: 780, w: 220, h: 150, colour: '#6b4632' }) +
        chair(stage, { x: x - 70, y: 776, w: 84, h: 200, colour: '#8a3a34' }) +
        chair(stage, { x: x + 206, y: 776, w: 84, h: 200, colour: '#8a3a34' }) +
        candle(stage, x + 110, 628).svg,
    )
    .join('')
  return {
    far: outsideView(stage, 'town'),
    mid:
      roomWall(stage, room) +
      (stage.second
        ? repeat(3, (i) => rect([430 + i * 247 - 4, 130, 9, 350], tint('#3f2c28'))) + lettering(stage)
        : bottles + back + picture(stage, { x: 1480, y: 220, w: 110, h: 140, colour: '#3a2622' }, 'poster')),
    near:
      roomFloor(stage, room) +
      (stage.second
        ? tables
        : counter +
          [500, 1130, 1290, 1450].map((x) => stool(stage, { x, y: 792, w: 84, h: 150, colour: '#a43a34' })).join('')) +
      windowBeams(stage, holes) +
      lampsAt.map(({ svg }) => svg).join(''),
    foreground: stage.second
      ? plant(stage, { x: -90, y: 1020, size: 320, depth: -0.3 }) + glasses(stage)
      : glasses(stage) + poly([-220, 930, 260, 962, 240, 1010, -220, 1010], stage.at(-0.3)('#5a3428')),
    lamps: lampsAt.map(({ lamp }) => lamp),
    flames: stage.second ? [260, 1400].map((x) => ({ x, y: 574, r: 150, colour: '#ff9a3f' })) : [],
  }
}

const lettering = (stage: Stage): string =>
  repeat(6, (i) => rect([640 + i * 56, 196, 34 - (i % 3) * 8, 46], stage.at(0.06)('#d9b46a'), 'opacity=".7" rx="8"')) +
  stroke('M600 264Q800 292 1000 264', stage.at(0.06)('#d9b46a'), 4)

const taps = (stage: Stage): string =>
  [1240, 1276, 1312]
    .map(
      (x) =>
        rect([x - 5, 466, 10, 64], stage.at(0.03)('#d0a552')) +
        rect([x - 8, 444, 16, 32], stage.at(0.03)('#a4332e'), 'rx="4"'),
    )
    .join('') + rect([1226, 490, 100, 10], stage.at(0.03)('#d0a552'))

const glasses = (stage: Stage): string => {
  const dark = stage.at(-0.26)('#8a6a4c')
  return (
    path('M60 950V850H130V950Z', dark, 'opacity=".9"') +
    rect([54, 838, 82, 14], stage.at(-0.16)('#e4d2ac')) +
    path('M1660 1000V760Q1660 730 1680 716V650H1710V716Q1730 730 1730 760V1000Z', stage.at(-0.3)('#3a5a44'))
  )
}
