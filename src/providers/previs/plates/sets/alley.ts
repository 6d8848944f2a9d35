import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { flank, toward } from '../pieces/flank'
import { crate } from '../pieces/crate'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { cone, reflection } from '../pieces/lamps'
import { skyline } from '../pieces/skyline'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

const [leftWall, rightWall] = [330, 1430]
const cuts = [1.95, 1.16, 0.7, 0.42, 0.26] as const

/** A narrow way between two tall walls: washing overhead, a fire escape, bins, a strip of sky. */
export const alley = (stage: Stage): SetDrawing => {
  const side = (edge: number, which: readonly number[]): string =>
    which
      .map(
        (i) =>
        flank(stage, { edge, a: cuts[i] ?? 1, b: cuts[i + 1] ?? 0.2, top: -620, depth: [0.05, 0.1, 0.24, 0.44][i] ?? 0.5, label: `alley${String(edge)}${String(i)}`, shop: false }), // prettier-ignore
      )
      .join('')
  const tint = stage.ground(0.05)
  const gutter = [...toward(860, 872, 2.2), ...toward(890, 872, 0.26), ...toward(970, 872, 0.26), ...toward(1000, 872, 2.2)] // prettier-ignore
  const lamps = [wallLamp(stage, [470, 330, 1]), wallLamp(stage, [1180, 392, 0.7])]
  return {
    far:
      skyline(stage, { label: 'skyline', base: 690, low: 150, high: 260, depth: 0.85, landmark: false }) +
      houseRow(stage, {
        label: 'end',
        from: 560,
        to: 1330,
        base: 680,
        low: 190,
        high: 300,
        depth: 0.6,
        width: 150,
        rowHeight: 54,
      }) + // prettier-ignore
      footHaze(stage, [-200, 480, 2000, 210], 0.5),
    mid: footHaze(stage, [-200, 560, 2000, 120], 0.3),
    near:
      openGround(stage, { y: 662, colour: '#5c5860', far: 0.4, label: 'way', bump: 0 }) +
      poly(gutter, tint('#454149')) +
      groundMarks(stage, { label: 'cobbles', y: 690, count: 90, colour: tint('#37343d'), opacity: 0.4, length: 20 }) +
      wetSheen(stage, 700) +
      side(leftWall, [3, 2, 1, 0]) +
      side(rightWall, [3, 2, 1, 0]) +
      washing(stage, { y: 300, s: 0.5, label: 'far' }) +
      fireEscape(stage) +
      pipe(stage) +
      washing(stage, { y: 190, s: 0.86, label: 'near' }) +
      lamps.map(({ svg }) => svg).join('') +
      bins(stage) +
      crate(stage, stage.second ? 330 : 1330, 800) +
      lamps.map(({ lamp }) => reflection(stage, lamp, 790)).join(''),
    foreground: poly([-220, -190, -70, -190, -110, 1100, -220, 1100], stage.at(-0.3)('#5a4a46')) + bag(stage),
    lamps: lamps.map(({ lamp }) => lamp),
  }
}

/** A lamp on a bracket of the wall: x, y and size. */
const wallLamp = (stage: Stage, [x, y, s]: readonly [number, number, number]): { svg: string; lamp: Lamp } => {
  const iron = stage.at(0.06)('#2c2f38')
  const dir = x < 800 ? -1 : 1
  const on = stage.light.lampsOn
  const lit = on
    ? cone(stage, { x, y: y + 20 * s, bottom: 800, spread: 190 * s, opacity: 0.16 }) +
      glow(stage, [x, y + 14 * s, 260 * s], { colour: lampColour, opacity: 0.5 }) +
      glow(stage, [x, y + 14 * s, 80 * s], { colour: lampColour, opacity: 0.85 })
    : ''
  return {
    svg:
      stroke(d`M${x + dir * 78 * s} ${y - 6 * s}Q${x + dir * 40 * s} ${y - 46 * s} ${x} ${y - 16 * s}`, iron, 6 * s) +
      lit +
      path(
        d`M${x - 30 * s} ${y + 12 * s}Q${x - 24 * s} ${y - 20 * s} ${x} ${y - 22 * s}Q${x + 24 * s} ${y - 20 * s} ${x + 30 * s} ${y + 12 * s}Z`,
        iron,
      ) + // prettier-ignore
      ellipse([x, y + 13 * s, 22 * s, 6 * s], on ? mix(lampColour, '#ffffff', 0.55) : stage.at(0.06)('#d8d2c0')),
    lamp: { x, y: y + 14 * s, r: 260 * s, colour: lampColour },
  }
}

