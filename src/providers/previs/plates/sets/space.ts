import { mix } from '../../colour'
import { planet, starfield } from '../pieces/cosmos'
import { groundMarks } from '../pieces/ground'
import type { SetDrawing } from '../plate'
import { circle, ellipse, path, poly, rect, repeat, ridge, wash } from '../shapes'
import type { Stage } from '../stage'

/** The surface of another world, with a landed ship. */
export const space = (stage: Stage): SetDrawing => {
  const soil = stage.second ? '#8a8a94' : '#b56a4c'
  const dice = stage.dice('craters')
  const tint = stage.at(0.2)
  const craters = repeat(12, () => {
    const [x, t] = [-150 + dice() * 1900, dice()]
    const w = 30 + t * 90
    const y = 726 + t * 130
    return (
      ellipse([x, y, w, w * 0.16], stage.at(0.04)(mix(soil, '#1c1820', 0.35)), 'opacity=".7"') +
      ellipse([x, y + w * 0.05, w * 0.9, w * 0.11], stage.at(0.04)(mix(soil, '#ffffff', 0.12)), 'opacity=".6"')
    )
  })
  const ship =
    path('M1180 640Q1180 470 1270 380Q1360 470 1360 640Z', tint('#d8dcde')) +
    path('M1270 380Q1360 470 1360 640H1310Q1320 480 1270 380Z', stage.light.ink, 'opacity=".25"') +
    circle([1270, 520, 32], tint('#3a4450')) +
    circle([1270, 520, 24], stage.light.lampsOn ? '#ffd98a' : tint('#6fa8b8')) +
    poly([1180, 610, 1120, 716, 1170, 716, 1210, 640], tint('#b5473c')) +
    poly([1360, 610, 1420, 716, 1370, 716, 1330, 640], tint('#b5473c')) +
    rect([1230, 640, 80, 24], tint('#4c545e')) +
    rect([1180, 580, 180, 12], tint('#b5473c'))
  return {
    sky:
      wash(stage, [-200, -140, 2000, 1150], {
        stops: [
          [0, '#04060f', 1],
          [0.5, mix('#0a1024', soil, stage.second ? 0.05 : 0.3), 1],
          [0.75, mix('#1a1830', soil, stage.second ? 0.12 : 0.62), 1],
          [1, soil, 1],
        ],
      }) +
      starfield(stage) +
      planet(stage, [420, 220, 130]),
    far: path(
      ridge([-200, 600, 60, 520, 260, 610, 560, 560, 800, 620, 1080, 540, 1330, 600, 1560, 510, 1800, 590], 1000),
      stage.at(0.6)(soil),
    ),
    mid:
      path(
        ridge([-200, 690, 120, 610, 420, 680, 800, 690, 1200, 676, 1500, 610, 1800, 680], 1000),
        stage.at(0.34)(mix(soil, '#2a2430', 0.14)),
      ) + ship,
    near:
      path(ridge([-200, 712, 400, 724, 900, 712, 1400, 726, 1800, 712], 1010), stage.at(0.06)(soil)) +
      craters +
      groundMarks(stage, {
        label: 'stones',
        y: 724,
        count: 60,
        colour: stage.at(0.02)(mix(soil, '#1c1820', 0.4)),
        opacity: 0.5,
        length: 12,
      }),
    foreground:
      path(ridge([-220, 840, 20, 860, 180, 960, 420, 1010], 1020), stage.at(-0.34)(soil)) +
      path(ridge([1380, 1010, 1560, 930, 1820, 850], 1020), stage.at(-0.34)(soil)),
  }
}
