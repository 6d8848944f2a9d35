import { mix } from '../../colour'
import { lampColour } from '../../light'
import { pick } from '../../random'
import { cabinet } from '../pieces/cabinet'
import { curtains } from '../pieces/curtains'
import { chair, table } from '../pieces/furniture'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { plant } from '../pieces/plant'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { shelf } from '../pieces/shelf'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, glow, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A kitchen: counters along the wall, tiles, a window over the sink; the second set has a range and a big table. */
export const kitchen = (stage: Stage): SetDrawing => {
  const dice = stage.dice('kitchen')
  const fronts = pick(['#2f6660', '#3d5a7c', '#8a4a3c', '#6f7a4a'], dice())
  const hole: Hole = stage.second ? { x: 1010, y: 130, w: 260, h: 270 } : { x: 640, y: 120, w: 320, h: 270 }
  const room: Room = {
    wall: pick(['#d8bf98', '#c9c3a4', '#d4ad8a'], dice()),
    floor: '#8c5a44',
    floorKind: stage.second ? 'boards' : 'tiles',
    trim: '#e6d8bc',
    frame: '#f0e4c8',
    holes: [hole],
    floorY: 716,
  }
  const lampAt = pendant(stage, {
    x: stage.second ? 560 : 1040,
    top: -140,
    y: 176,
    size: 58,
    colour: '#c9533f',
    floor: 720,
  })
  const left = stage.second
    ? range(stage, 150)
    : cabinet(stage, { x: -200, y: 730, w: 1130, h: 186, colour: fronts }, 8)
  const right = stage.second
    ? cabinet(stage, { x: 930, y: 730, w: 870, h: 186, colour: fronts }, 6)
    : cabinet(stage, { x: 930, y: 730, w: 430, h: 186, colour: fronts }, 3) + cooker(stage, 1180) + fridge(stage, 1370)
  const top = (x: number, w: number) =>
    rect([x, 530, w, 20], stage.at(0.05)('#e8dcc4')) + rect([x, 549, w, 7], stage.light.ink, 'opacity=".28"')
  return {
    far: outsideView(stage, pick(['town', 'country', 'roofs'], dice())),
    mid:
      roomWall(stage, room) +
      tiles(stage, [hole]) +
      curtains(stage, hole, pick(['#b5483c', '#c98f3c', '#4f7a72'], dice())) +
      wallUnits(stage, fronts) +
      utensils(stage),
    near:
      roomFloor(stage, room) +
      left +
      right +
      (stage.second
        ? top(930, 870) + jars(stage, 1290) + bigTable(stage)
        : top(-200, 1560) + sink(stage, 800) + jars(stage, 120) + fruit(stage, 470) + kettle(stage, 1245)) +
      windowBeams(stage, [hole], 716) +
      lampAt.svg,
    foreground: tableEdge(stage),
    lamps: [lampAt.lamp],
  }
}

const tiles = (stage: Stage, holes: readonly Hole[]): string => {
  const dice = stage.dice('tiles')
  const tint = stage.at(0.1)
  return repeat(84, () => {
    const [column, row, tone] = [Math.floor(dice() * 25), Math.floor(dice() * 4), dice()]
    const x = -200 + column * 80 + (row % 2) * 40
    const y = 410 + row * 32
    return holes.some((h) => x + 76 > h.x - 30 && x < h.x + h.w + 30 && y < h.y + h.h + 30)
      ? ''
      : rect([x, y, 76, 28], tint(pick(['#efe2c6', '#b99b76', '#a5b0a0'], tone)), 'opacity=".42" rx="3"')
  })
}

const wallUnits = (stage: Stage, colour: string): string => {
  const unit = (x: number, w: number, doors: number) =>
    cabinet(stage, { x, y: 300, w, h: 230, colour }, doors) +
    rect([x - 4, 300, w + 8, 9], stage.light.ink, 'opacity=".3"')
  return stage.second ? unit(1340, 460, 3) : unit(-200, 560, 4) + unit(1360, 440, 3)
}

const utensils = (stage: Stage): string => {
  const tint = stage.at(0.08)
  const x = stage.second ? 640 : 1010
  const pan = (at: number, r: number, c: string) =>
    stroke(d`M${at} 356V${430}`, tint('#33303a'), 5) +
    circle([at, 440 + r * 0.4, r], tint(c)) +
    circle([at, 440 + r * 0.4, r * 0.78], tint(mix(c, '#1d1a20', 0.2)))
  return (
    rect([x, 350, 330, 7], tint('#5a4a40')) +
    pan(x + 40, 34, '#a05a3a') +
    pan(x + 120, 27, '#4a4c56') +
    pan(x + 190, 31, '#b0764a') +
    stroke(d`M${x + 250} 356V450M${x + 290} 356V436`, tint('#6b4a34'), 6) +
    ellipse([x + 250, 462, 10, 18], tint('#8a6242')) +
    rect([x + 280, 430, 20, 34], tint('#8a6242'), 'rx="4"')
  )
}

const sink = (stage: Stage, x: number): string =>
  stroke(d`M${x} 530V478Q${x} 446 ${x + 30} 448Q${x + 50} 450 ${x + 50} 472`, stage.at(0.04)('#b8bfc2'), 9) +
  rect([x - 60, 528, 150, 10], stage.at(0.04)('#9aa4a8')) +
  rect([x - 96, 480, 20, 50], stage.at(0.04)('#6fa08a'), 'rx="5"')