/** A line from wall to wall with shirts, towels and trousers on it. */
const washing = (stage: Stage, at: { y: number; s: number; label: string }): string => {
  const dice = stage.dice(`washing ${at.label}`)
  const { y, s } = at
  const tint = stage.at(s > 0.7 ? 0.12 : 0.34)
  const [from] = toward(leftWall, 0, s)
  const [to] = toward(rightWall, 0, s)
  const sag = 46 * s
  const hang = (t: number) => y + 4 * sag * t * (1 - t)
  const count = 7
  const pieces = repeat(count, (i) => {
    const [a, b, c] = [dice(), dice(), dice()]
    const x = from + ((to - from) * (i + 0.5 + (a - 0.5) * 0.3)) / count
    const top = hang((x - from) / (to - from))
    const colour = tint(pick(['#e9e1cf', '#b5574a', '#5f86a0', '#d9b25c', '#7f9a78', '#efe9dc'], b))
    return garment({ x, y: top, s, colour, kind: c })
  })
  return stroke(d`M${from} ${y}Q${(from + to) / 2} ${y + 2 * sag} ${to} ${y}`, tint('#2c2c34'), 3 * s) + pieces
}

const garment = ({ x, y, s, colour, kind }: { x: number; y: number; s: number; colour: string; kind: number }) => {
  const w = 36 * s
  if (kind < 0.4)
    return path(d`M${x - w} ${y}H${x + w}L${x + w * 1.5} ${y + 46 * s}L${x + w * 1.05} ${y + 54 * s}L${x + w * 0.8} ${y + 34 * s}V${y + 108 * s}H${x - w * 0.8}V${y + 34 * s}L${x - w * 1.05} ${y + 54 * s}L${x - w * 1.5} ${y + 46 * s}Z`, colour) // prettier-ignore
  if (kind < 0.7)
    return path(d`M${x - w} ${y}H${x + w}V${y + 116 * s}Q${x} ${y + 104 * s} ${x - w} ${y + 120 * s}Z`, colour)
  return path(d`M${x - w * 0.7} ${y}H${x + w * 0.7}L${x + w * 0.9} ${y + 120 * s}H${x + w * 0.25}L${x} ${y + 46 * s}L${x - w * 0.25} ${y + 120 * s}H${x - w * 0.9}Z`, colour) // prettier-ignore
}

/** Iron landings and ladders up the right wall. */
const fireEscape = (stage: Stage): string => {
  const iron = stage.at(0.07)('#2f2c34')
  const [a, b] = [1.08, 0.76]
  const level = (hi: number): string => {
    const [x0, y0] = toward(rightWall, hi, a)
    const [x1, y1] = toward(rightWall, hi, b)
    const out = 92
    const bars = repeat(6, (i) => {
      const t = i / 5
      const x = x0 - out + (x1 - out * 0.7 - x0 + out) * t
      const y = y0 + (y1 - y0) * t
      return line([x, y, x, y - 84 + 24 * t], iron, 4)
    })
    return (
      poly([x0, y0, x1, y1, x1 - out * 0.7, y1, x0 - out, y0], iron) +
      bars +
      line([x0 - out, y0 - 84, x1 - out * 0.7, y1 - 60], iron, 6) +
      line([x0 - out, y0 - 84, x0, y0 - 84], iron, 5)
    )
  }
  const [lx, ly] = toward(rightWall, 330, 0.98)
  const [ux, uy] = toward(rightWall, -60, 0.84)
  const ladder =
    line([lx - 70, ly, ux - 40, uy], iron, 6) +
    line([lx - 34, ly, ux - 12, uy], iron, 6) +
    repeat(8, (i) => {
      const t = (i + 0.5) / 8
      return line([lx - 70 + (ux - lx + 30) * t, ly + (uy - ly) * t, lx - 34 + (ux - lx + 22) * t, ly + (uy - ly) * t], iron, 4) // prettier-ignore
    })
  return level(330) + ladder + level(-60)
}

const pipe = (stage: Stage): string => {
  const tint = stage.at(0.06)
  const [x, low] = toward(leftWall, 872, 0.98)
  return (
    rect([x + 8, -190, 16, low + 190], tint('#4a5058')) +
    [60, 330, 600].map((y) => rect([x + 2, y, 28, 10], tint('#33373e'))).join('')
  )
}

const bins = (stage: Stage): string =>
  [stage.second ? 1290 : 320, stage.second ? 1390 : 424]
    .map((x, i) => {
      const tint = stage.at(0.04)
      const y = 792 + i * 16
      const body = tint(i === 0 ? '#6f7a78' : '#5f6a70')
      return (
        ellipse([x, y, 62, 11], stage.light.ink, 'opacity=".35"') +
        poly([x - 48, y - 118, x + 48, y - 118, x + 40, y, x - 40, y], body) +
        [-24, 0, 24].map((k) => line([x + k, y - 110, x + k * 0.84, y - 6], stage.light.ink, 2.4)).join('') +
        rect([x - 54, y - 130, 108, 14], tint('#4a5258'), 'rx="6"') +
        path(d`M${x - 48} ${y - 130}Q${x} ${y - 164} ${x + 48} ${y - 130}Z`, tint('#7f8a88')) +
        rect([x - 12, y - 160, 24, 8], tint('#3a4046'), 'rx="4"')
      )
    })
    .join('')

const bag = (stage: Stage): string =>
  path('M1560 1020Q1540 880 1640 850L1660 816L1700 848Q1800 880 1800 1020Z', stage.at(-0.3)('#4a4650')) +
  circle([1668, 846, 15], stage.at(-0.34)('#3a3640'))
