import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { footShade } from '../pieces/footShade'
import { groundMarks, openGround, wetSheen } from '../pieces/ground'
import { cone, reflection } from '../pieces/lamps'
import { hills } from '../pieces/land'
import { skyline } from '../pieces/skyline'
import { bush, tree } from '../pieces/trees'
import type { Lamp, SetDrawing } from '../plate'
import { circle, ellipse, footHaze, glow, group, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Pumps under a lit roof, the shop behind them, the tall sign with the prices. */
export const petrolStation = (stage: Stage): SetDrawing => {
  const dice = stage.dice('petrol')
  const colour = pick(['#c0392f', '#2f6a8c', '#2f7a5a', '#d08a2a'], dice())
  const town = /town|city|street|suburb/.test(stage.words)
  const other = (svg: string) => (stage.second ? group(svg, 'transform="matrix(-1 0 0 1 1600 0)"') : svg)
  const lamps = [430, 800, 1170].map((x): Lamp => ({ x, y: 246, r: 330, colour: '#fff0cc' }))
  return {
    far:
      (town
        ? skyline(stage, { label: 'skyline', base: 690, low: 130, high: 260, depth: 0.82 })
        : hills(stage, { label: 'far', y: 640, rise: 140, steps: 5, colour: '#8f9c7c', depth: 0.85 }) +
          hills(stage, { label: 'near', y: 690, rise: 60, steps: 6, colour: '#8a9a5c', depth: 0.6 })) +
      footHaze(stage, [-200, 440, 2000, 270], 0.6),
    mid:
      tree(stage, { x: -60, base: 712, height: 330, depth: 0.4, label: 'a' }) +
      tree(stage, { x: 1690, base: 712, height: 290, depth: 0.4, label: 'b' }) +
      repeat(12, (i) => bush(stage, { x: -150 + i * 170, y: 716, size: 40 + ((i * 31) % 26), depth: 0.36 })) +
      other(shop(stage, colour)) +
      footHaze(stage, [-200, 600, 2000, 120], 0.22),
    near:
      openGround(stage, { y: 712, colour: '#7d7a7a', far: 0.2, label: 'forecourt', bump: 0 }) +
      groundMarks(stage, {
        label: 'oil',
        y: 730,
        count: 40,
        colour: stage.ground(0.03)('#4f4c50'),
        opacity: 0.3,
        length: 34,
      }) + // prettier-ignore
      wetSheen(stage, 722) +
      other(roof(stage, { colour, lamps })) +
      [290, 1190].map((x) => island(stage, { x, colour })).join('') +
      other(group(sign(stage, colour), 'transform="translate(116 0)"')) +
      lamps.map((lamp) => reflection(stage, lamp, 760)).join(''),
    foreground: other(rect([-200, 850, 110, 200], stage.at(-0.3)('#d0a83a'), 'rx="20"') + rect([-200, 900, 110, 36], stage.at(-0.34)('#2c2a30'))), // prettier-ignore
    lamps,
  }
}

const shop = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.28)
  const on = stage.light.lampsOn
  const glass = on ? '#ffe6a8' : mix(tint('#6f8894'), stage.light.sky.mid, 0.3)
  return (
    rect([560, 470, 520, 246], tint('#e0d8c6')) +
    rect([546, 446, 548, 34], tint(colour)) +
    rect([590, 520, 300, 130], glass) +
    repeat(8, (i) =>
      rect(
        [602 + i * 36, 600 - ((i * 17) % 30), 24, 50 + ((i * 17) % 30)],
        on ? mix(glass, '#7a4a30', 0.6) : tint('#4a5058'),
      ),
    ) + // prettier-ignore
    [690, 790].map((x) => rect([x, 520, 6, 130], tint('#f2ecdc'))).join('') +
    rect([930, 512, 110, 204], tint('#5a646c')) +
    rect([940, 522, 90, 150], on ? mix(glass, '#ffc266', 0.3) : glass) +
    (on ? glow(stage, [740, 590, 260], { colour: lampColour, opacity: 0.4 }) : '') +
    rect([560, 700, 520, 16], tint('#8a8478'))
  )
}

