import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { bush, leaf, tree } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { circle, ellipse, footHaze, line, path, poly, rect, repeat, ridge, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Lawns, a path and flower beds; the second set has a pond and an arbour. */
export const garden = (stage: Stage): SetDrawing => {
  const dice = stage.dice('garden')
  const hedge = (y: number, h: number, depth: number) =>
    path(
      ridge(Array.from({ length: 21 }, (_, i) => [-200 + i * 100, y - h + dice() * 16]).flat(), y + 20),
      stage.at(depth)(leaf(stage, '#4a6b42')),
    )
  const rows = [150, 420, 1200, 1470]
    .map((x, i) =>
      tree(stage, {
        x: x + dice() * 40,
        base: 704,
        height: 330 + dice() * 90,
        depth: 0.4,
        label: `g${String(i)}`,
        colour: i % 2 === 0 ? '#64824a' : '#7c8a48',
      }),
    )
    .join('')
  const beds = [
    [-120, 470],
    [1180, 1740],
  ]
    .map(([from = 0, to = 0]) => bed(stage, [from, to], dice))
    .join('')
  const middle = stage.second ? arbour(stage) : fountain(stage)
  return {
    far:
      repeat(12, (i) =>
        tree(stage, {
          x: -140 + i * 160 + dice() * 60,
          base: 650,
          height: 220 + dice() * 120,
          depth: 0.78,
          label: `gf${String(i)}`,
        }),
      ) + footHaze(stage, [-200, 420, 2000, 260], 0.7),
    mid: hedge(706, 60, 0.5) + rows + middle + footHaze(stage, [-200, 580, 2000, 140], 0.3),
    near:
      openGround(stage, { y: 708, colour: '#7d9a55', far: 0.28, label: 'lawn', bump: 5 }) +
      poly([730, 710, 870, 710, 1120, 1000, 440, 1000], stage.ground(0.05)('#cdb892')) +
      groundMarks(stage, {
        label: 'gravel',
        y: 720,
        count: 40,
        colour: stage.ground(0.03)('#8f9a5a'),
        opacity: 0.35,
        length: 14,
      }) +
      beds +
      wetSheen(stage, 722),
    foreground:
      bush(stage, { x: -60, y: 1020, size: 190, depth: -0.3 }) +
      bush(stage, { x: 1690, y: 1030, size: 210, depth: -0.3 }) +
      repeat(9, (i) =>
        circle([1560 + i * 28, 900 + ((i * 37) % 90), 11], stage.at(-0.2)(i % 2 === 0 ? '#c9566a' : '#e6c46a')),
      ),
  }
}

const bed = (stage: Stage, [from, to]: readonly [number, number], dice: () => number): string => {
  const soil = ellipse([(from + to) / 2, 776, (to - from) / 2, 22], stage.ground(0.06)('#5b4636'))
  return (
    soil +
    repeat(34, () => {
      const [x, y, c] = [from + 20 + dice() * (to - from - 40), 766 + dice() * 16, dice()]
      const bloom = c < 0.3 ? '#c9455a' : c < 0.55 ? '#e6b84e' : c < 0.8 ? '#b58ac2' : '#f0e6dc'
      return (
        line([x, y, x, y - 26], stage.at(0.05)('#4f7343'), 2.5) +
        (stage.outside.groundMix
          ? ''
          : circle([x, y - 29, 6], stage.at(0.03)(bloom)) + circle([x, y - 29, 2], stage.at(0.03)('#f4dc8a')))
      )
    })
  )
}

const fountain = (stage: Stage): string => {
  const tint = stage.at(0.34)
  const stone = tint('#b8b0a4')
  return (
    ellipse([1060, 700, 130, 18], tint('#8f887f')) +
    rect([934, 676, 252, 26], stone) +
    ellipse([1060, 676, 126, 16], stone) +
    ellipse([1060, 675, 114, 12], stage.outside.sky.mid, 'opacity=".8"') +
    rect([1050, 606, 20, 70], stone) +
    ellipse([1060, 606, 54, 10], stone) +
    stroke('M1060 604Q1030 560 1018 602M1060 604Q1090 560 1102 602M1060 604V572', '#eef6fa', 3)
  )
}

const arbour = (stage: Stage): string => {
  const tint = stage.at(0.34)
  const wood = tint('#e0d6c4')
  return (
    [960, 1150].map((x) => rect([x, 520, 14, 186], wood)).join('') +
    stroke('M967 524Q1062 430 1157 524', wood, 14) +
    repeat(16, (i) =>
      circle(
        [967 + 190 * (i / 15), 524 - Math.sin((i / 15) * Math.PI) * 48 + ((i * 13) % 9), 19],
        tint(i % 3 === 0 ? '#6f8a4c' : '#557446'),
      ),
    ) +
    repeat(9, (i) => circle([980 + i * 21, 520 - Math.sin((i / 8) * Math.PI) * 44, 7], tint('#d46a7c')))
  )
}
