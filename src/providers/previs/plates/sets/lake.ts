import { birds } from '../pieces/birds'
import { openGround, waterSheet, wetSheen } from '../pieces/ground'
import { hills, rock } from '../pieces/land'
import { bush, leaf, pine, tree, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { ellipse, footHaze, line, path, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A river or lake between wooded banks; the second set has a wooden bridge. */
export const lake = (stage: Stage): SetDrawing => {
  const dice = stage.dice('lake')
  const bank = repeat(26, (i) =>
    pine(stage, { x: -190 + i * 78 + dice() * 30, base: 596, height: 90 + dice() * 90, depth: 0.72 }),
  )
  const reeds = (from: number, to: number) =>
    repeat(34, () => {
      const x = from + dice() * (to - from)
      const h = 40 + dice() * 60
      return (
        line([x, 744, x + 4, 744 - h], stage.ground(0.06)('#6d7f45'), 3) +
        (dice() < 0.3 ? ellipse([x + 4, 744 - h, 4, 13], stage.ground(0.05)('#6b4632')) : '')
      )
    })
  const bridge = stage.second ? footbridge(stage) : rowingBoat(stage)
  return {
    far:
      hills(stage, { label: 'far', y: 560, rise: 150, steps: 5, colour: '#6f8478', depth: 0.85 }) +
      bank +
      footHaze(stage, [-200, 430, 2000, 170], 0.55) +
      waterSheet(stage, { y: 594, bottom: 800, label: 'lake', colour: '#3f7480' }),
    mid:
      bridge +
      tree(stage, { x: 110, base: 716, height: 360, depth: 0.3, label: 'willow' }) +
      tree(stage, { x: 1500, base: 720, height: 420, depth: 0.3, label: 'alder', colour: '#4f7446' }) +
      birds(stage),
    near:
      openGround(stage, { y: 732, colour: '#7b8c52', far: 0.14, label: 'bank', bump: 18 }) +
      reeds(-180, 330) +
      reeds(1230, 1780) +
      rock(stage, { x: 400, y: 768, w: 60, h: 34, depth: 0.08 }) +
      rock(stage, { x: 1190, y: 764, w: 44, h: 24, depth: 0.08 }) +
      repeat(20, () =>
        tuft(
          { x: -160 + dice() * 1920, y: 764 + dice() * 100, size: 14 + dice() * 14 },
          stage.ground(0.03)(leaf(stage, '#5f7a40')),
        ),
      ) +
      wetSheen(stage, 744),
    foreground:
      repeat(
        8,
        (i) =>
          line([1620 + i * 24, 1000, 1600 + i * 30, 700 + ((i * 53) % 120)], stage.at(-0.3)('#56683a'), 8) +
          ellipse([1600 + i * 30, 700 + ((i * 53) % 120), 10, 38], stage.at(-0.3)('#5a3c2c')),
      ) + bush(stage, { x: -90, y: 1020, size: 160, depth: -0.3 }),
    water: { x: -160, y: 594, width: 1920, height: 140 },
  }
}

const footbridge = (stage: Stage): string => {
  const tint = stage.at(0.3)
  const wood = tint('#7d5f48')
  return (
    stroke('M-220 690Q420 560 900 664', wood, 16) +
    stroke('M-220 632Q420 502 900 610', wood, 7) +
    repeat(12, (i) => {
      const t = i / 11
      const y = 690 * (1 - t) ** 2 + 2 * 560 * t * (1 - t) + 664 * t * t
      const x = -220 * (1 - t) ** 2 + 2 * 420 * t * (1 - t) + 900 * t * t
      return rect([x - 4, y - 60, 8, 64], wood) + (i % 4 === 2 ? rect([x - 8, y, 16, 90], tint('#5c4638')) : '')
    })
  )
}

const rowingBoat = (stage: Stage): string => {
  const tint = stage.at(0.26)
  return (
    path('M1110 660Q1220 684 1340 654Q1316 702 1270 704H1172Q1128 696 1110 660Z', tint('#8a4a3c')) +
    path('M1110 660Q1220 684 1340 654L1336 664Q1220 694 1114 670Z', tint('#e6d8bf')) +
    line([1190, 650, 1110, 716], tint('#7a5c42'), 5) +
    ellipse([1225, 706, 120, 6], stage.light.ink, 'opacity=".25"')
  )
}
