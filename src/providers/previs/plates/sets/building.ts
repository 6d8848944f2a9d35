import { mix } from '../../colour'
import { lampColour, litWindowColour } from '../../light'
import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { facadeColours, house } from '../pieces/houses'
import { reflection, streetLamp } from '../pieces/lamps'
import { hills } from '../pieces/land'
import { skyline } from '../pieces/skyline'
import { bush, tree } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, footHaze, glow, group, line, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** The house next door, and the fence between. */
const neighbour = (stage: Stage, side: 1 | -1): string =>
  house(stage, {
    x: 800 - side * 330 - 130,
    base: 710,
    width: 260,
    height: 190,
    depth: 0.42,
    colour: pick(facadeColours, stage.dice('next')()),
    roof: 'gable',
    columns: 3,
    rowHeight: 84,
    plinth: 24,
    label: 'next',
  }) +
  repeat(13, (i) => rect([800 - side * 130 - 120 + i * 19, 668, 9, 44], stage.at(0.32)('#d8cdb8'))) +
  rect([800 - side * 130 - 126, 680, 250, 6], stage.at(0.32)('#d8cdb8'))

type Front = 'school' | 'hospital' | 'church' | 'house'

/** A building of its own seen from outside: chapel, school, clinic or house, chosen by the words of its name. */
export const building = (stage: Stage): SetDrawing => {
  const dice = stage.dice('front')
  const kind = frontOf(stage.name)
  const colour = pick(facadeColours, dice())
  // The front stands off the middle, toward one side; a house has a smaller one beside it.
  const side = stage.second ? 1 : -1
  const shift = side * (kind === 'house' ? 210 : 90)
  const lampsAt = [
    streetLamp(stage, { x: 800 - side * 560, base: 790, height: 430, dir: side, depth: 0.05 }),
    streetLamp(stage, { x: 800 + side * 470, base: 742, height: 260, dir: side, depth: 0.2 }),
  ]
  const lamps = lampsAt.map(({ lamp }) => lamp)
  return {
    far:
      skyline(stage, { label: 'skyline', base: 690, low: 100, high: 210, depth: 0.85, landmark: false }) +
      hills(stage, { label: 'far', y: 640, rise: 60, steps: 5, colour: '#8a9c86', depth: 0.8 }) +
      footHaze(stage, [-200, 460, 2000, 240], 0.6),
    mid:
      tree(stage, { x: 800 - side * 620, base: 712, height: 470, depth: 0.36, label: 'a' }) +
      tree(stage, { x: 800 + side * 560, base: 706, height: 300, depth: 0.46, label: 'b', colour: '#7c8a48' }) +
      (kind === 'house' ? neighbour(stage, side) : '') +
      group(fronts[kind](stage, colour), d`transform="translate(${shift} 0)"`) +
      footHaze(stage, [-200, 600, 2000, 120], 0.2),
    near:
      openGround(stage, { y: 708, colour: '#8a8a6a', far: 0.26, label: 'lawn', bump: 5 }) +
      poly(
        [730 + shift, 708, 890 + shift, 708, 1120 + shift * 0.3, 1000, 480 + shift * 0.3, 1000],
        stage.ground(0.05)('#b5a890'),
      ) +
      groundMarks(stage, {
        label: 'stones',
        y: 718,
        count: 60,
        colour: stage.ground(0.03)('#6a6a54'),
        opacity: 0.3,
        length: 14,
      }) +
      hedges(stage) +
      lampsAt.map(({ svg }) => svg).join('') +
      wetSheen(stage, 718) +
      lamps.map((lamp) => reflection(stage, lamp, 786)).join(''),
    foreground:
      repeat(7, (i) => rect([-220 + i * 46, 800 + (i % 2) * 6, 22, 220], stage.at(-0.34)('#3f3a44'))) +
      rect([-220, 840, 330, 14], stage.at(-0.34)('#3f3a44')) +
      bush(stage, { x: 1680, y: 1030, size: 190, depth: -0.32 }),
    lamps,
  }
}

