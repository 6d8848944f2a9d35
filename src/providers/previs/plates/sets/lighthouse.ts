import { birds } from '../pieces/birds'
import { openGround, waterSheet, wetSheen } from '../pieces/ground'
import { rock } from '../pieces/land'
import { sail } from '../pieces/sail'
import { seaColour } from '../pieces/seaColour'
import { surf } from '../pieces/surf'
import { tuft } from '../pieces/trees'
import type { Lamp, SetDrawing } from '../plate'
import { d, footHaze, glow, path, poly, rect, repeat, ridge } from '../shapes'
import type { Stage } from '../stage'

/** A lighthouse on its rock; by night its beam crosses the sky. */
export const lighthouse = (stage: Stage): SetDrawing => {
  const x = stage.second ? 1290 : 320
  const lit = stage.light.lampsOn
  const lamp: Lamp = { x, y: 150, r: 300, colour: '#fff0c0' }
  const tint = stage.at(0.24)
  const rocky =
    path(
      ridge([x - 420, 730, x - 240, 668, x - 80, 630, x + 90, 634, x + 240, 680, x + 430, 736], 1000),
      stage.at(0.26)('#6f6862'),
    ) + path(ridge([x - 300, 700, x - 120, 640, x + 60, 636, x + 180, 668], 700), stage.ground(0.24)('#7f8c5a'))
  const tower =
    poly([x - 62, 640, x - 38, 210, x + 38, 210, x + 62, 640], tint('#ece6da')) +
    [0, 1, 2]
      .map((i) => {
        const [top, low] = [250 + i * 140, 320 + i * 140]
        const w = (y: number) => 38 + ((y - 210) / 430) * 24
        return poly([x - w(top), top, x + w(top), top, x + w(low), low, x - w(low), low], tint('#b6473d'))
      })
      .join('') +
    poly(
      [
        x - stage.light.sunSide * 38,
        210,
        x - stage.light.sunSide * 8,
        210,
        x - stage.light.sunSide * 12,
        640,
        x - stage.light.sunSide * 62,
        640,
      ],
      stage.light.ink,
      'opacity=".22"',
    ) +
    rect([x - 56, 196, 112, 14], tint('#3c3f48')) +
    rect([x - 30, 122, 60, 74], lit ? '#ffe9ac' : tint('#8fa3ac')) +
    repeat(3, (i) => rect([x - 30 + i * 28, 122, 4, 74], tint('#3c3f48'))) +
    path(d`M${x - 40} 124Q${x} 60 ${x + 40} 124Z`, tint('#9c3c36')) +
    rect([x - 3, 62, 6, 30], tint('#3c3f48')) +
    [400, 540].map((y) => rect([x - 9, y, 18, 28], lit ? '#ffd27d' : tint('#4a5560'))).join('') +
    rect([x - 16, 590, 32, 52], tint('#5a4036'))
  const keeper =
    rect([x + 84, 574, 130, 74], tint('#e4dccb')) +
    poly([x + 74, 578, x + 149, 530, x + 224, 578], tint('#8f4a3c')) +
    rect([x + 104, 594, 24, 26], lit ? '#ffd27d' : tint('#4a5560')) +
    rect([x + 160, 596, 26, 52], tint('#5a4036'))
  const beam = lit
    ? poly([x, 146, 1800, -40, 1800, 200, x, 170], '#fff0c0', 'opacity=".16"') +
      poly([x, 146, -200, 20, -200, 250, x, 170], '#fff0c0', 'opacity=".12"') +
      glow(stage, [x, 158, 300], { colour: '#fff0c0', opacity: 0.7 })
    : ''
  return {
    far:
      waterSheet(stage, { y: 562, bottom: 1000, label: 'sea', colour: seaColour }) +
      footHaze(stage, [-200, 480, 2000, 120], 0.3),
    mid:
      beam +
      rocky +
      tower +
      keeper +
      sail(stage, { x: stage.second ? 420 : 1240, y: 600, s: 56, depth: 0.5 }) +
      birds(stage),
    near:
      surf(stage, 722) +
      openGround(stage, { y: 730, colour: '#8c8a72', far: 0.14, label: 'shore', bump: 20 }) +
      poly([x + 60, 726, x + 130, 726, 960, 1000, 560, 1000], stage.ground(0.06)('#c2b08c'), 'opacity=".7"') +
      repeat(8, (i) =>
        rock(stage, {
          x: -140 + i * 250,
          y: 770 + ((i * 47) % 30),
          w: 40 + ((i * 31) % 40),
          h: 26 + ((i * 19) % 22),
          depth: 0.08,
        }),
      ) +
      repeat(16, (i) =>
        tuft({ x: -150 + i * 124, y: 792 + ((i * 41) % 70), size: 22 }, stage.ground(0.03)('#77803f'), 0.14),
      ) +
      wetSheen(stage, 748),
    foreground:
      rock(stage, { x: 1700, y: 1020, w: 200, h: 150, depth: -0.3 }) +
      repeat(6, (i) => tuft({ x: -170 + i * 44, y: 1000, size: 160 - i * 10 }, stage.at(-0.3)('#63703c'), 0.2)),
    lamps: lit ? [lamp] : [],
    water: { x: -160, y: 562, width: 1920, height: 160 },
  }
}