const jars = (stage: Stage, x: number): string =>
  repeat(4, (i) => {
    const tint = stage.at(0.04)
    const h = 72 - i * 11
    return (
      rect([x + i * 52, 530 - h, 42, h], tint(['#c9b08a', '#b56a44', '#d8cba8', '#7f8a5a'][i] ?? '#c9b08a'), 'rx="6"') +
      rect([x + i * 52 - 2, 524 - h, 46, 10], tint('#6b4a38'), 'rx="3"')
    )
  })

const fruit = (stage: Stage, x: number): string => {
  const tint = stage.at(0.03)
  return (
    circle([x - 26, 508, 18], tint('#d9662e')) +
    circle([x + 10, 504, 19], tint('#e0a030')) +
    circle([x + 38, 510, 16], tint('#b5443a')) +
    circle([x - 4, 488, 17], tint('#8fa040')) +
    path(
      d`M${x - 60} 506H${x + 70}Q${x + 60} 532 ${x + 26} 532H${x - 16}Q${x - 50} 532 ${x - 60} 506Z`,
      tint('#e6e0d4'),
    )
  )
}

const cooker = (stage: Stage, x: number): string => {
  const tint = stage.at(0.045)
  return (
    rect([x, 534, 172, 198], tint('#d8d4ca'), 'rx="4"') +
    rect([x + 16, 596, 140, 100], tint('#2f2f36'), 'rx="6"') +
    rect([x + 24, 604, 124, 84], stage.light.lampsOn ? mix(lampColour, '#5a2a1c', 0.62) : tint('#45454e'), 'rx="4"') +
    repeat(4, (i) => circle([x + 30 + i * 38, 570, 9], tint('#3a3a42'))) +
    rect([x + 16, 586, 140, 5], tint('#8f8f92')) +
    rect([x, 526, 172, 10], tint('#3a3a42'))
  )
}

const kettle = (stage: Stage, x: number): string => {
  const tint = stage.at(0.03)
  return (
    path(d`M${x - 40} 526Q${x - 44} 470 ${x} 466Q${x + 42} 470 ${x + 40} 526Z`, tint('#c0432f')) +
    stroke(d`M${x - 26} 478Q${x} 420 ${x + 28} 478`, tint('#2c282e'), 7) +
    poly([x + 34, 500, x + 70, 476, x + 74, 484, x + 38, 520], tint('#a83a2a')) +
    circle([x, 464, 6], tint('#2c282e'))
  )
}

const fridge = (stage: Stage, x: number): string => {
  const tint = stage.at(0.05)
  return (
    rect([x, 322, 186, 412], tint('#c9d4cc'), 'rx="20"') +
    rect([x, 452, 186, 5], tint('#8fa098')) +
    rect([x + 16, 388, 9, 50], tint('#7d8a86')) +
    rect([x + 16, 470, 9, 84], tint('#7d8a86')) +
    rect([x + 84, 500, 46, 58], tint('#e9d9a8'), `transform="rotate(-5 ${String(x + 100)} 530)"`) +
    rect([x + 130, 360, 30, 30], tint('#d87a5a'))
  )
}

const range = (stage: Stage, x: number): string => {
  const tint = stage.at(0.05)
  return (
    rect([x + 40, -140, 200, 480], tint('#b8a284')) +
    poly([x - 60, 420, x + 20, 320, x + 260, 320, x + 340, 420], tint('#a58e70')) +
    rect([x - 70, 418, 420, 18], tint('#6b4e3a')) +
    rect([x - 40, 520, 360, 212], tint('#35353e')) +
    rect([x - 52, 508, 384, 18], tint('#4a4a54')) +
    rect([x - 14, 560, 130, 110], tint('#4a4a54')) +
    rect([x + 160, 560, 130, 110], tint('#4a4a54')) +
    rect([x + 8, 600, 86, 40], mix(lampColour, '#a03a1c', 0.45), 'rx="5"') +
    glow(stage, [x + 50, 620, 150], { colour: '#ff9a3f', opacity: 0.45 }) +
    kettle(stage, x + 220).replaceAll(' 526', ' 508') +
    rect([x - 10, 462, 84, 46], tint('#a05a3a'), 'rx="6"') +
    rect([x - 24, 466, 112, 8], tint('#7a4430')) +
    shelf(stage, { x: x + 470, y: 300, w: 330, h: 150, colour: '#7a563c' }, { rows: 2, what: 'jars', label: 'pantry' })
  )
}

const bigTable = (stage: Stage): string =>
  table(stage, { x: 1130, y: 800, w: 420, h: 150, colour: '#a0744a' }) +
  fruit({ ...stage }, 1300)
    .replaceAll(' 506', ' 640')
    .slice(0, 0) +
  chair(stage, { x: 1190, y: 812, w: 96, h: 210, colour: '#7a5236' })

const tableEdge = (stage: Stage): string => {
  const dark = stage.at(-0.3)('#7a563c')
  const bottle = stage.at(-0.28)('#3f6a4c')
  return (
    poly([-220, 926, 330, 960, 300, 1010, -220, 1010], dark) +
    path('M40 940V800Q40 770 60 756V690H92V756Q112 770 112 800V944Z', bottle) +
    ellipse([210, 940, 74, 24], stage.at(-0.26)('#b9a88c')) +
    circle([190, 916, 30], stage.at(-0.22)('#b5553a')) +
    circle([234, 918, 27], stage.at(-0.22)('#c98f3c')) +
    plant(stage, { x: 1690, y: 1010, size: 250, depth: -0.3 })
  )
}
