import { mix } from '../../colour'
import { gull } from '../pieces/birds'
import { crate } from '../pieces/crate'
import { groundMarks, openGround, waterSheet, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { festoon, reflection, streetLamp } from '../pieces/lamps'
import { sail } from '../pieces/sail'
import { skyline } from '../pieces/skyline'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A quay with boats and old houses across the basin; the second set is a working port with cranes. */
export const harbour = (stage: Stage): SetDrawing => {
  const lampsAll = [
    streetLamp(stage, { x: 250, base: 778, height: 430, dir: 1, depth: 0.05 }),
    streetLamp(stage, { x: 1400, base: 778, height: 430, dir: -1, depth: 0.05 }),
  ]
  const lamps = lampsAll.map(({ lamp }) => lamp)
  const lights = festoon(stage, { y: 150, sag: 60, count: 9, depth: 0.05, from: 250, to: -200 })
  const across = stage.second
    ? cranes(stage) + warehouses(stage)
    : houseRow(stage, {
        label: 'row',
        from: -190,
        to: 1790,
        base: 600,
        low: 110,
        high: 240,
        depth: 0.56,
        width: 120,
        rowHeight: 46,
      })
  return {
    far:
      skyline(stage, { label: 'skyline', base: 600, low: 60, high: 150, depth: 0.86 }) +
      across +
      footHaze(stage, [-200, 440, 2000, 165], 0.42) +
      waterSheet(stage, { y: 598, bottom: 760, label: 'basin', colour: '#3d6f80' }) +
      mirrored(stage),
    mid:
      fishingBoat(stage, { x: 360, y: 672, s: 1, colour: '#a4493d' }) +
      fishingBoat(stage, { x: 1250, y: 690, s: 1.25, colour: '#2f6673' }) +
      sail(stage, { x: 640, y: 624, s: 52, depth: 0.45 }) +
      gulls(stage),
    near:
      quay(stage) +
      crate(stage, 120, 790) +
      crate(stage, 10, 800) +
      barrels(stage) +
      lampsAll.map(({ svg }) => svg).join('') +
      lamps.map((lamp) => reflection(stage, lamp, 770)).join('') +
      lights.svg,
    foreground: bollard(stage) + net(stage),
    lamps,
    water: { x: -160, y: 598, width: 1920, height: 130 },
  }
}

const gulls = (stage: Stage): string => {
  const dice = stage.dice('gulls')
  return stage.outside.night
    ? ''
    : repeat(7, () =>
        gull({ x: 200 + dice() * 1200, y: 130 + dice() * 240, size: 12 + dice() * 14 }, stage.at(0.2)('#e8ecec')),
      )
}

/** Lights of the far bank in the water: broken upright strokes. */
const mirrored = (stage: Stage): string => {
  if (!stage.light.lampsOn) return ''
  const dice = stage.dice('mirrored')
  return repeat(26, () => {
    const x = -160 + dice() * 1920
    const length = 20 + dice() * 70
    return repeat(5, (k) =>
      ellipse(
        [x + (dice() - 0.5) * 8, 606 + (k * length) / 4, 9 - k, 1.6],
        '#ffc974',
        d`opacity="${Math.round((0.6 - k * 0.1) * 10) / 10}"`,
      ),
    )
  })
}

const fishingBoat = (stage: Stage, at: { x: number; y: number; s: number; colour: string }): string => {
  const tint = stage.at(0.26)
  const { x, y, s } = at
  const lit = stage.light.lampsOn ? '#ffd98a' : tint('#8fa6ae')
  const line2 = tint('#3a3438')
  return (
    line([x + 10 * s, y - 40 * s, x + 10 * s, y - 250 * s], tint('#6a5040'), 6 * s) +
    line([x + 10 * s, y - 246 * s, x - 150 * s, y - 44 * s], line2, 1.6) +
    line([x + 10 * s, y - 246 * s, x + 170 * s, y - 54 * s], line2, 1.6) +
    line([x + 10 * s, y - 110 * s, x + 120 * s, y - 170 * s], tint('#6a5040'), 4 * s) +
    rect([x - 110 * s, y - 108 * s, 86 * s, 74 * s], tint('#ebe4d4')) +
    rect([x - 120 * s, y - 116 * s, 106 * s, 12 * s], tint(at.colour)) +
    rect([x - 100 * s, y - 94 * s, 28 * s, 26 * s], lit) +
    rect([x - 62 * s, y - 94 * s, 28 * s, 26 * s], lit) +
    path(
      d`M${x - 176 * s} ${y - 58 * s}Q${x} ${y - 22 * s} ${x + 188 * s} ${y - 74 * s}Q${x + 170 * s} ${y - 16 * s} ${x + 140 * s} ${y + 14 * s}H${x - 140 * s}Q${x - 170 * s} ${y - 10 * s} ${x - 176 * s} ${y - 58 * s}Z`,
      tint(at.colour),
    ) +
    path(
      d`M${x - 176 * s} ${y - 58 * s}Q${x} ${y - 22 * s} ${x + 188 * s} ${y - 74 * s}L${x + 184 * s} ${y - 58 * s}Q${x} ${y - 4 * s} ${x - 174 * s} ${y - 42 * s}Z`,
      tint('#efe6d2'),
    ) +
    [-100, -30, 50].map((k) => circle([x + k * s, y - 14 * s, 12 * s], tint('#2c2a30'))).join('') +
    ellipse([x, y + 18 * s, 170 * s, 7 * s], stage.light.ink, 'opacity=".3"')
  )
}

const cranes = (stage: Stage): string => {
  const tint = stage.at(0.62)
  return [220, 560, 1320]
    .map((x, i) => {
      const c = tint(i % 2 === 0 ? '#b0553c' : '#c0913f')
      return (
        line([x, 600, x + 16, 330], c, 9) +
        line([x + 70, 600, x + 54, 330], c, 9) +
        line([x - 30, 330, x + 240, 250], c, 8) +
        line([x + 35, 330, x + 40, 270], c, 8) +
        line([x + 40, 270, x + 220, 258], c, 3) +
        line([x + 200, 262, x + 200, 430], c, 2) +
        rect([x + 10, 322, 56, 30], c) +
        line([x + 4, 540, x + 66, 470], c, 4) +
        line([x + 66, 540, x + 4, 470], c, 4)
      )
    })
    .join('')
}

const warehouses = (stage: Stage): string =>
  repeat(8, (i) => {
    const x = -190 + i * 250
    const tint = stage.at(0.56)
    const colour = ['#8d5a4b', '#6f7480', '#9a7a58'][i % 3] ?? '#6f7480'
    return (
      rect([x, 520, 236, 80], tint(colour)) +
      poly([x - 4, 522, x + 59, 488, x + 118, 522, x + 177, 488, x + 240, 522], tint(mix(colour, '#2c2a34', 0.4))) +
      repeat(4, (k) =>
        rect([x + 20 + k * 54, 542, 28, 18], stage.light.lampsOn && (i + k) % 3 === 0 ? '#ffd27d' : tint('#46505c')),
      )
    )
  })

const quay = (stage: Stage): string => {
  const stone = stage.ground(0.06)('#8d8578')
  const dark = stage.at(0.04)('#4b4650')
  return (
    openGround(stage, { y: 722, colour: '#847d74', far: 0.08, label: 'quay', bump: 0 }) +
    rect([-200, 716, 2000, 18], stone) +
    repeat(15, (i) => rect([-190 + i * 138, 717, 3, 16], dark, 'opacity=".6"')) +
    repeat(4, (i) => line([-200, 764 + i * 44, 1800, 764 + i * 44], stage.at(0.03)('#5f5a5c'), 1.6)) +
    groundMarks(stage, {
      label: 'stones',
      y: 736,
      count: 60,
      colour: stage.at(0.03)('#4a464c'),
      opacity: 0.26,
      length: 26,
    }) +
    [520, 1120].map((x) => rect([x - 13, 690, 26, 36], dark, 'rx="6"') + ellipse([x, 690, 22, 8], dark)).join('') +
    stroke('M520 700Q460 716 404 690M1120 700Q1160 716 1200 700', stage.at(0.04)('#b59a6a'), 4) +
    wetSheen(stage, 730)
  )
}

const barrels = (stage: Stage): string =>
  [1480, 1560]
    .map((x, i) => {
      const tint = stage.at(0.04)
      const y = 790 + i * 12
      return (
        path(
          d`M${x - 38} ${y - 92}Q${x - 52} ${y - 46} ${x - 38} ${y}H${x + 38}Q${x + 52} ${y - 46} ${x + 38} ${y - 92}Z`,
          tint('#8a6242'),
        ) +
        ellipse([x, y - 92, 38, 10], tint('#6a4a34')) +
        rect([x - 45, y - 72, 90, 8], tint('#3c3a40')) +
        rect([x - 45, y - 28, 90, 8], tint('#3c3a40'))
      )
    })
    .join('')

const bollard = (stage: Stage): string => {
  const dark = stage.at(-0.34)('#3f3c46')
  return (
    rect([-60, 830, 110, 200], dark, 'rx="30"') +
    rect([-84, 806, 158, 54], dark, 'rx="26"') +
    stroke('M-50 890Q0 930 46 890M-50 916Q0 956 46 916', stage.at(-0.22)('#a58a5c'), 14)
  )
}

const net = (stage: Stage): string => {
  const dark = stage.at(-0.3)('#5a5a52')
  return (
    repeat(9, (i) => stroke(d`M${1560 + i * 34} 1000Q${1600 + i * 26} 820 ${1800} ${700 + i * 30}`, dark, 3)) +
    repeat(5, (i) => stroke(d`M${1800} ${760 + i * 50}Q${1680} ${820 + i * 40} ${1570 + i * 20} 1000`, dark, 3)) +
    [0, 1, 2].map((i) => ellipse([1690 + i * 36, 850 + i * 44, 22, 15], stage.at(-0.2)('#c0583c'))).join('')
  )
}
