import { mix } from '../../colour'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { rock } from '../pieces/land'
import { palm } from '../pieces/palm'
import { tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, ellipse, footHaze, path, poly, rect, repeat, ridge, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Dunes; the second set is a red mesa land with cacti. */
export const desert = (stage: Stage): SetDrawing => {
  const sand = stage.second ? '#c98d5c' : '#dcb577'
  const dice = stage.dice('desert')
  const dune = (at: { label: string; y: number; rise: number; depth: number }) => duneAt(stage, { ...at, colour: sand })
  const mesas = repeat(4, (i) => {
    const x = -80 + i * 440 + dice() * 140
    const [w, h] = [110 + dice() * 120, 130 + dice() * 150]
    const tint = stage.at(0.7)
    return (
      poly(
        [
          x - w,
          640,
          x - w * 0.72,
          640 - h * 0.7,
          x - w * 0.66,
          640 - h,
          x + w * 0.6,
          640 - h,
          x + w * 0.7,
          640 - h * 0.66,
          x + w,
          640,
        ],
        tint('#b0613f'),
      ) +
      repeat(3, (k) => rect([x - w * 0.7, 640 - h * (0.86 - k * 0.2), w * 1.36, 8], tint('#8d4a38'), 'opacity=".5"'))
    )
  })
  const cactus = ([x, y, s, depth]: readonly [number, number, number, number]) => {
    const c = stage.at(depth)('#4f7350')
    return (
      rect([x - s * 0.09, y - s, s * 0.18, s], c, d`rx="${s * 0.09}"`) +
      stroke(d`M${x} ${y - s * 0.4}H${x - s * 0.3}V${y - s * 0.72}`, c, s * 0.13) +
      stroke(d`M${x} ${y - s * 0.3}H${x + s * 0.28}V${y - s * 0.55}`, c, s * 0.12)
    )
  }
  const palms = [1180, 1232, 1290]
    .map((x, i) => palm(stage, { x, y: 660, size: 120 + i * 26, depth: 0.42, lean: i - 1 }))
    .join('')
  const things = stage.second
    ? cactus([240, 744, 150, 0.15]) + cactus([1420, 730, 190, 0.15]) + cactus([540, 690, 70, 0.4])
    : palms + ellipse([1240, 668, 120, 9], stage.outside.sky.mid, 'opacity=".75"')
  const near =
    openGround(stage, { y: 704, colour: sand, far: 0.3, label: 'sand', bump: 18 }) +
    groundMarks(stage, {
      label: 'ripples',
      y: 716,
      count: 60,
      colour: stage.ground(0.02)(mix(sand, '#7a4a34', 0.4)),
      opacity: 0.3,
      length: 60,
    })
  return {
    far: stage.second
      ? mesas + footHaze(stage, [-200, 470, 2000, 190], 0.7)
      : pyramid(stage) +
        dune({ label: 'far', y: 610, rise: 90, depth: 0.8 }) +
        footHaze(stage, [-200, 470, 2000, 180], 0.6),
    mid:
      dune({ label: 'mid', y: 668, rise: 100, depth: 0.46 }) +
      (stage.second ? '' : things) +
      footHaze(stage, [-200, 600, 2000, 130], 0.35),
    near:
      near +
      (stage.second ? things : '') +
      rock(stage, { x: 1400, y: 770, w: 76, h: 40, depth: 0.1, colour: '#a57a58' }) +
      rock(stage, { x: 170, y: 790, w: 54, h: 30, depth: 0.1, colour: '#a57a58' }) +
      wetSheen(stage, 716),
    foreground:
      path(ridge([-220, 880, 60, 900, 380, 985, 700, 1010], 1020), stage.at(-0.26)(mix(sand, '#6b4030', 0.3))) +
      repeat(5, (i) => tuft({ x: 1600 + i * 40, y: 1000, size: 120 - i * 8 }, stage.at(-0.3)('#8a7448'))),
  }
}

const duneAt = (
  stage: Stage,
  at: { label: string; y: number; rise: number; depth: number; colour: string },
): string => {
  const dice = stage.dice(at.label)
  const tint = stage.ground(at.depth)
  return repeat(4, (i) => {
    const x = -260 + i * 520 + dice() * 180
    const [w, h] = [420 + dice() * 240, at.rise * (0.6 + dice() * 0.8)]
    const side = stage.light.sunSide
    const body = path(
      d`M${x - w} ${at.y + 30}C${x - w * 0.5} ${at.y + 10} ${x - w * 0.2} ${at.y - h} ${x} ${at.y - h}C${x + w * 0.2} ${at.y - h * 0.6} ${x + w * 0.6} ${at.y + 16} ${x + w} ${at.y + 30}V1000H${x - w}Z`,
      tint(at.colour),
    )
    return (
      body +
      path(
        d`M${x} ${at.y - h}C${x - side * w * 0.08} ${at.y - h * 0.5} ${x - side * w * 0.02} ${at.y - h * 0.1} ${x - side * w * 0.16} ${at.y + 40}C${x - side * w * 0.5} ${at.y + 30} ${x - side * w * 0.8} ${at.y + 34} ${x - side * w} ${at.y + 30}C${x - side * w * 0.5} ${at.y + 10} ${x - side * w * 0.2} ${at.y - h} ${x} ${at.y - h}Z`,
        tint(mix(at.colour, '#7a4c3c', 0.3)),
        'opacity=".75"',
      )
    )
  })
}

const pyramid = (stage: Stage): string => {
  const tint = stage.at(0.85)
  const one = (x: number, s: number) =>
    poly([x - s, 620, x, 620 - s * 0.74, x + s, 620], tint('#c69a64')) +
    poly(
      [x, 620 - s * 0.74, x - stage.light.sunSide * s, 620, x - stage.light.sunSide * s * 0.2, 620],
      tint('#8f6a4a'),
      'opacity=".7"',
    )
  return one(420, 210) + one(640, 120)
}
