import { mix } from '../../colour'
import { birds } from '../pieces/birds'
import { waterSheet, wetSheen } from '../pieces/ground'
import { hills, rock } from '../pieces/land'
import { sail } from '../pieces/sail'
import { seaColour } from '../pieces/seaColour'
import { leaf, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { footHaze, group, line, path, poly, repeat, ridge } from '../shapes'
import type { Stage } from '../stage'

const dry = /\b(canyon|gorge|ravine|valley|desert|mountain)s?\b/
const wet = /\b(sea|ocean|coast|shore|waves|water|bay|surf)\b/

/** The edge of a cliff above the sea, from either side; only a gorge, or a cliff said to stand inland, is a ravine. */
export const cliff = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.36)
  const ravine = dry.test(stage.words) && !wet.test(stage.words)
  const turned = (svg: string) => (stage.second && !ravine ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const face = (points: number[], colour: string, depth: number) => poly(points, stage.at(depth)(colour))
  const stacks =
    face([250, 640, 268, 440, 300, 410, 350, 420, 372, 640], '#7c6f68', 0.55) +
    face([410, 650, 420, 520, 450, 504, 476, 650], '#7c6f68', 0.6)
  const wall = ravine
    ? face(
        [-200, 1000, -200, 120, 40, 150, 130, 300, 90, 420, 260, 560, 240, 700, 380, 780, 380, 1000],
        '#9a6a50',
        0.28,
      ) +
      face(
        [1800, 1000, 1800, 60, 1520, 110, 1440, 290, 1500, 430, 1330, 560, 1370, 720, 1240, 790, 1240, 1000],
        '#a8745a',
        0.3,
      ) +
      repeat(
        7,
        (i) =>
          line([-200, 220 + i * 80, 120 + i * 20, 260 + i * 72], tint('#6c4638'), 4) +
          line([1800, 190 + i * 84, 1460 - i * 18, 250 + i * 74], tint('#6c4638'), 4),
      )
    : face(
        [1800, 1000, 1800, 380, 1500, 400, 1400, 470, 1330, 480, 1290, 620, 1230, 720, 1230, 1000],
        '#8a7a6c',
        0.34,
      ) +
      repeat(6, (i) => line([1800, 460 + i * 60, 1420 - i * 28, 500 + i * 48], tint('#5f5450'), 4)) +
      poly(
        [1800, 366, 1496, 388, 1396, 462, 1330, 474, 1340, 488, 1420, 484, 1510, 412, 1800, 396],
        stage.ground(0.3)('#7c8f52'),
      )
  return {
    far: ravine
      ? hills(stage, { label: 'far', y: 560, rise: 190, steps: 5, colour: '#9c7a68', depth: 0.85 }) +
        hills(stage, { label: 'far2', y: 660, rise: 150, steps: 4, colour: '#a8775a', depth: 0.62 }) +
        footHaze(stage, [-200, 430, 2000, 330], 0.7)
      : waterSheet(stage, { y: 548, bottom: 1000, label: 'sea', colour: seaColour }),
    mid:
      turned((ravine ? '' : stacks) + wall) +
      birds(stage) +
      (ravine
        ? footHaze(stage, [-200, 620, 2000, 200], 0.5)
        : sail(stage, { x: stage.second ? 1010 : 590, y: 574, s: 40, depth: 0.7 })),
    near:
      path(
        ridge([-200, 700, 160, 722, 520, 742, 900, 738, 1240, 748, 1800, 726], 1000),
        stage.ground(0.08)('#7f8c56'),
      ) +
      poly(
        [-200, 860, 300, 880, 700, 846, 1200, 880, 1800, 856, 1800, 1000, -200, 1000],
        mix(stage.ground(0.02)('#8a7a62'), stage.light.ink, 0.1),
        'opacity=".55"',
      ) +
      rock(stage, { x: 140, y: 778, w: 100, h: 72, depth: 0.08 }) +
      rock(stage, { x: 1450, y: 784, w: 84, h: 50, depth: 0.08 }) +
      repeat(26, (i) =>
        tuft(
          { x: -170 + i * 76, y: 752 + ((i * 41) % 90), size: 20 + ((i * 17) % 16) },
          stage.ground(0.03)(leaf(stage, '#66793e')),
          stage.light.weather === 'windy' ? 0.5 : 0.12,
        ),
      ) +
      wetSheen(stage, 752),
    foreground:
      rock(stage, { x: -80, y: 1020, w: 200, h: 170, depth: -0.3 }) +
      repeat(6, (i) => tuft({ x: 1580 + i * 42, y: 1000, size: 150 }, stage.at(-0.3)('#5d6b3c'), -0.2)),
    water: ravine ? null : { x: stage.second ? 360 : -160, y: 548, width: 1400, height: 170 },
  }
}
