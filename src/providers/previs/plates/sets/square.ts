import { mix } from '../../colour'
import { pick } from '../../random'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { facadeColours, house, houseRow } from '../pieces/houses'
import { festoon, streetLamp, wetLamps } from '../pieces/lamps'
import { shopFront } from '../pieces/shopFront'
import { skyline } from '../pieces/skyline'
import { bush } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, poly, rect, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A square of the old town: houses across its end, near houses with shops at both sides. */
export const square = (stage: Stage): SetDrawing => {
  const dice = stage.dice('square')
  const far =
    skyline(stage, { label: 'skyline', base: 680, low: 170, high: 300, depth: 0.8 }) +
    footHaze(stage, [-200, 420, 2000, 280])
  const row = houseRow(stage, {
    label: 'row',
    from: 210,
    to: 1390,
    base: 706,
    low: 210,
    high: 400,
    depth: 0.4,
    width: 165,
    rowHeight: 62,
  })
  const lampsFar = [
    streetLamp(stage, { x: 480, base: 722, height: 300, dir: 1, depth: 0.3 }),
    streetLamp(stage, { x: 1128, base: 722, height: 300, dir: -1, depth: 0.3 }),
  ]
  const lampsNear = [
    streetLamp(stage, { x: 262, base: 800, height: 452, dir: 1, depth: 0.05 }),
    streetLamp(stage, { x: 1386, base: 792, height: 430, dir: 1, depth: 0.05 }),
  ]
  const lights = festoon(stage, { y: -34, sag: 46, count: 13, depth: -0.2 })
  const lamps = [...lampsFar, ...lampsNear].map(({ lamp }) => lamp)
  const left = block(stage, { x: -190, width: 400, height: 960, base: 790, label: 'left', shops: 1 })
  const right = block(stage, { x: 1424, width: 360, height: 640 + dice() * 320, base: 784, label: 'right', shops: 1 })
  return {
    far,
    mid: row + footHaze(stage, [-200, 540, 2000, 180], 0.36) + lampsFar.map(({ svg }) => svg).join(''),
    near:
      roadway(stage) +
      left +
      right +
      lampsNear.map(({ svg }) => svg).join('') +
      bench(stage, 1180, 742) +
      wetLamps(stage, lamps),
    foreground: lights.svg + frontRail(stage),
    lamps: [...lamps, ...(stage.light.lampsOn ? lights.lamps : [])],
  }
}

/** Road, kerbs and pavement in perspective, cobbles, a manhole; mirrors when wet. */
const roadway = (stage: Stage): string => {
  const tint = stage.ground(0.1)
  const near = stage.ground(0.02)
  const pavement = mix(near('#8c8478'), stage.light.ink, 0.08)
  const kerb = near('#b0a695')
  return (
    openGround(stage, { y: 706, colour: '#57545c', far: 0.34, label: 'road', bump: 0 }) +
    poly([-200, 722, 330, 722, 170, 804, -200, 936], pavement) +
    poly([-200, 936, 170, 804, 170, 816, -200, 952], kerb) +
    poly([330, 722, 338, 726, 178, 812, 170, 804], kerb) +
    poly([1800, 722, 1290, 722, 1440, 804, 1800, 936], pavement) +
    poly([1800, 936, 1440, 804, 1440, 816, 1800, 952], kerb) +
    poly([1290, 722, 1282, 726, 1432, 812, 1440, 804], kerb) +
    groundMarks(stage, { label: 'cobbles', y: 720, count: 90, colour: tint('#2f2d36'), opacity: 0.32, length: 20 }) +
    groundMarks(stage, {
      label: 'cobblesLight',
      y: 724,
      count: 50,
      colour: tint('#8f8a90'),
      opacity: 0.3,
      length: 16,
    }) +
    ellipse([930, 856, 62, 13], near('#34323a'), 'opacity=".7"') +
    ellipse([930, 854, 50, 9.5], near('#4b4952'), 'opacity=".8"') +
    wetSheen(stage, 706)
  )
}

type Block = { x: number; width: number; height: number; base: number; label: string; shops: number }

/** A near house with a shop at its foot. */
const block = (stage: Stage, { x, width, height, base, label }: Block): string => {
  const dice = stage.dice(label)
  const colour = pick(facadeColours, dice())
  const awning = pick(['#a4433a', '#2f6660', '#c0923f', '#3d4f7c'], dice())
  const columns = 4
  return (
    house(stage, {
      x,
      base,
      width,
      height,
      depth: 0.06,
      colour,
      roof: 'flat',
      columns,
      rowHeight: 104,
      plinth: 224,
      label,
    }) + shopFront(stage, { x, width, base, awning, label })
  )
}

const bench = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.12)
  return (
    rect([x, y - 26, 110, 6], tint('#6b4c38')) +
    rect([x, y - 46, 110, 7], tint('#6b4c38')) +
    rect([x, y - 36, 110, 5], tint('#6b4c38')) +
    rect([x + 12, y - 26, 6, 26], tint('#2c2a30')) +
    rect([x + 92, y - 26, 6, 26], tint('#2c2a30'))
  )
}

const frontRail = (stage: Stage): string => {
  const dark = stage.at(-0.34)('#4a4048')
  const posts = [-60, 70]
    .map((x) => rect([x, 806, 30, 220], dark, 'rx="13"') + circle([x + 15, 806, 21], dark))
    .join('')
  return (
    posts +
    stroke(d`M-45 850Q30 912 85 850`, dark, 9) +
    bush(stage, { x: 1690, y: 1010, size: 120, depth: -0.34, colour: '#3c5545' }) +
    bush(stage, { x: 1560, y: 1030, size: 84, depth: -0.34, colour: '#3c5545' })
  )
}
