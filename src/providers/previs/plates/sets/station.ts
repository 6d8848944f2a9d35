import { mix } from '../../colour'
import { lampColour, litWindowColour } from '../../light'
import { clockFace } from '../pieces/clockFace'
import { openGround, wetSheen } from '../pieces/ground'
import { skyline } from '../pieces/skyline'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A platform with a train waiting; the second set is an underground station. */
export const station = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.2)
  const under = stage.second || stage.light.interior
  const lit = stage.light.lampsOn || under
  const body = under ? '#8fa0a8' : '#7a3a34'
  const carriages = [-260, 560]
    .map(
      (x) =>
        rect([x, 430, 800, 220], tint(body), 'rx="18"') +
        rect([x, 430, 800, 36], tint(mix(body, '#1e1a20', 0.35)), 'rx="18"') +
        rect([x + 4, 600, 792, 14], tint('#d9b46a')) +
        repeat(6, (i) =>
          rect(
            [x + 40 + i * 124, 490, 92, 78],
            lit ? mix(litWindowColour, stage.light.haze, 0.12) : mix(tint('#4c6176'), stage.light.sky.mid, 0.3),
            'rx="8"',
          ),
        ) +
        rect([x + 786, 450, 14, 190], tint('#2a262c')) +
        repeat(6, (i) => circle([x + 80 + i * 128, 660, 26], tint('#2c2a30'))),
    )
    .join('')
  const pillars = [190, 1410]
    .map(
      (x) =>
        rect([x - 15, 120, 30, 620], stage.at(0.06)('#3f4a4c')) +
        rect([x - 26, 720, 52, 26], stage.at(0.06)('#34393c')) +
        stroke(
          d`M${x} 240Q${x - 90} 200 ${x - 120} 130M${x} 240Q${x + 90} 200 ${x + 120} 130`,
          stage.at(0.06)('#3f4a4c'),
          11,
        ),
    )
    .join('')
  const roof =
    poly([-200, -140, 1800, -140, 1800, 92, -200, 92], stage.at(0.08)(under ? '#5c6468' : '#4c4a50')) +
    rect([-200, 88, 2000, 24], stage.at(0.06)('#3a3c42')) +
    repeat(34, (i) => poly([-200 + i * 60, 112, -140 + i * 60, 112, -170 + i * 60, 142], stage.at(0.06)('#d8ccb0')))
  const platform =
    openGround(stage, { y: 700, colour: '#8f867c', far: 0.12, label: 'platform', bump: 0 }) +
    rect([-200, 700, 2000, 16], stage.ground(0.06)('#c9bca4')) +
    rect([-200, 724, 2000, 8], stage.ground(0.05)('#d9b04c')) +
    repeat(22, (i) => line([800 + (i - 11) * 110, 734, 800 + (i - 11) * 200, 1000], stage.at(0.04)('#5f5a56'), 1.6)) +
    wetSheen(stage, 734)
  const lampsAt = [520, 1080].map((x) => ({ x, y: 178, r: 260, colour: lampColour }))
  const hanging = lampsAt
    .map(
      ({ x, y, r }) =>
        line([x, 110, x, 160], stage.at(0.05)('#2c2c32'), 4) +
        path(d`M${x - 34} 180Q${x} 140 ${x + 34} 180Z`, stage.at(0.05)('#3f6a54')) +
        (lit ? glow(stage, [x, y, r], { colour: lampColour, opacity: 0.5 }) + ellipse([x, 181, 22, 5], '#fff0cc') : ''),
    )
    .join('')
  const tiles = under
    ? rect([-200, 112, 2000, 600], stage.at(0.3)('#c4c4b4')) +
      repeat(50, (i) =>
        rect([-200 + (i % 25) * 82, 140 + Math.floor(i / 25) * 520, 78, 30], stage.at(0.28)('#7a8f8c')),
      ) +
      rect([560, 250, 480, 110], stage.at(0.24)('#b5473c')) +
      rect([590, 286, 420, 40], stage.at(0.22)('#f0ead8'))
    : ''
  return {
    far: under
      ? tiles
      : skyline(stage, { label: 'skyline', base: 700, low: 120, high: 260, depth: 0.8 }) +
        footHaze(stage, [-200, 420, 2000, 290], 0.7),
    mid: under ? carriages : poles(stage) + carriages + rect([-200, 650, 2000, 60], stage.at(0.2)('#34323a')),
    near:
      platform +
      roof +
      pillars +
      bench(stage, 1170, 766) +
      clockFace(stage, { x: 800, y: 176, r: 44 }, '#2f3a3c') +
      line([800, 110, 800, 134], stage.at(0.05)('#2f3a3c'), 6) +
      sign(stage) +
      hanging +
      trunks(stage),
    foreground:
      rect([-220, -140, 130, 1160], stage.at(-0.34)('#3f4446')) +
      rect([1640, 880, 180, 140], stage.at(-0.34)('#6a4a38'), 'rx="14"') +
      rect([1690, 850, 70, 34], 'none', `stroke="${stage.at(-0.34)('#4a342a')}" stroke-width="12" rx="12"`),
    lamps: lit ? lampsAt : [],
  }
}

const poles = (stage: Stage): string =>
  stroke('M-200 330Q300 370 800 340T1800 330', stage.at(0.4)('#3c3c44'), 2) +
  [200, 900, 1500].map((x) => rect([x, 300, 8, 400], stage.at(0.4)('#4a4a52'))).join('')

const bench = (stage: Stage, x: number, y: number): string => {
  const tint = stage.at(0.04)
  return (
    [0, 20, 46].map((dy) => rect([x, y - 82 + dy, 170, 12], tint('#7a5a3e'))).join('') +
    rect([x + 16, y - 80, 10, 82], tint('#2f3236')) +
    rect([x + 144, y - 80, 10, 82], tint('#2f3236'))
  )
}

const sign = (stage: Stage): string =>
  rect([300, 150, 150, 54], stage.at(0.05)('#2f4a5c'), 'rx="6"') +
  repeat(5, (i) => rect([318 + i * 24, 168, 15, 18], stage.at(0.04)('#efe8d4'), 'rx="3"')) +
  line([330, 110, 330, 150], stage.at(0.05)('#2f3236'), 4) +
  line([420, 110, 420, 150], stage.at(0.05)('#2f3236'), 4)

const trunks = (stage: Stage): string => {
  const tint = stage.at(0.03)
  return (
    rect([310, 714, 130, 76], tint('#7a4e36'), 'rx="7"') +
    rect([310, 744, 130, 7], tint('#3c2a22')) +
    rect([338, 668, 90, 48], tint('#3f5a66'), 'rx="6"') +
    rect([366, 658, 34, 10], tint('#2c2a30'))
  )
}
