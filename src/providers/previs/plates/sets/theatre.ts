import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import type { Room } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, glow, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A stage with curtains and lights, seen from the house. */
export const theatre = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.08)
  const red = tint(pick(['#9c2f36', '#3f3f7c', '#2f5c50'], stage.dice('cloth')()))
  const fold = mix(red, stage.light.ink, 0.32)
  const drape = (x: number, w: number) =>
    rect([x, -140, w, 880], red) +
    repeat(Math.round(w / 46), (i) =>
      path(d`M${x + i * 46} -140q16 440 4 880h18q-8 -440 -2 -880Z`, fold, 'opacity=".6"'),
    )
  const valance = repeat(
    9,
    (i) =>
      path(d`M${-200 + i * 224} -140H${24 + i * 224}V40Q${-88 + i * 224} 150 ${-200 + i * 224} 40Z`, red) +
      stroke(d`M${-200 + i * 224} 42Q${-88 + i * 224} 152 ${24 + i * 224} 42`, tint('#d9b04c'), 8),
  )
  const spots = [420, 800, 1180].map((x) => ({ x, y: -20, r: 300, colour: '#fff0c8' }))
  const beams = spots
    .map(
      ({ x }, i) =>
        poly(
          [x - 12, -40, x + 12, -40, 800 + (i - 1) * 170 + 170, 810, 800 + (i - 1) * 170 - 170, 810],
          '#fff0c8',
          'opacity=".13"',
        ) + ellipse([800 + (i - 1) * 170, 806, 190, 34], '#fff0c8', 'opacity=".16"'),
    )
    .join('')
  const boards: Room = {
    wall: '#3c3440',
    floor: '#9a6c46',
    floorKind: 'boards',
    trim: '#3a2c2c',
    frame: '#333',
    holes: [],
    corner: 0,
  }
  const backcloth =
    rect([-200, -140, 2000, 880], stage.at(0.14)('#4a5a86')) +
    circle([1030, 250, 90], stage.at(0.1)('#e8d9a0')) +
    path('M-200 560Q200 430 560 560T1200 540T1800 520V740H-200Z', stage.at(0.12)('#3f5a6c')) +
    path('M-200 640Q300 560 700 640T1800 620V740H-200Z', stage.at(0.1)('#31495a')) +
    repeat(16, (i) => circle([80 + i * 97, 60 + ((i * 71) % 260), 3], '#f4ecc8', 'opacity=".7"'))
  return {
    sky: rect([-200, -140, 2000, 1150], stage.light.ink),
    far: backcloth,
    mid: drape(160, 150) + drape(1290, 150),
    near:
      roomFloor(stage, boards) +
      drape(-200, 320) +
      drape(1480, 330) +
      valance +
      beams +
      rect([-200, 872, 2000, 30], tint('#5a3c2a')) +
      repeat(
        14,
        (i) =>
          circle([-130 + i * 140, 872, 13], mix(lampColour, '#ffffff', 0.4)) +
          glow(stage, [-130 + i * 140, 868, 60], { colour: lampColour, opacity: 0.5 }),
      ),
    foreground: repeat(10, (i) =>
      path(
        d`M${-190 + i * 210} 1010V950Q${-190 + i * 210} 916 ${-120 + i * 210} 912Q${-40 + i * 210} 916 ${-40 + i * 210} 950V1010Z`,
        stage.at(-0.4)('#4a2c32'),
      ),
    ),
    lamps: spots,
  }
}
