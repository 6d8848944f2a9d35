import { mix } from '../../colour'
import { lampColour } from '../../light'
import { footShade } from '../pieces/footShade'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { streetLamp, wetLamps } from '../pieces/lamps'
import { hills } from '../pieces/land'
import { skyline } from '../pieces/skyline'
import { bush, tree } from '../pieces/trees'
import type { Lamp, SetDrawing } from '../plate'
import { circle, footHaze, glow, group, line, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A glass shelter with a bench and a timetable, the sign on its pole, kerb and road before it. */
export const busStop = (stage: Stage): SetDrawing => {
  const land = /country|village|rural|desert|field|forest/.test(stage.words)
  const other = (svg: string) => (stage.second ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const turn = (x: number) => (stage.second ? 1600 - x : x)
  const street = streetLamp(stage, { x: 250, base: 760, height: 420, dir: 1, depth: 0.07 })
  const tube: Lamp = { x: turn(1180), y: 414, r: 380, colour: '#ffeec4' }
  const lamps = [{ ...street.lamp, x: turn(street.lamp.x) }, tube]
  return {
    far:
      (land
        ? hills(stage, { label: 'far', y: 640, rise: 120, steps: 5, colour: '#8a9c74', depth: 0.8 })
        : skyline(stage, { label: 'skyline', base: 690, low: 140, high: 280, depth: 0.82 })) +
      footHaze(stage, [-200, 440, 2000, 260], 0.6),
    mid:
      (land
        ? repeat(5, (i) => tree(stage, { x: -60 + i * 400, base: 706, height: 300 + ((i * 61) % 90), depth: 0.4, label: `t${String(i)}` })) // prettier-ignore
        : houseRow(stage, { label: 'row', from: -190, to: 1790, base: 706, low: 230, high: 400, depth: 0.42, width: 190, rowHeight: 66 })) + // prettier-ignore
      repeat(13, (i) => bush(stage, { x: -160 + i * 160, y: 722, size: 54 + ((i * 29) % 22), depth: 0.3 })) +
      footHaze(stage, [-200, 560, 2000, 160], 0.3),
    near:
      openGround(stage, { y: 716, colour: '#948b80', far: 0.16, label: 'pavement', bump: 0 }) +
      repeat(16, (i) => line([800 + (i - 8) * 130, 716, 800 + (i - 8) * 196, 838], stage.at(0.04)('#6f675f'), 1.6)) +
      road(stage) +
      wetSheen(stage, 726) +
      other(shelter(stage, tube) + group(pole(stage), 'transform="translate(-116 0)"') + street.svg + litter(stage)) +
      wetLamps(stage, lamps.slice(0, 1)),
    foreground: other(path('M-220 1010V900Q-60 870 40 1010Z', stage.at(-0.3)('#5a5660'))),
    lamps,
  }
}

const road = (stage: Stage): string => {
  const tint = stage.ground(0.03)
  return (
    rect([-200, 838, 2000, 12], tint('#c9c0b2')) +
    rect([-200, 850, 2000, 160], tint('#4f4c54')) +
    groundMarks(stage, { label: 'tar', y: 850, count: 30, colour: tint('#3a383f'), opacity: 0.4, length: 30 }) +
    repeat(6, (i) => poly([-150 + i * 340, 930, 10 + i * 340, 930, 0 + i * 340, 944, -166 + i * 340, 944], tint('#d8d2c0'))) // prettier-ignore
  )
}

const shelter = (stage: Stage, { x, y, r }: Lamp): string => {
  const tint = stage.at(0.07)
  const frame = tint('#39434c')
  const on = stage.light.lampsOn
  const glass = mix(tint('#a9c4c8'), stage.light.sky.mid, 0.3)
  const at = stage.second ? 1600 - x : x
  const lit = (local: string) => (on ? mix(tint(local), local, 0.65) : tint(local))
  const pane = (left: number, w: number) =>
    rect([left, 430, w, 268], glass, 'opacity=".5"') +
    poly([left + w * 0.6, 430, left + w * 0.84, 430, left + w * 0.34, 698, left + w * 0.1, 698], '#ffffff', 'opacity=".14"') // prettier-ignore
  return (
    footShade(stage, [920, 738, 540]) +
    pane(934, 162) +
    pane(1104, 162) +
    rect([1274, 430, 150, 268], lit('#e8e0cc')) +
    rect([1286, 442, 126, 170], lit('#3f7f8c')) +
    poly([1286, 612, 1286, 560, 1330, 500, 1376, 556, 1412, 520, 1412, 612], lit('#e0a84a')) +
    circle([1384, 476, 16], lit('#f4ead0')) +
    rect([1300, 630, 98, 10], tint('#5a5660')) +
    rect([1300, 650, 70, 8], tint('#8a8478')) +
    [926, 1096, 1266, 1424].map((left) => rect([left, 410, 11, 328], frame)).join('') +
    rect([926, 694, 508, 9], frame) +
    poly([890, 412, 916, 380, 1440, 380, 1468, 412], frame) +
    rect([890, 410, 578, 13], tint('#c9603f')) +
    rect([960, 642, 280, 15], tint('#a57848')) +
    rect([960, 606, 280, 13], tint('#a57848')) +
    [976, 1216].map((left) => rect([left, 612, 9, 124], frame)).join('') +
    (on ? rect([1060, 424, 240, 9], '#fff4d4') + glow(stage, [at, y + 60, r], { colour: '#ffeec4', opacity: 0.5 }) : '')
  )
}

const pole = (stage: Stage): string => {
  const tint = stage.at(0.06)
  return (
    rect([612, 350, 11, 400], tint('#4a525a')) +
    rect([600, 744, 36, 10], tint('#39434c')) +
    circle([618, 324, 52], tint('#2f6a5a')) +
    circle([618, 324, 45], mix(tint('#f0c84a'), '#f0c84a', stage.light.lampsOn ? 0.4 : 0)) +
    rect([592, 304, 52, 34], tint('#2f6a5a'), 'rx="7"') +
    rect([598, 310, 18, 13], tint('#f0c84a')) +
    rect([620, 310, 18, 13], tint('#f0c84a')) +
    circle([604, 340, 6], tint('#2f6a5a')) +
    circle([632, 340, 6], tint('#2f6a5a')) +
    rect([580, 470, 76, 104], tint('#efe8d6')) +
    rect([580, 470, 76, 20], tint('#2f6a5a')) +
    repeat(6, (i) => rect([588, 500 + i * 12, 60 - ((i * 17) % 24), 4], tint('#6a6460'))) +
    (stage.light.lampsOn ? glow(stage, [618, 324, 90], { colour: lampColour, opacity: 0.25 }) : '')
  )
}

const litter = (stage: Stage): string => {
  const tint = stage.at(0.05)
  return (
    footShade(stage, [1490, 742, 60]) +
    path('M1486 640H1556L1548 742H1494Z', tint('#4a6a58')) +
    rect([1480, 630, 82, 13], tint('#39504a'), 'rx="5"') +
    repeat(4, (i) => line([1500 + i * 14, 652, 1502 + i * 12, 734], stage.light.ink, 2))
  )
}
