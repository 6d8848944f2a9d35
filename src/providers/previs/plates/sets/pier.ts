import { lampColour } from '../../light'
import { birds, gull } from '../pieces/birds'
import { openGround, waterSheet, wetSheen } from '../pieces/ground'
import { reflection, streetLamp } from '../pieces/lamps'
import { hills } from '../pieces/land'
import { sail } from '../pieces/sail'
import { seaColour } from '../pieces/seaColour'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, glow, group, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

const eye = { x: 800, y: 548 }
/** Half the pier's width for every unit below the horizon. */
const wide = 1.62
const endY = 640
/** A point on the planks: `t` −1 the left edge, 1 the right, `y` in the picture. */
const on = (t: number, y: number): [number, number] => [eye.x + t * wide * (y - eye.y), y]

/** Planks leading out over open water, posts and bollards at both sides, a boat made fast: nothing of a ship. */
export const pier = (stage: Stage): SetDrawing => {
  const other = (svg: string) => (stage.second ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const lampsAt = [
    streetLamp(stage, { x: 566, base: 700, height: 250, dir: 1, depth: 0.16 }),
    streetLamp(stage, { x: 1262, base: 812, height: 430, dir: -1, depth: 0.05 }),
  ]
  const lamps = lampsAt.map(({ lamp }) => (stage.second ? { ...lamp, x: 1600 - lamp.x } : lamp))
  return {
    far:
      hills(stage, { label: 'coast', y: 556, rise: 70, steps: 7, colour: '#74858a', depth: 0.88, bottom: 552 }) +
      hills(stage, { label: 'cape', y: 552, rise: 34, steps: 9, colour: '#6a7f70', depth: 0.72, bottom: 552 }) +
      footHaze(stage, [-200, 440, 2000, 112], 0.4) +
      waterSheet(stage, { y: 548, bottom: 1000, label: 'bay', colour: seaColour }),
    mid: other(
      (/ferry|ship|terminal/.test(stage.name)
        ? ferry(stage)
        : sail(stage, { x: 360, y: 612, s: 58, depth: 0.5 }) + sail(stage, { x: 1240, y: 590, s: 34, depth: 0.62 })) +
        birds(stage) +
        moored(stage),
    ),
    near:
      other(
        piles(stage) +
          planks(stage) +
          lampsAt.map(({ svg }) => svg).join('') +
          posts(stage) +
          lifebuoy(stage, 338, 690) +
          hut(stage),
      ) +
      wetSheen(stage, 730) +
      lamps.map((lamp, i) => reflection(stage, lamp, i === 0 ? 700 : 800)).join(''),
    foreground: other(rope(stage)),
    lamps,
    water: { x: -160, y: 552, width: 1920, height: 190 },
  }
}

const planks = (stage: Stage): string => {
  const wood = stage.ground(0.05)('#a08058')
  const seam = stage.at(0.04)('#5a4634')
  const edge = stage.at(0.05)('#6d5238')
  const deckWay = [...on(-1, endY), ...on(1, endY), ...on(1, 1010), ...on(-1, 1010)]
  const dice = stage.dice('planks')
  const clip = stage.id()
  const rows = repeat(19, (i) => {
    const y = endY + 6 + i ** 1.62 * 3.3
    return line([...on(-1, y), ...on(1, y)], seam, 1 + (y - endY) / 110)
  })
  const worn = repeat(16, () => {
    const [a, b, c] = [dice(), dice(), dice()]
    const y = endY + 10 + a * 330
    const [x] = on(-0.95 + b * 1.5, y)
    return rect([x, y, (40 + c * 200) * ((y - eye.y) / 300), 3 + (y - endY) / 26], c < 0.5 ? seam : stage.light.key, 'opacity=".13"') // prettier-ignore
  })
  // openGround paints snow and light; clipped to the planks it leaves the water free.
  const snow = stage.laid
  const ground = openGround(stage, { y: endY - 6, colour: '#a08058', far: 0.2, label: 'planks', bump: 0 })
  stage.laid = snow
  return (
    `<defs><clipPath id="${clip}">${poly([...deckWay], wood)}${rect([560, endY - 16, 480, 34], wood)}</clipPath></defs>` +
    group(ground + rows + worn, `clip-path="url(#${clip})"`) +
    rect([560, endY + 16, 480, 10], edge) +
    poly([...on(-1, endY), ...on(-0.965, endY), ...on(-0.965, 1010), ...on(-1, 1010)], edge) +
    poly([...on(1, endY), ...on(0.965, endY), ...on(0.965, 1010), ...on(1, 1010)], edge)
  )
}

/** The posts the pier stands on, and its shade on the water. */
const piles = (stage: Stage): string => {
  const dark = stage.at(0.06)('#4a3a30')
  const sides = ([-1, 1] as const)
    .map((side) =>
      [668, 708, 764, 842, 950].map((y) => {
        const [x] = on(side, y)
        const s = (y - eye.y) / 250
        return rect([x - 13 * s, y - 4, 26 * s, 96 * s], dark) + ellipse([x, y + 92 * s, 34 * s, 7 * s], stage.at(0.1)('#c9dcdc'), 'opacity=".4"') // prettier-ignore
      }).join(''),
    )
    .join('') // prettier-ignore
  const shade = ([-1, 1] as const)
    .map((side) =>
      poly(
        [...on(side, endY + 10), ...on(side, 1010), ...on(side * 1.13, 1010), ...on(side * 1.2, endY + 12)],
        stage.light.ink,
        'opacity=".26"',
      ),
    ) // prettier-ignore
    .join('')
  return shade + sides + repeat(7, (i) => rect([572 + i * 74, endY + 20, 12, 34], dark))
}

/** Bollards and posts along both edges, a rope from one to the next. */
const posts = (stage: Stage): string => {
  const tint = stage.at(0.05)
  return ([-1, 1] as const)
    .map((side) => {
      const feet = [664, 704, 764, 850]
      const heads = feet.map((y) => {
        const [x] = on(side * 0.95, y)
        const s = (y - eye.y) / 240
        return { x, y, s, top: y - 92 * s }
      })
      const ropes = heads.slice(1).map((head, i) => {
        const from = heads[i] ?? head
        const sag = Math.max(from.top, head.top) + 26 * head.s
        return stroke(d`M${from.x} ${from.top + 12 * from.s}Q${(from.x + head.x) / 2} ${sag} ${head.x} ${head.top + 14 * head.s}`, tint('#c2a674'), 5 * head.s) // prettier-ignore
      })
      return (
        ropes.join('') +
        heads
          .map(({ x, y, s, top }) =>
            rect([x - 12 * s, top, 24 * s, y - top], tint('#5f4632')) +
            ellipse([x, top, 12 * s, 4 * s], tint('#8a6a4a')) +
            rect([x - 12 * s, top + 22 * s, 24 * s, 6 * s], tint('#e4dcc8')),
          )
          .join('') // prettier-ignore
      )
    })
    .join('')
}

const moored = (stage: Stage): string => {
  const tint = stage.at(0.24)
  const [x, y] = [1330, 690]
  return (
    line([x - 30, y - 20, x - 30, y - 250], tint('#6a5040'), 8) +
    line([x - 30, y - 246, x - 170, y - 22], tint('#3a3438'), 2) +
    line([x - 30, y - 246, x + 150, y - 34], tint('#3a3438'), 2) +
    rect([x + 6, y - 92, 104, 60], tint('#ece4d2')) +
    rect([x - 2, y - 102, 120, 12], tint('#3d6a80')) +
    rect([x + 18, y - 80, 32, 24], stage.light.lampsOn ? '#ffd98a' : tint('#8fa6ae')) +
    rect([x + 62, y - 80, 32, 24], stage.light.lampsOn ? '#ffd98a' : tint('#8fa6ae')) +
    path(
      d`M${x - 190} ${y - 52}Q${x} ${y - 14} ${x + 200} ${y - 60}Q${x + 180} ${y + 4} ${x + 150} ${y + 24}H${x - 140}Q${x - 180} ${y} ${x - 190} ${y - 52}Z`,
      tint('#a4493d'),
    ) + // prettier-ignore
    stroke(d`M${x - 188} ${y - 46}Q${x} ${y - 6} ${x + 198} ${y - 54}`, tint('#efe6d2'), 9) +
    ellipse([x, y + 28, 180, 7], stage.light.ink, 'opacity=".3"') +
    stroke(d`M${x - 188} ${y - 50}Q${x - 240} ${y - 10} ${x - 300} ${y - 6}`, tint('#c2a674'), 4)
  )
}

/** The ferry itself, far out. */
const ferry = (stage: Stage): string => {
  const tint = stage.at(0.56)
  const lit = stage.light.lampsOn ? '#ffdf9a' : tint('#5f7684')
  const [x, y] = [330, 596]
  return (
    rect([x - 80, y - 74, 190, 30], tint('#f0ece2')) +
    rect([x - 50, y - 100, 120, 28], tint('#f0ece2')) +
    poly([x + 6, y - 100, x + 14, y - 142, x + 44, y - 142, x + 40, y - 100], tint('#c0453c')) +
    rect([x + 12, y - 132, 32, 9], tint('#f0ece2')) +
    path(d`M${x - 150} ${y - 46}H${x + 160}L${x + 140} ${y + 2}H${x - 120}Z`, tint('#2f5068')) +
    rect([x - 148, y - 46, 306, 8], tint('#f0ece2')) +
    repeat(8, (i) => rect([x - 70 + i * 22, y - 66, 12, 12], lit)) +
    repeat(5, (i) => rect([x - 40 + i * 22, y - 92, 12, 10], lit)) +
    ellipse([x, y + 4, 170, 5], tint('#e6eef0'), 'opacity=".6"') +
    path(d`M${x + 26} ${y - 146}Q${x + 60} ${y - 190} ${x + 150} ${y - 186}Q${x + 90} ${y - 166} ${x + 40} ${y - 142}Z`, tint('#c9ced2'), 'opacity=".5"') // prettier-ignore
  )
}

const lifebuoy = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.05)
  return (
    rect([x - 7, y - 60, 14, 170], tint('#5f4632')) +
    circle([x, y - 30, 38], 'none', `stroke="${tint('#d9532f')}" stroke-width="19"`) +
    [0, 90, 180, 270].map((turn) => group(rect([x - 8, y - 79, 16, 20], tint('#f2ead8')), d`transform="rotate(${turn + 45} ${x} ${y - 30})"`)).join('') // prettier-ignore
  )
}

