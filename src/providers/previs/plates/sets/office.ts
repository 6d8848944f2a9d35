import { mix } from '../../colour'
import { lampColour } from '../../light'
import { door } from '../pieces/door'
import { chair, sofa, table } from '../pieces/furniture'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, glow, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Desks, blinds and files; the second set is a glass corner office high above the town. */
export const office = (stage: Stage): SetDrawing => (stage.second ? cornerOffice(stage) : oldOffice(stage))

const oldOffice = (stage: Stage): SetDrawing => {
  const holes: Hole[] = [420, 830].map((x) => ({ x, y: 120, w: 300, h: 310 }))
  const room: Room = {
    wall: '#a59a86',
    dado: { y: 560, colour: '#6f5a48' },
    floor: '#7d6a58',
    floorKind: 'boards',
    trim: '#594638',
    frame: '#6a5444',
    holes,
  }
  const panel = pendant(stage, { x: 800, top: -140, y: 40, size: 70, colour: '#3f4a44', floor: 720 })
  return {
    far: outsideView(stage, 'town'),
    mid:
      roomWall(stage, room) +
      holes.map((hole) => blinds(stage, hole)).join('') +
      clockOn(stage, 775, 170) +
      picture(stage, { x: 1220, y: 170, w: 150, h: 120, colour: '#4a3a30' }, 'diploma') +
      door(stage, { x: 1390, y: 702, w: 150, h: 400, colour: '#7a5a42' }),
    near:
      roomFloor(stage, room) +
      notices(stage, 150) +
      chair(stage, { x: 470, y: 764, w: 96, h: 200, colour: '#5a4438' }) +
      files(stage, 1160) +
      workDesk(stage, '#86603f') +
      windowBeams(stage, holes) +
      panel.svg,
    foreground: edge(stage),
    lamps: [deskLight(stage), panel.lamp],
  }
}

const cornerOffice = (stage: Stage): SetDrawing => {
  const holes: Hole[] = [{ x: 330, y: 70, w: 940, h: 470, kind: 'pane' }]
  const room: Room = { wall: '#5c6874', floor: '#54606c', floorKind: 'plain', trim: '#3a444e', frame: '#37404a', holes }
  const mullions = repeat(5, (i) => rect([330 + i * 235 - 5, 70, 10, 470], stage.at(0.04)('#37404a')))
  return {
    far: outsideView(stage, 'roofs'),
    mid:
      roomWall(stage, room) + mullions + picture(stage, { x: 130, y: 190, w: 130, h: 170, colour: '#2f343c' }, 'chart'),
    near:
      roomFloor(stage, room) +
      chair(stage, { x: 470, y: 764, w: 96, h: 200, colour: '#2f3a46' }) +
      cabinetLow(stage) +
      files(stage, 1330) +
      workDesk(stage, '#39434e') +
      plant(stage, { x: 1230, y: 742, size: 200, spiky: true }) +
      sofa(stage, { x: 1400, y: 790, w: 330, h: 190, colour: '#3c4a5c' }) +
      windowBeams(stage, holes),
    foreground: edge(stage),
    lamps: [deskLight(stage)],
  }
}

const deskLight = (stage: Stage): Lamp => ({ x: 332, y: 560, r: stage.light.lampsOn ? 230 : 90, colour: lampColour })

/** A desk with a screen, a lamp and papers. */
const workDesk = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.04)
  return (
    table(stage, { x: -60, y: 790, w: 520, h: 150, colour }) +
    rect([60, 528, 150, 96], tint('#2b2e36'), 'rx="6"') +
    rect([68, 536, 134, 80], mix('#9cc8d0', stage.light.ink, stage.light.night ? 0.12 : 0.3)) +
    rect([124, 624, 22, 18], tint('#2b2e36')) +
    repeat(4, (i) => rect([80, 550 + i * 15, 60 + ((i * 37) % 50), 5], '#e8f4f2', 'opacity=".6"')) +
    stroke('M250 636L270 560L320 536', tint('#2f3a34'), 7) +
    path('M296 552L348 520Q366 548 352 566Z', tint('#3f6a54')) +
    (stage.light.lampsOn ? glow(stage, [340, 566, 220], { colour: lampColour, opacity: 0.6 }) : '') +
    papers(stage)
  )
}

