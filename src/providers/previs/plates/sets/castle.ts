import { windowAt } from '../pieces/facadeWindow'
import { torch } from '../pieces/fire'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { hills, rock } from '../pieces/land'
import { bush, tree, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, footHaze, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A castle on its hill, or (second set) its courtyard wall with a gate. */
export const castle = (stage: Stage): SetDrawing => {
  const stone = '#9a9088'
  const tower = (at: { x: number; base: number; w: number; h: number; depth: number; cone: boolean }) => {
    const tint = stage.at(at.depth)
    const { x, base, w, h } = at
    const merlons = repeat(4, (i) =>
      rect([x - w * 0.6 + i * w * 0.34, base - h - w * 0.34, w * 0.19, w * 0.2], tint(stone)),
    )
    return (
      rect([x - w / 2, base - h, w, h], tint(stone)) +
      rect(
        [stage.light.sunSide < 0 ? x + w * 0.18 : x - w / 2, base - h, w * 0.32, h],
        stage.light.ink,
        'opacity=".2"',
      ) +
      rect([x - w * 0.6, base - h - w * 0.18, w * 1.2, w * 0.2], tint(stone)) +
      merlons +
      (at.cone
        ? poly(
            [x - w * 0.66, base - h - w * 0.16, x, base - h - w * 1.3, x + w * 0.66, base - h - w * 0.16],
            tint('#7a3f3c'),
          ) +
          line([x, base - h - w * 1.3, x, base - h - w * 1.6], tint('#3a343a'), 3) +
          poly([x, base - h - w * 1.6, x + w * 0.5, base - h - w * 1.48, x, base - h - w * 1.36], tint('#b5473c'))
        : '') +
      [0.25, 0.5]
        .map((t) => {
          const draws = stage.dice(`tower${String(Math.round(x))}${String(t)}`)
          return windowAt(stage, {
            box: [x - w * 0.09, base - h * (1 - t), w * 0.18, w * 0.34],
            depth: at.depth,
            draws: [draws(), draws(), 1],
            colour: stone,
          })
        })
        .join('')
    )
  }
  const wall = (x: number, base: number, at: { w: number; h: number; depth: number }) =>
    rect([x, base - at.h, at.w, at.h], stage.at(at.depth)(stone)) +
    repeat(Math.floor(at.w / 38), (i) => rect([x + 6 + i * 38, base - at.h - 18, 20, 20], stage.at(at.depth)(stone)))
  const far = [
    [840, 540, 60, 250],
    [950, 540, 76, 330],
    [1060, 540, 54, 220],
    [740, 540, 50, 170],
    [1150, 540, 60, 150],
  ]
    .map(([x = 0, base = 0, w = 0, h = 0]) => tower({ x, base, w, h, depth: 0.5, cone: true }))
    .join('')
  const torches = stage.second ? [torch(stage, 640, 520), torch(stage, 960, 520)] : []
  const dice = stage.dice('stones')
  const gate =
    wall(-200, 730, { w: 2000, h: 380, depth: 0.22 }) +
    repeat(70, () =>
      rect(
        [-200 + dice() * 1960, 370 + dice() * 330, 40 + dice() * 30, 22],
        stage.at(0.22)(dice() < 0.5 ? '#877d76' : '#a89e92'),
        'opacity=".6" rx="4"',
      ),
    ) +
    path('M690 730V560Q690 450 800 440Q910 450 910 560V730Z', stage.at(0.2)('#2c2628')) +
    repeat(6, (i) => rect([704 + i * 36, 470, 7, 260], stage.at(0.2)('#5a4030'))) +
    repeat(5, (i) => rect([694, 500 + i * 48, 212, 6], stage.at(0.2)('#5a4030'))) +
    tower({ x: 560, base: 730, w: 150, h: 520, depth: 0.18, cone: false }) +
    tower({ x: 1040, base: 730, w: 150, h: 520, depth: 0.18, cone: false }) +
    [560, 1040]
      .map((x) => path(d`M${x - 28} 330H${x + 28}V460L${x} 490L${x - 28} 460Z`, stage.at(0.16)('#8a2f3a')))
      .join('')
  return {
    far:
      hills(stage, { label: 'far', y: 600, rise: 120, steps: 5, colour: '#7c8a86', depth: 0.85 }) +
      (stage.second
        ? tower({ x: 1330, base: 480, w: 90, h: 380, depth: 0.6, cone: true }) +
          tower({ x: 250, base: 480, w: 80, h: 330, depth: 0.6, cone: true })
        : '') +
      footHaze(stage, [-200, 430, 2000, 200], 0.5),
    mid: stage.second
      ? gate
      : hills(stage, { label: 'hill', y: 690, rise: 20, steps: 4, colour: '#7c8a5a', depth: 0.4 }) +
        path('M480 700Q700 520 950 526Q1200 530 1420 700Z', stage.ground(0.44)('#7d8a5c')) +
        far +
        wall(700, 545, { w: 490, h: 84, depth: 0.48 }) +
        path('M900 545V500Q930 470 960 500V545Z', stage.at(0.44)('#3a3236')) +
        stroke('M930 545Q1020 610 860 660Q760 690 800 720', stage.ground(0.3)('#c2ad86'), 15) +
        footHaze(stage, [-200, 580, 2000, 140], 0.3),
    near:
      openGround(stage, {
        y: 712,
        colour: stage.second ? '#8f8470' : '#7f8f55',
        far: 0.26,
        label: 'ground',
        bump: 10,
      }) +
      groundMarks(stage, {
        label: 'stones',
        y: 722,
        count: 70,
        colour: stage.ground(0.03)('#5f5a48'),
        opacity: 0.3,
        length: 18,
      }) +
      (stage.second
        ? ''
        : poly([760, 716, 840, 716, 1080, 1000, 560, 1000], stage.ground(0.06)('#c2ad86'), 'opacity=".8"')) +
      torches.map(({ svg }) => svg).join('') +
      rock(stage, { x: 200, y: 780, w: 80, h: 50, depth: 0.1 }) +
      tree(stage, { x: 1500, base: 790, height: 420, depth: 0.1, label: 'oak' }) +
      wetSheen(stage, 722),
    foreground:
      bush(stage, { x: -70, y: 1030, size: 200, depth: -0.32 }) +
      repeat(6, (i) => tuft({ x: 1600 + i * 40, y: 1000, size: 150 }, stage.at(-0.3)('#55693c'))),
    lamps: torches.map(({ lamp }) => lamp),
    flames: torches.map(({ lamp }) => lamp),
  }
}
