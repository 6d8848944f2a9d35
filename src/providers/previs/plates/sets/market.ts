import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { crate } from '../pieces/crate'
import { footShade } from '../pieces/footShade'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { festoon } from '../pieces/lamps'
import { skyline } from '../pieces/skyline'
import type { Lamp, SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, glow, line, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

const goods = [
  ['#c9402f', '#d9573a', '#b5382f'], ['#e08a2a', '#e8a040', '#d0782a'], ['#e6c64a', '#d9b23a', '#efd670'],
  ['#6f9a3f', '#86ae4a', '#587f38'], ['#7a3f6a', '#8f4f7c', '#5f3058'], ['#d9c9a0', '#c9b488', '#e8dcc0'],
] as const // prettier-ignore
const awnings = ['#b5443a', '#2f6f6a', '#c9923a', '#3d5a8c', '#6f8a3f', '#8c4a6a'] as const

/** A market between houses: stalls with striped awnings and crates of fruit at both sides and behind, bulbs overhead. */
export const market = (stage: Stage): SetDrawing => {
  const dice = stage.dice('market')
  const from = Math.floor(dice() * awnings.length)
  const awning = (i: number) => awnings[(from + i) % awnings.length] ?? awnings[0]
  const lights = festoon(stage, { y: 66, sag: 44, count: 13, depth: 0.02 })
  const back = [310, 596, 882, 1168].map((x, i) =>
    stall(stage, { x, y: 720, w: 236, s: 0.62, depth: 0.26, awning: awning(i + 2), label: `back${String(i)}` }),
  )
  const near = [
    stall(stage, { x: -130, y: 790, w: 520, s: 1, depth: 0.04, awning: awning(0), label: 'left' }),
    stall(stage, { x: 1224, y: 790, w: 520, s: 1, depth: 0.04, awning: awning(1), label: 'right' }),
  ]
  const lamps = [...back, ...near].map(({ lamp }) => lamp)
  return {
    far: skyline(stage, { label: 'skyline', base: 680, low: 170, high: 300, depth: 0.8 }) + footHaze(stage, [-200, 420, 2000, 280]), // prettier-ignore
    mid:
      houseRow(stage, { label: 'row', from: -190, to: 1790, base: 706, low: 250, high: 430, depth: 0.46, width: 170, rowHeight: 62 }) + // prettier-ignore
      footHaze(stage, [-200, 540, 2000, 180], 0.36) +
      back.map(({ svg }) => svg).join(''),
    near:
      openGround(stage, { y: 716, colour: '#857c74', far: 0.24, label: 'paving', bump: 0 }) +
      groundMarks(stage, {
        label: 'cobbles',
        y: 726,
        count: 110,
        colour: stage.ground(0.04)('#5a5254'),
        opacity: 0.34,
        length: 22,
      }) + // prettier-ignore
      wetSheen(stage, 724) +
      near.map(({ svg }) => svg).join('') +
      crate(stage, 452, 786) +
      fruitIn(stage, { x: 398, y: 690, w: 108, size: 15, kind: Math.floor(dice() * 6), label: 'crate' }) +
      sacks(stage, 1150, 792) +
      lights.svg,
    foreground: basket(stage) + scallops(stage, awning(3)),
    lamps: [...lamps, ...(stage.light.lampsOn ? lights.lamps : [])],
  }
}

type Stall = { x: number; y: number; w: number; s: number; depth: number; awning: string; label: string }

/** Two posts, a striped awning, a slanted counter of crates; y is its foot. */
const stall = (stage: Stage, at: Stall): { svg: string; lamp: Lamp } => {
  const { x, y, w, s, depth, awning, label } = at
  const tint = stage.at(depth)
  const wood = tint('#7a563c')
  const dice = stage.dice(label)
  const [top, counter] = [y - 420 * s, y - 150 * s]
  const stripes = Math.round(w / (52 * s))
  const one = w / stripes
  const canopy = repeat(stripes, (i) => {
    const [a, b] = [x + i * one, x + (i + 1) * one]
    const lean = (at2: number) => x + w / 2 + (at2 - x - w / 2) * 1.08
    const colour = tint(i % 2 === 0 ? awning : '#ece2cc')
    return path(
      d`M${a} ${top}H${b}L${lean(b)} ${top + 84 * s}A${one * 0.54} ${18 * s} 0 0 1 ${lean(a)} ${top + 84 * s}Z`,
      colour,
    )
  })
  const trays = Math.max(3, Math.round(w / (125 * s)))
  const tray = w / trays
  const heaps = repeat(2, (row) =>
    repeat(trays, (i) => {
      const left = x + i * tray + 6 * s
      const low = counter - 62 * s + row * 56 * s
      const kind = Math.floor(dice() * goods.length)
      return (
        fruitIn(stage, { x: left + 4 * s, y: low - 34 * s, w: tray - 20 * s, size: (kind === 4 ? 9 : 13) * s, kind, label: `${label}${String(row)}${String(i)}`, depth }) + // prettier-ignore
        rect([left, low - 26 * s, tray - 12 * s, 34 * s], tint(mix('#b58a58', '#5a4030', row * 0.14))) +
        rect([left, low - 10 * s, tray - 12 * s, 4 * s], tint('#7a563c')) +
        tag(stage, { x: left + tray * 0.36, y: low - 14 * s, s, depth })
      )
    }),
  )
  // Behind the goods hangs a dark cloth; by night the stall's bulb lights it.
  const dark = tint(mix(awning, '#2c2630', 0.62))
  const cloth = stage.light.lampsOn ? mix(dark, '#d9953f', 0.34) : dark
  const lamp: Lamp = { x: x + w / 2, y: top + 118 * s, r: 300 * s, colour: lampColour }
  return {
    svg:
      footShade(stage, [x, y, w]) +
      rect([x + 8 * s, top + 60 * s, w - 16 * s, y - top - 70 * s], cloth) +
      rect([x + 6 * s, top + 20 * s, 13 * s, y - top - 20 * s], wood) +
      rect([x + w - 19 * s, top + 20 * s, 13 * s, y - top - 20 * s], wood) +
      hanging(stage, at) +
      poly([x - 8 * s, y - 110 * s, x + w + 8 * s, y - 110 * s, x + w, y, x, y], tint(mix('#8a6a4a', '#2a2026', 0.2))) +
      repeat(stripes, (i) => line([x + i * one, y - 104 * s, x + i * one, y], stage.light.ink, 2 * s)) +
      bulb(stage, lamp, s) +
      heaps +
      canopy +
      rect([x - w * 0.02, top - 6 * s, w * 1.04, 9 * s], wood),
    lamp,
  }
}

const tag = (stage: Stage, { x, y, s, depth }: { x: number; y: number; s: number; depth: number }): string =>
  rect([x, y, 34 * s, 20 * s], stage.at(depth)('#f2ead6')) +
  rect([x + 6 * s, y + 8 * s, 22 * s, 4 * s], stage.at(depth)('#4a3c38'))

/** Garlic, onions and peppers on strings under the awning. */
const hanging = (stage: Stage, { x, y, w, s, depth, label }: Stall): string => {
  const dice = stage.dice(`${label}/hanging`)
  const tint = stage.at(depth)
  const top = y - 352 * s
  return repeat(6, (i) => {
    const [at, knots, kind] = [x + (w * (i + 0.7)) / 6.4, 4 + Math.floor(dice() * 3), dice()]
    const colour = tint(kind < 0.4 ? '#e8dfc8' : kind < 0.75 ? '#c96a3a' : '#b5382f')
    return repeat(knots, (k) => ellipse([at + (k % 2 ? 4 : -4) * s, top + (18 + k * 13) * s, 9 * s, 10 * s], colour))
  })
}

const bulb = (stage: Stage, { x, y, r }: Lamp, s: number): string =>
  stage.light.lampsOn
    ? glow(stage, [x, y, r], { colour: lampColour, opacity: 0.7 }) +
      circle([x, y, 11 * s], mix(lampColour, '#ffffff', 0.6))
    : ''

type Heap = { x: number; y: number; w: number; size: number; kind: number; label: string; depth?: number }

/** A heap of fruit in two rows over a tray's edge. */
const fruitIn = (stage: Stage, { x, y, w, size, kind, label, depth = 0.04 }: Heap): string => {
  const tint = stage.at(depth)
  const dice = stage.dice(`${label}/fruit`)
  const [a, b, c] = goods[kind % goods.length] ?? goods[0]
  const count = Math.max(3, Math.floor(w / (size * 1.7)))
  return repeat(2, (row) =>
    repeat(count - (1 - row), (i) => {
      const left = x + size + (1 - row) * size * 0.85 + (i * (w - 2 * size)) / (count - 1)
      return circle([left, y + (row * 0.95 - 0.4) * size + (dice() - 0.5) * 4, size], tint(pick([a, b, c], dice())))
    }),
  )
}

const sacks = (stage: Stage, x: number, y: number): string =>
  [0, 1]
    .map((i) => {
      const tint = stage.at(0.04)
      const [at, low] = [x + i * 66, y + i * 10]
      return (
        ellipse([at, low, 50, 9], stage.light.ink, 'opacity=".3"') +
        path(
          d`M${at - 40} ${low}Q${at - 54} ${low - 70} ${at - 34} ${low - 92}H${at + 34}Q${at + 54} ${low - 70} ${at + 40} ${low}Z`,
          tint('#b59a6c'),
        ) + // prettier-ignore
        ellipse([at, low - 92, 35, 10], tint(i === 0 ? '#8a6a3c' : '#c9a04a')) +
        line([at - 30, low - 40, at + 26, low - 44], tint('#8f7850'), 3)
      )
    })
    .join('')

const basket = (stage: Stage): string => {
  const dark = stage.at(-0.28)('#8a6440')
  return (
    repeat(5, (i) => circle([1560 + i * 52, 872 - (i % 2) * 16, 38], stage.at(-0.2)(['#c9402f', '#d9823a', '#c9a83a'][i % 3] ?? '#c9402f'))) + // prettier-ignore
    poly([1500, 888, 1830, 888, 1800, 1020, 1540, 1020], dark) +
    rect([1490, 876, 350, 24], stage.at(-0.24)('#a57c50'), 'rx="12"')
  )
}

/** The edge of an awning above the lens. */
const scallops = (stage: Stage, colour: string): string =>
  repeat(
    7,
    (i) =>
    path(d`M${-240 + i * 74} -200H${-166 + i * 74}V${-20 - i * 4}A37 26 0 0 1 ${-240 + i * 74} ${-16 - i * 4}Z`, stage.at(-0.22)(i % 2 === 0 ? colour : '#e4d8c0')), // prettier-ignore
  )