/** A pinboard with papers, red thread and photographs. */
const notices = (stage: Stage, x: number): string => {
  const tint = stage.at(0.08)
  const dice = stage.dice('notices')
  return (
    rect([x - 10, 180, 230, 250], tint('#5f4636')) +
    rect([x, 190, 210, 230], tint('#b08a5c')) +
    repeat(7, (i) =>
      rect(
        [x + 12 + (i % 3) * 66, 202 + Math.floor(i / 3) * 74, 46 + dice() * 8, 50 + dice() * 12],
        tint(i % 3 === 1 ? '#8aa0a4' : '#efe6d2'),
      ),
    ) +
    stroke(d`M${x + 30} 222L${x + 104} 300L${x + 170} 240L${x + 110} 372`, tint('#b8323a'), 2.5)
  )
}

/** A low cabinet under the window, with books, a globe and a tray. */
const cabinetLow = (stage: Stage): string => {
  const tint = stage.at(0.07)
  return (
    rect([620, 600, 520, 116], tint('#46525e')) +
    rect([610, 588, 540, 16], tint('#5c6a76')) +
    repeat(4, (i) => rect([630 + i * 128, 612, 116, 96], tint('#4f5c68'))) +
    repeat(9, (i) =>
      rect(
        [660 + i * 15, 540 + ((i * 7) % 14), 13, 48 - ((i * 7) % 14)],
        tint(['#8a5a4c', '#7a8a92', '#b09a5c'][i % 3] ?? '#7a8a92'),
      ),
    ) +
    circle([1060, 556, 30], tint('#5f96a8')) +
    rect([1054, 584, 12, 6], tint('#2f343c'))
  )
}

const edge = (stage: Stage): string =>
  plant(stage, { x: 1710, y: 1010, size: 300, depth: -0.3, spiky: true }) +
  path('M-220 1010V850Q-120 820 -20 850Q60 880 70 1010Z', stage.at(-0.34)('#3c3a42'))

const blinds = (stage: Stage, { x, y, w, h }: Hole): string =>
  repeat(9, (i) => rect([x, y + 6 + i * 15, w, 8], stage.at(0.08)('#d8ccb0'), 'opacity=".85"')) +
  rect([x + w - 24, y, 2, h * 0.8], stage.at(0.08)('#efe6d0'))

const clockOn = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.08)
  return (
    circle([x, y, 32], tint('#3a3238')) +
    circle([x, y, 26], tint('#f0e8d4')) +
    stroke(d`M${x} ${y}V${y - 18}M${x} ${y}L${x + 12} ${y + 6}`, tint('#2a262c'), 3)
  )
}

const files = (stage: Stage, x: number): string => {
  const tint = stage.at(0.06)
  return (
    [0, 104]
      .map(
        (dx) =>
          rect([x + dx, 486, 98, 236], tint('#6b7674')) +
          repeat(
            4,
            (i) =>
              rect([x + dx + 7, 494 + i * 57, 84, 49], tint('#7d8a86')) +
              rect([x + dx + 36, 510 + i * 57, 26, 7], tint('#3c4446')),
          ),
      )
      .join('') +
    rect([x + 20, 452, 60, 34], tint('#b89a68')) +
    rect([x + 120, 462, 70, 24], tint('#8a5a44'))
  )
}

const papers = (stage: Stage): string => {
  const tint = stage.at(0.02)
  return (
    poly([380, 636, 440, 634, 446, 641, 372, 641], tint('#f0e8d6')) +
    rect([378, 626, 60, 9], tint('#a4493d')) +
    rect([384, 617, 54, 9], tint('#3f6276'))
  )
}
