import { openGround, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { festoon } from '../pieces/lamps'
import { plant } from '../pieces/plant'
import { skyline } from '../pieces/skyline'
import type { SetDrawing } from '../plate'
import { circle, footHaze, line, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A roof above the town: parapet, water tank, chimneys, washing; the second set is a terrace with lights and plants. */
export const rooftop = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.08)
  const floor =
    openGround(stage, { y: 712, colour: stage.second ? '#8a6a54' : '#6a6670', far: 0.1, label: 'roof', bump: 0 }) +
    repeat(24, (i) =>
      line([800 + (i - 12) * 90, 712, 800 + (i - 12) * 190, 1000], stage.at(0.06)('#4a464e'), stage.second ? 2.4 : 1),
    ) +
    wetSheen(stage, 722)
  const parapet =
    rect([-200, 660, 2000, 60], tint('#8a7468')) +
    rect([-200, 650, 2000, 14], tint('#a8917e')) +
    repeat(14, (i) => rect([-190 + i * 146, 674, 130, 18], tint(i % 2 === 0 ? '#7c675c' : '#96806f'), 'opacity=".5"'))
  const tank =
    line([1330, 716, 1350, 500], tint('#4a3c38'), 9) +
    line([1490, 716, 1470, 500], tint('#4a3c38'), 9) +
    line([1330, 690, 1480, 530], tint('#4a3c38'), 5) +
    rect([1316, 330, 190, 176], tint('#7a5a48')) +
    repeat(6, (i) => rect([1316 + i * 32, 330, 3, 176], stage.light.ink, 'opacity=".25"')) +
    rect([1310, 370, 202, 8], tint('#3c363a')) +
    rect([1310, 460, 202, 8], tint('#3c363a')) +
    poly([1300, 332, 1411, 256, 1522, 332], tint('#54403a'))
  const stack =
    rect([150, 520, 120, 200], tint('#8f5a48')) +
    rect([138, 506, 144, 20], tint('#6d4438')) +
    [170, 212, 250].map((x) => rect([x - 12, 462, 24, 46], tint('#b0674c'))).join('') +
    antenna(stage, 330)
  const wash =
    stroke('M270 470Q780 560 1316 440', stage.at(0.05)('#2c2a32'), 2.5) +
    [
      [360, 487, '#a4493d'],
      [480, 502, '#e4d8c4'],
      [1010, 491, '#3f6276'],
      [1140, 472, '#c9964c'],
    ]
      .map(([x, y, c]) =>
        poly(
          [
            Number(x) - 34,
            Number(y),
            Number(x) + 34,
            Number(y) + 2,
            Number(x) + 30,
            Number(y) + 84,
            Number(x) - 36,
            Number(y) + 80,
          ],
          stage.at(0.08)(String(c)),
        ),
      )
      .join('')
  const lights = festoon(stage, { y: 300, sag: 56, count: 15, depth: 0.05, from: -180, to: 1780 })
  const terrace =
    lights.svg +
    rect([90, 300, 9, 420], tint('#4a3c34')) +
    rect([1500, 300, 9, 420], tint('#4a3c34')) +
    plant(stage, { x: 190, y: 780, size: 190 }) +
    plant(stage, { x: 1420, y: 772, size: 220, spiky: true }) +
    plant(stage, { x: 330, y: 748, size: 130, spiky: true }) +
    rect([1180, 660, 160, 10], tint('#7a5a42')) +
    rect([1250, 670, 14, 76], tint('#4a3830'))
  return {
    far:
      skyline(stage, { label: 'skyline', base: 720, low: 160, high: 330, depth: 0.82 }) +
      footHaze(stage, [-200, 420, 2000, 320]),
    mid:
      houseRow(stage, {
        label: 'row',
        from: -190,
        to: 560,
        base: 780,
        low: 180,
        high: 300,
        depth: 0.45,
        width: 170,
        rowHeight: 54,
      }) +
      houseRow(stage, {
        label: 'row2',
        from: 1010,
        to: 1790,
        base: 780,
        low: 160,
        high: 280,
        depth: 0.45,
        width: 180,
        rowHeight: 54,
      }) +
      houseRow(stage, {
        label: 'row3',
        from: 540,
        to: 1030,
        base: 780,
        low: 110,
        high: 170,
        depth: 0.55,
        width: 150,
        rowHeight: 50,
      }) +
      footHaze(stage, [-200, 520, 2000, 200], 0.4),
    near: floor + parapet + (stage.second ? terrace : stack + tank + wash + vent(stage)),
    foreground: stage.second
      ? plant(stage, { x: -70, y: 1030, size: 330, depth: -0.3 }) +
        rect([1650, 840, 170, 180], stage.at(-0.34)('#5c4a44'))
      : rect([-220, 760, 180, 260], stage.at(-0.34)('#6a4a40')) +
        rect([-240, 742, 220, 26], stage.at(-0.34)('#54403a')) +
        line([1640, 1010, 1700, 300], stage.at(-0.34)('#3a3640'), 12) +
        line([1640, 480, 1790, 440], stage.at(-0.34)('#3a3640'), 7) +
        line([1630, 560, 1790, 520], stage.at(-0.34)('#3a3640'), 7),
    lamps: stage.second && stage.light.lampsOn ? lights.lamps : [],
  }
}

const antenna = (stage: Stage, x: number): string => {
  const c = stage.at(0.1)('#2f2e36')
  return (
    line([x, 716, x, 430], c, 5) +
    repeat(4, (i) => line([x - 44 + i * 6, 446 + i * 26, x + 44 - i * 6, 446 + i * 26], c, 3))
  )
}

const vent = (stage: Stage): string => {
  const tint = stage.at(0.05)
  return (
    rect([1090, 690, 110, 70], tint('#7f858a')) +
    repeat(4, (i) => rect([1100, 702 + i * 14, 90, 5], tint('#54595e'))) +
    circle([470, 742, 24], tint('#8a9094')) +
    rect([458, 742, 24, 40], tint('#767c80'))
  )
}
