import { mix } from '../../colour'
import { flank, toward } from '../pieces/flank'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { streetLamp, wetLamps } from '../pieces/lamps'
import { skyline } from '../pieces/skyline'
import { tree } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, ellipse, footHaze, line, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** The street running away from the lens to an eye point off the middle. */
export const avenue = (stage: Stage): SetDrawing => {
  const dice = stage.dice('avenue')
  const cuts = [1, 0.66, 0.45, 0.31, 0.2]
  const tops = cuts.map(() => -300 + dice() * 330)
  const topsRight = cuts.map(() => -140 + dice() * 330)
  const depths = [0.06, 0.2, 0.42, 0.62]
  const side = (edge: number, heights: number[], which: readonly number[]): string =>
    repeat(which.length, (k) => {
      const i = which[k] ?? 0
      return flank(stage, {
        edge,
        a: cuts[i] ?? 1,
        b: cuts[i + 1] ?? 0.2,
        top: heights[i] ?? 0,
        depth: depths[i] ?? 0.6,
        label: `flank${String(edge)}${String(i)}`,
        shop: i < 3,
      })
    })
  const nearLamps = [
    streetLamp(stage, { x: 330, base: 806, height: 440, dir: 1, depth: 0.05 }),
    streetLamp(stage, { x: 1418, base: 772, height: 330, dir: -1, depth: 0.1 }),
  ]
  const midLamps = [
    streetLamp(stage, { x: 640, base: 690, height: 200, dir: 1, depth: 0.3 }),
    streetLamp(stage, { x: 1172, base: 678, height: 160, dir: -1, depth: 0.4 }),
  ]
  const lamps = [...nearLamps, ...midLamps].map(({ lamp }) => lamp)
  const tint = stage.ground(0.05)
  const strip = (left: number, right: number, fill: string) =>
    poly(
      [...toward(left, 872, 2), ...toward(left, 872, 0.2), ...toward(right, 872, 0.2), ...toward(right, 872, 2)],
      fill,
    )
  const road =
    openGround(stage, { y: 664, colour: '#5a5660', far: 0.5, label: 'road', bump: 0 }) +
    strip(-500, -60, mix(tint('#8c8478'), stage.light.ink, 0.08)) +
    strip(1560, 2100, mix(tint('#8c8478'), stage.light.ink, 0.08)) +
    strip(-60, -36, tint('#b0a695')) +
    strip(1536, 1560, tint('#b0a695')) +
    groundMarks(stage, { label: 'cobbles', y: 700, count: 80, colour: tint('#2f2d36'), opacity: 0.3, length: 22 }) +
    [330, 1240].map((x) => line([...toward(x, 872, 1.9), ...toward(x, 872, 0.24)], tint('#a9a3a0'), 4)).join('') +
    wetSheen(stage, 690)
  return {
    far:
      skyline(stage, { label: 'skyline', base: 690, low: 80, high: 190, depth: 0.85 }) +
      footHaze(stage, [-200, 480, 2000, 220]),
    mid:
      side(-520, tops, [3, 2, 1]) +
      side(2040, topsRight, [3, 2, 1]) +
      tram(stage) +
      footHaze(stage, [-200, 520, 2000, 190], 0.4) +
      midLamps.map(({ svg }) => svg).join(''),
    near:
      road +
      side(-520, tops, [0]) +
      side(2040, topsRight, [0]) +
      tree(stage, { x: 1500, base: 806, height: 380, depth: 0.08, label: 'plane', colour: '#56764a' }) +
      nearLamps.map(({ svg }) => svg).join('') +
      wetLamps(stage, lamps),
    foreground: cafeEdge(stage),
    lamps,
  }
}

const tram = (stage: Stage): string => {
  const wire = stage.at(0.3)('#2b2b34')
  return (
    [180, 520].map((y) => stroke(d`M-200 ${y - 240}Q700 ${y * 0.35 + 150} 940 560`, wire, 2)).join('') +
    stroke('M-200 70Q800 150 1800 40', wire, 2.5)
  )
}

const cafeEdge = (stage: Stage): string => {
  const dark = stage.at(-0.3)('#4a3e44')
  const pot = stage.at(-0.3)('#7a4636')
  return (
    poly([-210, 1010, -210, 838, 40, 838, 20, 1010], pot) +
    rect([-220, 818, 280, 28], pot) +
    repeat(7, (i) => ellipse([-190 + i * 36, 800 - (i % 2) * 26, 40, 44], stage.at(-0.26)('#41603f'))) +
    rect([1640, 760, 26, 280], dark) +
    rect([1560, 748, 240, 20], dark, 'rx="8"')
  )
}
