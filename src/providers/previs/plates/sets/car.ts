import { mix } from '../../colour'
import { pick } from '../../random'
import { lampColour } from '../../light'
import { hills } from '../pieces/land'
import { skyline } from '../pieces/skyline'
import { tree } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { circle, d, footHaze, glow, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** In a car, looking back at who rides in it: bench and rear window; the second set is the side view of the front seats. */
export const car = (stage: Stage): SetDrawing => {
  const open: Stage = { ...stage, light: stage.outside, at: stage.open, ground: stage.openGround }
  const tint = stage.at(0)
  const shell = mix(tint('#5c6070'), stage.light.ink, 0.12)
  const lining = mix(tint('#8a7c74'), stage.light.ink, 0.06)
  const lit = stage.light.lampsOn
  const glassWay = stage.second
    ? 'M120 150Q140 110 200 108H720Q760 108 760 150V520H60ZM840 150Q840 108 880 108H1400Q1460 110 1480 150L1540 520H840Z'
    : 'M150 520L290 150Q310 110 370 108H1230Q1290 110 1310 150L1450 520Z'
  const road = stage.second
    ? ''
    : poly([700, 560, 900, 560, 1900, 1000, -300, 1000], open.ground(0.2)('#4c4a52')) +
      repeat(5, (i) => {
        const t = (i / 5) ** 2
        const y = 575 + t * 300
        const w = 4 + t * 26
        return poly(
          [800 - w, y, 800 + w, y, 800 + w * 1.5, y + 16 + t * 70, 800 - w * 1.5, y + 16 + t * 70],
          open.at(0.1)('#e4d8b4'),
        )
      })
  const dash =
    path('M-200 520H1800V1010H-200Z', shell) +
    path(
      stage.second
        ? 'M-200 512H1800V548H-200Z'
        : 'M-200 560Q300 470 800 486Q1300 470 1800 560V600Q1300 520 800 536Q300 520 -200 600Z',
      lining,
    )
  const leather = pick(['#6a4a3c', '#4c5660', '#5a3a38', '#6a6450'], stage.dice('seats')())
  const bench =
    path('M-60 1100V650Q-50 566 90 560H1510Q1650 566 1660 650V1100Z', tint(leather)) +
    path(
      'M-60 660Q-40 590 90 584H1510Q1640 590 1660 660V690Q1640 622 1510 616H90Q-40 622 -60 690Z',
      tint(mix(leather, '#ffe8c8', 0.16)),
    ) +
    [330, 800, 1270]
      .map((x) => stroke(d`M${x} 590Q${x - 8} 760 ${x} 1000`, tint(mix(leather, '#140d10', 0.35)), 5))
      .join('') +
    [450, 1010]
      .map(
        (x) =>
          rect([x, 566, 14, 30], tint('#8a8a90')) +
          rect([x + 126, 566, 14, 30], tint('#8a8a90')) +
          rect([x - 20, 470, 180, 104], tint(mix(leather, '#ffe8c8', 0.08)), 'rx="34"'),
      )
      .join('')
  const seats = [150, 1110]
    .map(
      (x) =>
        path(
          d`M${x - 10} 1010V720Q${x} 640 ${x + 90} 634H${x + 250}Q${x + 340} 640 ${x + 350} 720V1010Z`,
          tint('#6a4a3c'),
        ) +
        path(d`M${x + 84} 634V560Q${x + 90} 530 ${x + 170} 528Q${x + 250} 530 ${x + 256} 560V634Z`, tint('#7a5646')) +
        stroke(
          d`M${x + 60} 690Q${x + 50} 850 ${x + 56} 1010M${x + 280} 690Q${x + 290} 850 ${x + 284} 1010`,
          tint('#54392e'),
          5,
        ),
    )
    .join('')
  const town = skyline(open, { label: 'skyline', base: 570, low: 90, high: 230, depth: 0.7, landmark: false })
  return {
    far:
      hills(open, { label: 'far', y: 560, rise: 80, steps: 6, colour: '#7c8a74', depth: 0.8 }) +
      town +
      footHaze(open, [-200, 420, 2000, 160], 0.5),
    mid:
      rect([-200, 556, 2000, 300], open.ground(0.4)('#76805c')) +
      road +
      [140, 1420]
        .map((x, i) => tree(open, { x, base: 600, height: 250, depth: 0.35, label: `r${String(i)}` }))
        .join('') +
      (lit
        ? [330, 560, 1120, 1330]
            .map(
              (x, i) =>
                glow(open, [x, 500 - (i % 2) * 50, 90], { colour: lampColour, opacity: 0.8 }) +
                circle([x, 500 - (i % 2) * 50, 7], '#fff0cc'),
            )
            .join('')
        : ''),
    near:
      path(`M-200 -140H1800V1010H-200Z${glassWay}`, shell, 'fill-rule="evenodd"') +
      `<path d="${glassWay}" fill="none" stroke="${mix(shell, '#000000', 0.35)}" stroke-width="16"/>` +
      poly([430, 112, 560, 112, 380, 516, 250, 516], '#ffffff', 'opacity=".07"') +
      dash +
      (stage.second ? seats : bench) +
      (lit ? glow(stage, [800, 600, 320], { colour: '#e8a24c', opacity: 0.2 }) : ''),
    foreground: stage.second
      ? rect([-220, -140, 110, 1160], stage.at(-0.4)('#34343e')) +
        rect([1710, -140, 110, 1160], stage.at(-0.4)('#34343e'))
      : rect([-230, -140, 150, 1160], stage.at(-0.4)('#34343e')),
    lamps: [{ x: 800, y: 600, r: 260, colour: '#e8a24c' }],
  }
}