/** A shelter at the pier's end, with the lantern ships steer by. */
const hut = (stage: Stage): string => {
  const tint = stage.at(0.2)
  const lit = stage.light.lampsOn
  return (
    rect([886, 546, 104, 86], tint('#c9bda4')) +
    poly([876, 548, 938, 508, 1000, 548], tint('#8a4038')) +
    rect([902, 566, 30, 66], tint('#54402f')) +
    rect([946, 568, 30, 26], lit ? '#ffd98a' : tint('#5f7684')) +
    rect([640, 520, 8, 112], tint('#3a3a42')) +
    rect([630, 500, 28, 24], lit ? '#ffe2a0' : tint('#7fa08a')) +
    poly([626, 500, 644, 484, 662, 500], tint('#3a3a42')) +
    (lit ? glow(stage, [644, 512, 110], { colour: lampColour, opacity: 0.6 }) : '') +
    gull({ x: 940, y: 500, size: 13 }, tint('#eef0ee'))
  )
}

const rope = (stage: Stage): string => {
  const dark = stage.at(-0.34)('#4a3a30')
  return (
    rect([-70, 800, 110, 230], dark, 'rx="16"') +
    ellipse([-15, 800, 55, 18], stage.at(-0.28)('#6a5240')) +
    stroke('M-76 870Q-10 906 46 870M-76 900Q-10 936 46 900M-76 930Q-10 966 46 930', stage.at(-0.22)('#a58a5c'), 17)
  )
}