/** The flat roof on its two columns, lamps in its underside. */
const roof = (stage: Stage, { colour, lamps }: { colour: string; lamps: readonly Lamp[] }): string => {
  const tint = stage.at(0.06)
  const on = stage.light.lampsOn
  // By night the edge of the roof is lit from within.
  const lit = (local: string) => (on ? mix(tint(local), local, 0.6) : tint(local))
  const light = on
    ? lamps
        .map(
          ({ x, y, r }) =>
            cone(stage, { x, y, bottom: 790, spread: 240, opacity: 0.13 }) +
            glow(stage, [x, y + 10, r], { colour: '#fff0cc', opacity: 0.4 }),
        ) // prettier-ignore
        .join('')
    : ''
  return (
    [364, 1208].map((x) => rect([x, 230, 34, 530], tint('#d8d2c6')) + rect([x, 600, 34, 40], tint(colour))).join('') +
    light +
    poly([290, 236, 1450, 236, 1400, 254, 340, 254], tint('#8f8c88')) +
    rect([290, 150, 1160, 88], lit('#efeae0')) +
    rect([290, 176, 1160, 36], lit(colour)) +
    lamps.map(({ x }) => ellipse([x, 246, 44, 7], on ? '#fffbe8' : tint('#f4f0e4'))).join('') +
    (stage.light.groundMix ? rect([284, 140, 1172, 14], tint('#eef3f7'), 'rx="7"') : '')
  )
}

const island = (stage: Stage, { x, colour }: { x: number; colour: string }): string => {
  const tint = stage.at(0.045)
  const screen = stage.light.lampsOn ? '#c9f0d0' : tint('#a9c0b4')
  return (
    footShade(stage, [x - 70, 786, 290]) +
    rect([x - 70, 762, 290, 24], tint('#c9c2b4'), 'rx="10"') +
    rect([x - 70, 778, 290, 8], tint('#8f887c')) +
    repeat(2, (i) => {
      const left = x - 44 + i * 150
      return (
        stroke(`M${String(left + 84)} 590Q${String(left + 128)} 640 ${String(left + 96)} 720`, tint('#26262c'), 7) +
        rect([left, 560, 86, 202], tint('#ece6d8'), 'rx="8"') +
        rect([left, 560, 86, 40], tint(colour), 'rx="8"') +
        rect([left + 12, 612, 62, 40], screen) +
        rect([left + 20, 622, 34, 5], tint('#3a4440')) +
        rect([left + 20, 634, 44, 5], tint('#3a4440')) +
        rect([left + 12, 668, 62, 80], tint('#d4cdbc')) +
        rect([left + 76, 580, 20, 42], tint('#33343a'), 'rx="6"')
      )
    })
  )
}

const sign = (stage: Stage, colour: string): string => {
  const tint = stage.at(0.1)
  const on = stage.light.lampsOn
  const digits = on ? '#ffe9a0' : tint('#e8e0c8')
  return (
    rect([50, 300, 18, 430], tint('#5a6066')) +
    rect([0, 250, 120, 90], on ? colour : tint(colour), 'rx="12"') +
    circle([60, 295, 30], tint('#f2ecdc')) +
    path('M60 270Q84 298 60 318Q36 298 60 270Z', tint(colour)) +
    rect([4, 350, 112, 138], tint('#2f3238')) +
    repeat(
      3,
      (i) =>
        rect([14, 362 + i * 42, 40, 10], tint('#b9b4a8')) +
        repeat(3, (k) => rect([66 + k * 15, 358 + i * 42, 10, 20], digits)),
    ) + // prettier-ignore
    (on ? glow(stage, [60, 300, 150], { colour: lampColour, opacity: 0.4 }) : '')
  )
}
