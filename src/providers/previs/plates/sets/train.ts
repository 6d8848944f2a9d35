import { lampColour } from '../../light'
import { footShade } from '../pieces/footShade'
import { cone } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { d, glow, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A railway carriage from inside: three windows, seats, a rack; the second set is a dining car with lamps on tables. */
export const train = (stage: Stage): SetDrawing => {
  const holes: Hole[] = [
    { x: 60, y: 150, w: 400, h: 300, kind: 'pane' },
    { x: 600, y: 150, w: 400, h: 300, kind: 'pane' },
    { x: 1140, y: 150, w: 400, h: 300, kind: 'pane' },
  ]
  const room: Room = {
    wall: '#8a4a3c',
    dado: { y: 500, colour: '#5c3028' },
    floor: '#6b4a3a',
    floorKind: 'planks',
    trim: '#c9964c',
    frame: '#c98f4c',
    holes,
    corner: 0,
    floorY: 716,
  }
  const tint = stage.at(0.04)
  const lampsAt = [530, 1070].map((x) => ({ x, y: 110, r: 300, colour: lampColour }))
  const sconces = lampsAt
    .map(
      ({ x, y, r }) =>
        rect([x - 6, 60, 12, 30], tint('#c9964c')) +
        poly([x - 20, 86, x + 20, 86, x + 34, 130, x - 34, 130], stage.light.lampsOn ? '#ffe2a0' : tint('#efe0c0')) +
        (stage.light.lampsOn
          ? glow(stage, [x, y + 20, r], { colour: lampColour, opacity: 0.5 }) +
            cone(stage, { x, y: 130, bottom: 700, spread: 190, opacity: 0.08 })
          : ''),
    )
    .join('')
  const seat = (x: number, flip: 1 | -1) =>
    footShade(stage, [x - 110, 752, 220]) +
    path(
      d`M${x - flip * 100} 752V540Q${x - flip * 100} 506 ${x - flip * 66} 506Q${x - flip * 36} 508 ${x - flip * 34} 546L${x - flip * 26} 650H${x + flip * 92}Q${x + flip * 108} 652 ${x + flip * 108} 674V706H${x - flip * 20}V752Z`,
      tint('#2f6a5c'),
    ) +
    path(
      d`M${x - flip * 34} 546L${x - flip * 26} 650H${x + flip * 92}`,
      'none',
      `stroke="${tint('#4f8f7c')}" stroke-width="7"`,
    ) +
    rect([x - 96, 520, 0, 0], '#000') +
    poly([x - flip * 96, 512, x - flip * 40, 512, x - flip * 40, 548, x - flip * 96, 548], tint('#e6dcc4'))
  const dining = [260, 1340]
    .map(
      (x) =>
        rect([x - 130, 620, 260, 18], tint('#f0e8d8')) +
        path(d`M${x - 124} 636H${x + 124}L${x + 108} 700Q${x} 676 ${x - 108} 700Z`, tint('#e2d8c4')) +
        rect([x - 8, 690, 16, 66], tint('#4a3430')) +
        rect([x - 4, 574, 8, 46], tint('#c9964c')) +
        poly([x - 22, 540, x + 22, 540, x + 34, 580, x - 34, 580], stage.light.lampsOn ? '#ffdc98' : tint('#c9533f')) +
        (stage.light.lampsOn ? glow(stage, [x, 570, 180], { colour: lampColour, opacity: 0.55 }) : ''),
    )
    .join('')
  const rack =
    rect([-200, 58, 2000, 9], tint('#c9964c')) +
    repeat(6, (i) =>
      rect(
        [-140 + i * 330, 14 + (i % 2) * 8, 110 + (i % 3) * 30, 44 - (i % 2) * 8],
        tint(['#6a4434', '#3f5a66', '#8a6a3c'][i % 3] ?? '#6a4434'),
        'rx="5"',
      ),
    )
  return {
    far: outsideView(stage, 'country') + poles(stage),
    mid:
      roomWall(stage, room) +
      holes.map((h) => rect([h.x - 6, h.y - 4, h.w + 12, 62], tint('#b99a5c'), 'opacity=".9"')).join('') +
      rack,
    near:
      roomFloor(stage, room) +
      seat(70, 1) +
      seat(470, -1) +
      seat(1150, 1) +
      seat(1540, -1) +
      (stage.second
        ? dining
        : rect([228, 610, 110, 12], tint('#7a5438')) + rect([276, 622, 12, 110], tint('#5a3c2c'))) +
      sconces +
      windowBeams(stage, holes, 716),
    foreground:
      path('M-220 1010V760Q-160 700 -80 720Q-10 740 -4 820V1010Z', stage.at(-0.32)('#2f5a50')) +
      path('M1820 1010V740Q1740 690 1660 730Q1610 760 1604 860V1010Z', stage.at(-0.32)('#2f5a50')),
    lamps: lampsAt,
  }
}

const poles = (stage: Stage): string =>
  [340, 900, 1480]
    .map(
      (x) =>
        rect([x, 330, 8, 400], stage.open(0.35)('#4a4038')) + rect([x - 30, 350, 68, 6], stage.open(0.35)('#4a4038')),
    )
    .join('') +
  stroke('M-200 340Q70 380 340 352Q620 400 900 352Q1190 400 1480 352Q1640 380 1800 352', stage.open(0.35)('#4a4038'), 2)
