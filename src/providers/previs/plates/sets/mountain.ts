import { flowers } from '../pieces/flowers'
import { groundMarks, openGround, waterSheet, wetSheen } from '../pieces/ground'
import { peaks, rock } from '../pieces/land'
import { pine } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { footHaze, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Peaks in rows; the second set stands on a pass beside a lake and a hut. */
export const mountain = (stage: Stage): SetDrawing => {
  const dice = stage.dice('pines')
  const rows = ([from, to, base, depth]: readonly [number, number, number, number]) =>
    repeat(9, (i) =>
      pine(stage, {
        x: from + ((to - from) * (i + dice() * 0.6)) / 9,
        base: base + dice() * 16,
        height: 90 + dice() * 90,
        depth,
      }),
    )
  const lake = stage.second ? waterSheet(stage, { y: 640, bottom: 712, label: 'tarn', colour: '#3d7286' }) : ''
  const hut = stage.second ? cabin(stage, { x: 1230, y: 716, s: 1 }) : cabin(stage, { x: 330, y: 706, s: 0.6 })
  return {
    far:
      peaks(stage, {
        label: 'far',
        base: 650,
        low: 240,
        high: 450,
        count: 5,
        depth: 0.9,
        colour: '#6c7a92',
        snow: true,
      }) + footHaze(stage, [-200, 380, 2000, 280], 0.75),
    mid:
      peaks(stage, {
        label: 'mid',
        base: 700,
        low: 130,
        high: 250,
        count: 6,
        depth: 0.52,
        colour: '#5f6c72',
        snow: stage.outside.groundMix !== null,
      }) +
      lake +
      rows([-180, 560, 708, 0.42]) +
      rows([1080, 1780, 708, 0.42]) +
      hut +
      footHaze(stage, [-200, 560, 2000, 160], 0.5),
    near:
      openGround(stage, { y: 704, colour: '#7d8a68', far: 0.34, label: 'meadow', bump: 20 }) +
      rock(stage, { x: 180, y: 774, w: 92, h: 66, depth: 0.1 }) +
      rock(stage, { x: 1420, y: 766, w: 120, h: 80, depth: 0.1 }) +
      rock(stage, { x: 1290, y: 782, w: 46, h: 28, depth: 0.1 }) +
      pine(stage, { x: 60, base: 790, height: 330, depth: 0.08 }) +
      pine(stage, { x: 1560, base: 800, height: 380, depth: 0.08 }) +
      groundMarks(stage, {
        label: 'stones',
        y: 724,
        count: 50,
        colour: stage.ground(0.05)('#8b8a80'),
        opacity: 0.4,
        length: 10,
      }) +
      flowers(stage, '#e9d27a') +
      wetSheen(stage, 724),
    foreground:
      rock(stage, { x: -70, y: 1020, w: 210, h: 150, depth: -0.3 }) +
      pine(stage, { x: 1720, base: 1060, height: 520, depth: -0.34 }),
  }
}

const cabin = (stage: Stage, { x, y, s }: { x: number; y: number; s: number }): string => {
  const tint = stage.at(0.3)
  const lit = stage.light.lampsOn ? '#ffd27d' : tint('#3d4a56')
  return (
    rect([x, y - 84 * s, 150 * s, 84 * s], tint('#7c4f3a')) +
    repeat(4, (i) => rect([x, y - (18 + i * 19) * s, 150 * s, 2.4], tint('#56352a'))) +
    poly(
      [x - 18 * s, y - 80 * s, x + 75 * s, y - 150 * s, x + 168 * s, y - 80 * s],
      tint(stage.outside.groundMix ? '#e8eef2' : '#4d3a3a'),
    ) +
    rect([x + 110 * s, y - 158 * s, 18 * s, 46 * s], tint('#6a5a54')) +
    rect([x + 22 * s, y - 60 * s, 30 * s, 28 * s], lit) +
    rect([x + 92 * s, y - 58 * s, 30 * s, 58 * s], tint('#4a3028'))
  )
}
