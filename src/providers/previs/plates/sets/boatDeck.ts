import { lampColour } from '../../light'
import { birds } from '../pieces/birds'
import { crate } from '../pieces/crate'
import { openGround, waterSheet, wetSheen } from '../pieces/ground'
import { hills } from '../pieces/land'
import { sail } from '../pieces/sail'
import type { SetDrawing } from '../plate'
import { circle, ellipse, glow, line, path, poly, rect, repeat, ridge, stroke } from '../shapes'
import type { Stage } from '../stage'

/** On deck at sea: rail, mast and wheel; the second set looks along the bow. */
export const boatDeck = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.06)
  const wood = tint('#9a7350')
  const dark = tint('#5d4330')
  const lit = stage.light.lampsOn
  const rail =
    rect([-200, 628, 2000, 13], dark) +
    rect([-200, 690, 2000, 8], dark) +
    repeat(26, (i) => rect([-190 + i * 78, 634, 12, 84], wood, 'rx="4"'))
  const deck =
    openGround(stage, { y: 716, colour: '#a67e58', far: 0.05, label: 'deck', bump: 0 }) +
    repeat(27, (i) => line([800 + (i - 13) * 86, 716, 800 + (i - 13) * 190, 1000], dark, 2.4)) +
    rect([-200, 706, 2000, 14], dark)
  const mast = (x: number, w: number) =>
    rect([x - w / 2, -140, w, 870], tint('#7a5a42')) +
    rect([x - w, 640, w * 2, 10], dark) +
    repeat(9, (i) => line([x - 170 + i * 4, 716, x - 6, -140 + i * 4], tint('#3d3430'), 1.6)).slice(0, 0)
  const shrouds = (x: number, to: number) =>
    repeat(4, (i) => line([x + i * 26, 632, to, -140], tint('#3d3430'), 2.2)) +
    repeat(7, (i) => {
      const t = (i + 1) / 10
      return line([x + (to - x) * t, 632 - 772 * t, x + 78 + (to - x - 78) * t, 632 - 772 * t], tint('#3d3430'), 1.8)
    })
  const canvas =
    path('M1800 -140V300Q1500 360 1290 250Q1340 60 1330 -140Z', tint('#e8dcc4')) +
    stroke('M1560 -140Q1540 120 1560 318M1440 -140Q1440 100 1420 296', tint('#b9aa90'), 3)
  const lantern = { x: 268, y: 430, r: 200, colour: lampColour }
  const lamp =
    line([268, 340, 268, 408], tint('#2b2830'), 3) +
    rect([252, 408, 32, 44], lit ? '#ffe2a0' : tint('#aab4b2'), 'rx="6"') +
    rect([248, 402, 40, 9], tint('#2b2830')) +
    rect([248, 450, 40, 7], tint('#2b2830')) +
    (lit ? glow(stage, [268, 430, 200], { colour: lampColour, opacity: 0.6 }) : '')
  const wheel =
    circle([1300, 690, 70], 'none', `stroke="${dark}" stroke-width="13"`) +
    circle([1300, 690, 16], dark) +
    repeat(8, (i) =>
      line([1300, 690, 1300 + Math.cos((i * Math.PI) / 4) * 94, 690 + Math.sin((i * Math.PI) / 4) * 94], dark, 8),
    ) +
    poly([1270, 790, 1284, 700, 1316, 700, 1330, 790], wood)
  return {
    far:
      hills(stage, { label: 'coast', y: 574, rise: 34, steps: 8, colour: '#7d8a92', depth: 0.92, bottom: 574 }) +
      waterSheet(stage, { y: 570, bottom: 1000, label: 'sea', colour: '#356f88' }),
    mid: sail(stage, { x: stage.second ? 420 : 1120, y: 606, s: 66, depth: 0.5 }) + birds(stage) + swell(stage),
    near:
      (stage.second ? canvas : '') +
      shrouds(80, 210) +
      mast(210, 44) +
      line([210, 200, 900, 40], tint('#7a5a42'), 14) +
      rail +
      deck +
      lamp +
      (stage.second ? crate(stage, 1390, 790) : wheel) +
      crate(stage, 60, 792) +
      coil(stage, 1150, 770) +
      wetSheen(stage, 722),
    foreground:
      line([-200, 220, 60, 1000], stage.at(-0.32)('#6b5a48'), 16) +
      line([-200, 60, 180, 1000], stage.at(-0.32)('#6b5a48'), 10) +
      rect([1660, 560, 90, 460], stage.at(-0.34)('#5a4434'), 'rx="20"') +
      stroke('M1650 640q50 30 110 0M1650 670q50 30 110 0M1650 700q50 30 110 0', stage.at(-0.24)('#b09468'), 14),
    lamps: lit ? [lantern] : [],
    flames: [lantern],
    water: { x: -160, y: 570, width: 1920, height: 140 },
  }
}

const swell = (stage: Stage): string => {
  const dice = stage.dice('swell')
  return repeat(3, (i) =>
    path(
      ridge(Array.from({ length: 9 }, (_, k) => [-200 + k * 250, 640 + i * 30 - dice() * 22]).flat(), 800),
      stage.at(0.3 - i * 0.08)('#2f6680'),
      'opacity=".7"',
    ),
  )
}

const coil = (stage: Stage, x: number, y: number): string =>
  repeat(4, (i) =>
    ellipse(
      [x, y - i * 9, 48 - i * 2, 11],
      'none',
      `stroke="${stage.at(0.04)(i % 2 === 0 ? '#c2a674' : '#a88a58')}" stroke-width="9"`,
    ),
  )