const frontOf = (name: string): Front => {
  if (/church|chapel|cathedral|temple|abbey|monastery|mosque|shrine/.test(name)) return 'church'
  if (/hospital|clinic|infirmary|sanatorium|ward|surgery/.test(name)) return 'hospital'
  if (/school|college|university|academy|office|bank|police|court|prison|theat|headquarter|hotel/.test(name))
    return 'school'
  return 'house'
}

const hedges = (stage: Stage): string =>
  [-60, 60, 180, 1430, 1550, 1670].map((x) => bush(stage, { x, y: 786, size: 82, depth: 0.08 })).join('')

const doorway = (stage: Stage, x: number, colour: string): string => {
  const tint = stage.at(0.28)
  return (
    rect([x - 52, 570, 104, 140], tint(mix(colour, '#efe2c8', 0.4))) +
    rect([x - 38, 584, 76, 126], tint(mix(colour, '#2a1c1c', 0.6))) +
    rect([x - 30, 594, 60, 44], stage.light.lampsOn ? litWindowColour : tint('#4a5560')) +
    rect([x - 74, 704, 148, 10], tint('#b5a890')) +
    (stage.light.lampsOn ? glow(stage, [x, 590, 150], { colour: lampColour, opacity: 0.5 }) : '')
  )
}

const fronts: Record<Front, (stage: Stage, colour: string) => string> = {
  house: (stage, colour) =>
    house(stage, {
      x: 610,
      base: 712,
      width: 400,
      height: 300,
      depth: 0.3,
      colour,
      roof: 'gable',
      columns: 4,
      rowHeight: 96,
      plinth: 30,
      label: 'front',
    }) + doorway(stage, 810, colour),
  school: (stage, colour) =>
    house(stage, {
      x: 420,
      base: 712,
      width: 780,
      height: 290,
      depth: 0.3,
      colour,
      roof: 'mansard',
      columns: 9,
      rowHeight: 92,
      plinth: 30,
      label: 'front',
    }) +
    house(stage, {
      x: 720,
      base: 712,
      width: 180,
      height: 400,
      depth: 0.28,
      colour,
      roof: 'gable',
      columns: 2,
      rowHeight: 100,
      plinth: 190,
      label: 'tower',
    }) +
    clockFace(stage, { x: 810, y: 520, r: 34 }, '#4a3a34') +
    doorway(stage, 810, colour) +
    line([810, 190, 810, 262], stage.at(0.3)('#4a464e'), 4) +
    poly([812, 192, 862, 204, 812, 220], stage.at(0.28)('#a4493d')),
  hospital: (stage) =>
    house(stage, {
      x: 400,
      base: 712,
      width: 820,
      height: 360,
      depth: 0.3,
      colour: '#c4ccc8',
      roof: 'flat',
      columns: 10,
      rowHeight: 82,
      plinth: 60,
      label: 'front',
    }) +
    rect([760, 380, 100, 100], stage.at(0.26)('#f2f4ee')) +
    rect([798, 394, 24, 72], stage.at(0.24)('#c0453c')) +
    rect([774, 418, 72, 24], stage.at(0.24)('#c0453c')) +
    doorway(stage, 810, '#8fb0a6') +
    rect([710, 560, 200, 14], stage.at(0.26)('#c0453c')),
  church: (stage) => {
    const tint = stage.at(0.3)
    const pane = (x: number) =>
      path(d`M${x - 20} 640V540Q${x} 490 ${x + 20} 540V640Z`, stage.light.lampsOn ? litWindowColour : tint('#46566a'))
    return (
      rect([560, 490, 420, 222], tint('#cfc4b0')) +
      poly([540, 494, 600, 380, 960, 380, 1000, 494], tint('#6a4a44')) +
      rect([480, 330, 130, 382], tint('#dcd2bf')) +
      poly([466, 336, 545, 110, 624, 336], tint('#5f4640')) +
      rect([541, 60, 8, 60], tint('#3a343a')) +
      rect([527, 78, 36, 8], tint('#3a343a')) +
      [700, 800, 900].map(pane).join('') +
      path('M516 420V390Q545 350 574 390V420Z', tint('#46464e')) +
      doorway(stage, 545, '#8a6a54') +
      rect([580, 330, 30, 382], stage.light.ink, 'opacity=".15"')
    )
  },
}
