import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { rock } from '../pieces/land'
import { bush, leaf, pine, tree, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, ellipse, footHaze, line, path, poly, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Tall trunks before a wall of pines; the second set is a broad-leaved wood with a path. */
export const forest = (stage: Stage): SetDrawing => {
  const dice = stage.dice('trees')
  const wood = stage.second ? '#3f5b3a' : '#2f5a4c'
  const wall = ([y, count, depth, height]: readonly [number, number, number, number]) =>
    repeat(count, (i) =>
      pine(stage, {
        x: -190 + ((i + dice() * 0.7) * 2000) / count,
        base: y,
        height: height * (0.75 + dice() * 0.5),
        depth,
        colour: wood,
      }),
    )
  const trunk = ([x, w, depth, base]: readonly [number, number, number, number]) =>
    trunkAt(stage, { x, w, depth, base, label: `trunk${String(x)}` })
  const farWall = repeat(24, (i) =>
    pine(stage, { x: -190 + i * 86 + dice() * 40, base: 690, height: 300 + dice() * 220, depth: 0.95, colour: wood }),
  )
  const middle = stage.second
    ? repeat(8, (i) =>
        tree(stage, {
          x: -60 + i * 240 + dice() * 60,
          base: 722,
          height: 380 + dice() * 120,
          depth: 0.5,
          label: `oak${String(i)}`,
          colour: '#5c7a40',
        }),
      )
    : wall([716, 13, 0.55, 380])
  const trunks = [
    [236, 34],
    [-40, 46],
    [410, 22],
    [1250, 28],
    [1420, 42],
    [1640, 50],
  ]
    .map(([x = 0, w = 0]) => trunk([x, w, w > 30 ? 0.1 : 0.3, 716 + w * 1.6]))
    .join('')
  const floor = openGround(stage, { y: 700, colour: '#5b6045', far: 0.55, label: 'floor', bump: 14 })
  const way = poly([760, 704, 850, 704, 1090, 1000, 480, 1000], stage.ground(0.12)('#86765a'), 'opacity=".55"')
  const litter = groundMarks(stage, {
    label: 'litter',
    y: 716,
    count: 70,
    colour: stage.ground(0.05)('#8a5a38'),
    opacity: 0.35,
    length: 12,
  })
  const ferns = repeat(16, (i) =>
    tuft(
      { x: -150 + i * 118 + dice() * 60, y: 742 + dice() * 100, size: 22 + dice() * 20 },
      stage.ground(0.06)(leaf(stage, '#54733f')),
    ),
  )
  return {
    far: farWall + footHaze(stage, [-200, 260, 2000, 450], 0.75),
    mid:
      canopy(stage, 0.5, 70) +
      middle +
      understory(stage) +
      footHaze(stage, [-200, 430, 2000, 300], 0.5) +
      shafts(stage),
    near:
      floor +
      way +
      litter +
      canopy(stage, 0.14, -20) +
      trunks +
      ferns +
      rock(stage, { x: 1270, y: 772, w: 70, h: 44, depth: 0.1 }) +
      wetSheen(stage, 716),
    foreground: boughs(stage) + fernEdge(stage),
  }
}

/** Leaves that close the picture at the top, thinner over the middle. */
const canopy = (stage: Stage, depth: number, y: number): string => {
  const dice = stage.dice(`canopy${String(y)}`)
  const tint = stage.at(depth)
  const tones = [leaf(stage, '#39573c'), leaf(stage, '#48683f'), leaf(stage, '#2f4c3a')]
  return repeat(34, (i) => {
    const x = -190 + i * 60 + dice() * 30
    const away = Math.min(1, Math.abs(x - 800) / 700)
    return ellipse(
      [x, y - 110 + away * 90 + dice() * 50, 70 + dice() * 50, 44 + dice() * 30],
      tint(tones[i % 3] ?? '#39573c'),
    )
  })
}

const understory = (stage: Stage): string => {
  const dice = stage.dice('understory')
  return repeat(15, (i) =>
    bush(stage, {
      x: -170 + i * 140 + dice() * 60,
      y: 724,
      size: 34 + dice() * 40,
      depth: 0.42,
      colour: i % 2 === 0 ? '#4d6b43' : '#5f7440',
    }),
  )
}

const trunkAt = (stage: Stage, at: { x: number; w: number; depth: number; base: number; label: string }): string => {
  const { x, w, depth, base } = at
  const tint = stage.at(depth)
  const dice = stage.dice(at.label)
  const bark = tint('#5a463a')
  const side = stage.light.sunSide
  const lean = (dice() - 0.5) * 40
  const body = path(
    d`M${x - w * 0.95} ${base}C${x - w * 0.5} ${base - 60} ${x - w * 0.5} ${base - 300} ${x - w * 0.4 + lean} -140H${x + w * 0.4 + lean}C${x + w * 0.5} ${base - 300} ${x + w * 0.5} ${base - 60} ${x + w * 0.95} ${base}Z`,
    bark,
  )
  const edge = stroke(
    d`M${x + side * w * 0.42} ${base - 50}Q${x + side * w * 0.44} 300 ${x + side * w * 0.33 + lean} -140`,
    tint('#a58a68'),
    w * 0.16,
  )
  const limbs = repeat(3, (i) => {
    const y = 60 + i * 130 + dice() * 60
    const to = dice() < 0.5 ? -1 : 1
    return stroke(
      d`M${x + lean * (1 - y / 700)} ${y}Q${x + to * w * 1.6} ${y - 20} ${x + to * w * (2.6 + dice())} ${y - 70}`,
      bark,
      w * 0.22,
    )
  })
  const knots = repeat(5, () =>
    ellipse([x + (dice() - 0.5) * w * 0.5, 120 + dice() * 520, w * 0.07, w * 0.3], tint('#3a2c28'), 'opacity=".6"'),
  )
  return limbs + body + edge + knots
}

const shafts = (stage: Stage): string => {
  const { sun, key, sunSide, night } = stage.outside
  if (!sun) return ''
  return repeat(5, (i) => {
    const x = 360 + i * 220
    return poly(
      [x, -140, x + 70 + i * 12, -140, x + 130 - sunSide * 330, 760, x - sunSide * 330 - 40, 760],
      key,
      `opacity="${night ? '.05' : '.13'}"`,
    )
  })
}

const boughs = (stage: Stage): string => {
  const dark = stage.at(-0.32)('#2f4a3a')
  const sprig = ([x, y, to, size]: readonly [number, number, 1 | -1, number]) =>
    repeat(9, (i) =>
      path(
        d`M${x + to * i * size * 0.2} ${y + i * size * 0.06}q${to * size * 0.12} ${size * 0.16} ${to * size * 0.02} ${size * 0.42}q${-to * size * 0.16} ${-size * 0.16} ${-to * size * 0.02} ${-size * 0.42}Z`,
        dark,
      ),
    ) + line([x, y, x + to * size * 1.9, y + size * 0.55], dark, 8)
  return (
    sprig([-190, -70, 1, 250]) + sprig([-180, 60, 1, 170]) + sprig([1790, -80, -1, 290]) + sprig([1800, 50, -1, 160])
  )
}

const fernEdge = (stage: Stage): string => {
  const dark = stage.at(-0.32)('#33503a')
  return (
    repeat(6, (i) => tuft({ x: -160 + i * 64, y: 1000, size: 170 - i * 20 }, dark, 0.1)) +
    repeat(6, (i) => tuft({ x: 1760 - i * 60, y: 1000, size: 180 - i * 22 }, dark, -0.1))
  )
}
