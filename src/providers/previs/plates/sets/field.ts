import { mix } from '../../colour'
import { flowers } from '../pieces/flowers'
import { openGround, wetSheen } from '../pieces/ground'
import { hills } from '../pieces/land'
import { bush, leaf, tree, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, ellipse, footHaze, line, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Meadow, hedges and a barn; the second set is a wheat field with a windmill. */
export const field = (stage: Stage): SetDrawing => {
  const dice = stage.dice('field')
  const crop = stage.second ? '#cfae5a' : '#8ea05a'
  const trees = [90, 330, 1330, 1530]
    .map((x, i) =>
      tree(stage, {
        x: x + dice() * 60,
        base: 672 + dice() * 20,
        height: 170 + dice() * 60,
        depth: 0.42,
        label: `f${String(i)}`,
      }),
    )
    .join('')
  const stalks = stage.second
    ? repeat(120, (i) => wheat(stage, { x: -190 + i * 16.6 + dice() * 8, y: 744 + dice() * 14, s: 44 + dice() * 24 }))
    : repeat(26, () =>
        tuft(
          { x: -160 + dice() * 1920, y: 740 + dice() * 130, size: 14 + dice() * 16 },
          stage.ground(0.04)(leaf(stage, '#6b8446')),
        ),
      )
  return {
    far:
      hills(stage, { label: 'far', y: 590, rise: 110, steps: 6, colour: '#8a9c86', depth: 0.88 }) +
      hills(stage, { label: 'far2', y: 630, rise: 80, steps: 5, colour: '#8fa06c', depth: 0.66 }) +
      repeat(22, (i) => bush(stage, { x: -160 + i * 90 + dice() * 30, y: 632, size: 16 + dice() * 12, depth: 0.66 })) +
      footHaze(stage, [-200, 500, 2000, 160], 0.5),
    mid:
      hills(stage, { label: 'mid', y: 680, rise: 46, steps: 5, colour: crop, depth: 0.4 }) +
      furrows(stage, crop) +
      (stage.second ? windmill(stage, { x: 1250, y: 664 }) : barn(stage, { x: 1070, y: 690 })) +
      trees +
      footHaze(stage, [-200, 600, 2000, 110], 0.25),
    near:
      openGround(stage, { y: 712, colour: stage.second ? '#b59a58' : '#7c9350', far: 0.26, label: 'grass', bump: 12 }) +
      stalks +
      poly([690, 716, 800, 714, 1010, 1000, 470, 1000], stage.ground(0.06)('#b59a72'), 'opacity=".7"') +
      fence(stage) +
      flowers(stage, '#d9583f') +
      wetSheen(stage, 722),
    foreground:
      repeat(7, (i) =>
        tuft(
          { x: -170 + i * 52, y: 1000, size: 150 - i * 14 },
          stage.at(-0.28)(stage.second ? '#a08440' : '#53713c'),
          0.15,
        ),
      ) +
      repeat(6, (i) =>
        tuft(
          { x: 1770 - i * 52, y: 1000, size: 160 - i * 16 },
          stage.at(-0.28)(stage.second ? '#a08440' : '#53713c'),
          -0.1,
        ),
      ),
  }
}

const furrows = (stage: Stage, crop: string): string =>
  repeat(9, (i) =>
    line([700 + (i - 4) * 60, 660, 700 + (i - 4) * 420, 760], stage.ground(0.36)(mix(crop, '#4a4a30', 0.25)), 2),
  )

const wheat = (stage: Stage, { x, y, s }: { x: number; y: number; s: number }): string => {
  const colour = stage.ground(0.03)('#d9b760')
  return (
    line([x, y, x + s * 0.08, y - s], colour, 2.4) +
    ellipse([x + s * 0.1, y - s, 3.6, s * 0.17], stage.ground(0.03)('#e9cd82'))
  )
}

const fence = (stage: Stage): string => {
  const wood = stage.at(0.06)('#7a5f48')
  const part = (from: number, to: number) =>
    line([from, 716, to, 728], wood, 6) +
    line([from, 740, to, 754], wood, 6) +
    repeat(6, (i) => rect([from + ((to - from) * i) / 5 - 5, 694 + i * 2.4, 10, 74], wood))
  return part(-190, 300) + part(1210, 1780)
}

const barn = (stage: Stage, { x, y }: { x: number; y: number }): string => {
  const tint = stage.at(0.36)
  return (
    poly(
      [x, y, x, y - 86, x + 30, y - 128, x + 85, y - 152, x + 140, y - 128, x + 170, y - 86, x + 170, y],
      tint('#9c3f38'),
    ) +
    poly(
      [
        x - 10,
        y - 82,
        x + 26,
        y - 134,
        x + 85,
        y - 162,
        x + 144,
        y - 134,
        x + 180,
        y - 82,
        x + 168,
        y - 82,
        x + 136,
        y - 122,
        x + 85,
        y - 146,
        x + 34,
        y - 122,
        x + 2,
        y - 82,
      ],
      tint('#5a3a3c'),
    ) +
    rect([x + 60, y - 62, 50, 62], tint('#6b2b2a')) +
    line([x + 60, y - 62, x + 110, y], tint('#e6d8c4'), 3) +
    line([x + 110, y - 62, x + 60, y], tint('#e6d8c4'), 3) +
    rect([x + 72, y - 118, 26, 24], stage.light.lampsOn ? '#ffd27d' : tint('#4a3436'))
  )
}

const windmill = (stage: Stage, { x, y }: { x: number; y: number }): string => {
  const tint = stage.at(0.36)
  const sails = [20, 110, 200, 290]
    .map(
      (a) =>
        `<g transform="rotate(${String(a)} ${String(x)} ${String(y - 176)})">${rect([x - 3, y - 300, 6, 124], tint('#4c3a34'))}${rect([x + 3, y - 296, 24, 96], tint('#e4d8c0'), 'opacity=".85"')}</g>`,
    )
    .join('')
  return (
    poly([x - 48, y, x - 30, y - 160, x + 30, y - 160, x + 48, y], tint('#cfc2ac')) +
    path(d`M${x - 36} ${y - 158}Q${x} ${y - 214} ${x + 36} ${y - 158}Z`, tint('#6a4038')) +
    rect([x - 12, y - 44, 24, 44], tint('#6a4a38')) +
    rect([x - 8, y - 116, 16, 20], stage.light.lampsOn ? '#ffd27d' : tint('#4a4a52')) +
    sails
  )
}
