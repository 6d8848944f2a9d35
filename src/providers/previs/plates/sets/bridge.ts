import { mix } from '../../colour'
import { birds } from '../pieces/birds'
import { groundMarks, openGround, waterSheet, wetSheen } from '../pieces/ground'
import { houseRow } from '../pieces/houses'
import { streetLamp, wetLamps } from '../pieces/lamps'
import { hills } from '../pieces/land'
import { seaColour } from '../pieces/seaColour'
import { skyline } from '../pieces/skyline'
import { pine, tree } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, footHaze, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

const wild = /forest|wood|country|village|mountain|valley|creek|stream|brook|covered|hill|rope/

/** On a bridge: road, a stone parapet with lamps (second set: iron girders), the river and its banks beyond. */
export const bridge = (stage: Stage): SetDrawing => {
  const land = wild.test(stage.words)
  const lampsAt = [150, 620, 1090, 1560].map((x, i) =>
    streetLamp(stage, { x, base: 624, height: 300, dir: i % 2 === 0 ? 1 : -1, depth: 0.1 }),
  )
  const lamps = land ? [] : lampsAt.map(({ lamp }) => lamp)
  return {
    far: (land ? country(stage) : town(stage)) + waterSheet(stage, { y: 588, bottom: 800, label: 'river', colour: seaColour }), // prettier-ignore
    mid: farBridge(stage) + banks(stage, land) + boat(stage) + birds(stage),
    near:
      openGround(stage, { y: 716, colour: '#7a7470', far: 0.1, label: 'deck', bump: 0 }) +
      groundMarks(stage, {
        label: 'cobbles',
        y: 726,
        count: 100,
        colour: stage.ground(0.03)('#4a464c'),
        opacity: 0.34,
        length: 22,
      }) + // prettier-ignore
      wetSheen(stage, 724) +
      (iron(stage) && !land ? girders(stage) : parapet(stage)) +
      (land ? '' : lampsAt.map(({ svg }) => svg).join('')) +
      wetLamps(stage, lamps),
    foreground: rect([-220, 800, 150, 300], stage.at(-0.32)('#6a6460')) + ellipse([-146, 800, 96, 40], stage.at(-0.3)('#7a746e')), // prettier-ignore
    lamps,
    water: { x: -160, y: 592, width: 1920, height: 110 },
  }
}

/** Its name says what it is built of, or chance does. */
const iron = ({ name, second }: Stage): boolean =>
  /iron|steel|railway|railroad/.test(name) || (second && !/stone|old|arch/.test(name))

const town = (stage: Stage): string =>
  skyline(stage, { label: 'skyline', base: 592, low: 120, high: 230, depth: 0.84 }) +
  houseRow(stage, {
    label: 'bank',
    from: -190,
    to: 1790,
    base: 592,
    low: 70,
    high: 150,
    depth: 0.64,
    width: 110,
    rowHeight: 44,
  }) + // prettier-ignore
  footHaze(stage, [-200, 440, 2000, 154], 0.5)

const country = (stage: Stage): string =>
  hills(stage, { label: 'far', y: 560, rise: 150, steps: 5, colour: '#7c8f84', depth: 0.85, bottom: 594 }) +
  repeat(24, (i) =>
    pine(stage, { x: -180 + i * 84 + ((i * 37) % 30), base: 594, height: 80 + ((i * 53) % 70), depth: 0.7 }),
  ) + // prettier-ignore
  footHaze(stage, [-200, 440, 2000, 156], 0.5)

/** The next bridge down the river. */
const farBridge = (stage: Stage): string => {
  const tint = stage.at(0.6)
  const stone = tint('#8f857a')
  return (
    repeat(5, (i) => path(d`M${330 + i * 190} 626V578H${520 + i * 190}V626H${504 + i * 190}Q${425 + i * 190} 560 ${346 + i * 190} 626Z`, stone)) + // prettier-ignore
    rect([310, 568, 990, 14], stone)
  )
}

const banks = (stage: Stage, land: boolean): string => {
  const tint = stage.ground(0.34)
  const wall = land ? '#7c8a54' : '#8a8078'
  const row = [-110, 60, 1540, 1710].map((x, i) =>
    tree(stage, { x, base: 650, height: 240 + ((i * 41) % 60), depth: 0.34, label: `bank${String(i)}` }),
  )
  return (
    poly([-200, 604, 300, 600, 150, 740, -200, 740], tint(wall)) +
    poly([1800, 604, 1330, 600, 1470, 740, 1800, 740], tint(wall)) +
    row.join('')
  )
}

const boat = (stage: Stage): string => {
  const tint = stage.at(0.36)
  return (
    path('M880 640H1090L1066 668H904Z', tint('#6a3f38')) +
    rect([920, 616, 110, 26], tint('#e4dac4')) +
    repeat(4, (i) => rect([930 + i * 25, 622, 15, 12], stage.light.lampsOn ? '#ffd98a' : tint('#5f7684'))) +
    ellipse([984, 670, 110, 5], stage.light.ink, 'opacity=".25"')
  )
}

const parapet = (stage: Stage): string => {
  const tint = stage.at(0.08)
  const stone = tint('#a89c8c')
  const dark = tint('#7d7268')
  const baluster = (x: number) =>
    path(d`M${x - 10} 640H${x + 10}Q${x + 4} 656 ${x + 13} 680Q${x + 10} 694 ${x + 9} 700H${x - 9}Q${x - 10} 694 ${x - 13} 680Q${x - 4} 656 ${x - 10} 640Z`, stone) // prettier-ignore
  return (
    repeat(48, (i) => (i % 11 === 8 ? '' : baluster(-190 + i * 42))) +
    rect([-200, 696, 2000, 26], dark) +
    rect([-200, 618, 2000, 26], stone) +
    rect([-200, 642, 2000, 6], stage.light.ink, 'opacity=".22"') +
    [150, 620, 1090, 1560]
      .map((x) => rect([x - 36, 612, 72, 110], stone) + rect([x - 44, 604, 88, 16], mix(stone, '#ffffff', 0.1)))
      .join('') + // prettier-ignore
    rect([-200, 720, 2000, 8], stage.light.ink, 'opacity=".25"')
  )
}

/** Iron lattice to the top of the picture, with a handrail. */
const girders = (stage: Stage): string => {
  const tint = stage.at(0.08)
  const iron = tint('#4f6a62')
  const dark = tint('#39504a')
  const bays = repeat(5, (i) => {
    const x = -210 + i * 470
    const cross = line([x + 20, 150, x + 450, 690], dark, 12) + line([x + 450, 150, x + 20, 690], dark, 12)
    const rivets = repeat(7, (k) => circle([x, 190 + k * 78, 4], dark))
    return (i === 2 ? '' : cross) + rect([x - 17, 120, 34, 600], iron) + rivets
  })
  return (
    bays +
    rect([-200, 104, 2000, 46], iron) +
    rect([-200, 150, 2000, 6], stage.light.ink, 'opacity=".25"') +
    repeat(40, (i) => circle([-190 + i * 50, 127, 5], dark)) +
    stroke('M-200 630H1800M-200 668H1800', dark, 8) +
    rect([-200, 690, 2000, 34], iron)
  )
}
