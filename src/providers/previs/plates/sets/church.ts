import { mix } from '../../colour'
import { pick } from '../../random'
import { candle } from '../pieces/fire'
import { type Hole, type Room, holeWay, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, group, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A nave with coloured windows, columns and candles. */
export const church = (stage: Stage): SetDrawing => {
  const dice = stage.dice('stones')
  // The second set looks across the nave: altar to one side, tall windows on the other.
  const aside = stage.second ? -280 : 0
  const gothic = (x: number, y: number, w = 120): Hole => ({ x, y, w, h: 490 - y, kind: 'gothic' })
  const holes: Hole[] = stage.second
    ? [
        gothic(840, 130),
        gothic(1040, 130),
        gothic(1240, 130),
        gothic(210, 220, 90),
        { x: 430, y: 90, w: 180, h: 180, kind: 'round' },
      ]
    : [gothic(250, 150), gothic(470, 110, 130), gothic(1000, 110, 130), gothic(1230, 150), gothic(720, 40, 160)]
  const room: Room = {
    wall: pick(['#a89a88', '#b5a48c', '#93959c'], dice()),
    dado: { y: 600, colour: '#8a7c6c' },
    floor: '#8f8578',
    floorKind: 'stone',
    trim: '#6d6054',
    frame: '#7c7064',
    holes,
  }
  const tint = stage.at(0.05)
  const column = (x: number, w: number, depth: number) => {
    const c = stage.at(depth)
    return (
      rect([x - w / 2, -140, w, 870], c('#b5a894')) +
      rect([x - w / 2, -140, w * 0.28, 870], stage.light.ink, `opacity="${stage.light.sunSide > 0 ? '.26' : '.08'}"`) +
      rect(
        [x + w * 0.22, -140, w * 0.28, 870],
        stage.light.ink,
        `opacity="${stage.light.sunSide > 0 ? '.08' : '.26'}"`,
      ) +
      rect([x - w * 0.72, 682, w * 1.44, 50], c('#9a8d7a')) +
      rect([x - w * 0.66, 20, w * 1.32, 30], c('#9a8d7a'))
    )
  }
  const pews = [0, 1]
    .map((row) =>
      (stage.second ? [640, 1210] : [-200, 1090])
        .map(
          (x) =>
            rect([x + row * (x < 0 ? -40 : 40), 706 + row * 62, 560, 22], tint('#6d4a32')) +
            rect([x + row * (x < 0 ? -40 : 40), 728 + row * 62, 560, 46], tint('#55382a')) +
            repeat(4, (i) =>
              rect([x + row * (x < 0 ? -40 : 40) + 40 + i * 150, 700 + row * 62, 12, 78], tint('#7a5438')),
            ),
        )
        .join(''),
    )
    .join('')
  const altarAt =
    rect([690, 600, 220, 112], tint('#d8ccb4')) +
    rect([676, 588, 248, 16], tint('#efe6d2')) +
    path('M720 604H880L868 690L800 704L732 690Z', tint('#8a2f3a')) +
    rect([794, 500, 12, 90], tint('#c9a24c')) +
    rect([772, 524, 56, 12], tint('#c9a24c')) +
    rect([640, 712, 320, 22], tint('#9a8d7a'))
  const altar = group(altarAt, d`transform="translate(${aside} 0)"`)
  const candles = [706, 740, 862, 896].map((x) => candle(stage, x + aside, 588))
  return {
    far: rect([-200, -140, 2000, 900], stage.outside.sky.mid, 'opacity=".4"'),
    mid: holes.map((h, i) => stained(stage, h, i)).join('') + roomWall(stage, room) + arches(stage),
    near:
      roomFloor(stage, room) +
      group(carpet(stage), d`transform="translate(${aside} 0)"`) +
      altar +
      candles.map(({ svg }) => svg).join('') +
      (stage.second ? column(720, 74, 0.08) + column(1400, 96, 0.05) : column(130, 90, 0.05) + column(1470, 90, 0.05)) +
      pews +
      colouredBeams(stage, holes) +
      windowBeams(stage, holes.slice(0, 4)),
    foreground:
      rect([-230, -140, 170, 1160], stage.at(-0.32)('#7c7064')) +
      rect([-230, 880, 210, 140], stage.at(-0.34)('#6d6256')) +
      rect([1560, 900, 260, 26], stage.at(-0.3)('#5a3c2a')) +
      rect([1580, 926, 240, 100], stage.at(-0.34)('#4a3024')),
    lamps: candles.map(({ lamp }) => lamp),
    flames: candles.map(({ lamp }) => lamp),
  }
}

const glassColours = ['#b5443f', '#c9963c', '#3f6a9c', '#3f8a6a', '#7a4a8c', '#d8b45a'] as const

const stained = (stage: Stage, hole: Hole, index: number): string => {
  const dice = stage.dice(`glass${String(index)}`)
  const id = stage.id()
  const bright = stage.outside.night ? 0.55 : 0.06
  const [columns, rows] = [3, Math.max(3, Math.round((hole.h / hole.w) * 2.4))]
  const panes = repeat(columns * rows, (i) =>
    rect(
      [
        hole.x + ((i % columns) * hole.w) / columns,
        hole.y - 20 + (Math.floor(i / columns) * (hole.h + 20)) / rows,
        hole.w / columns - 3,
        (hole.h + 20) / rows - 3,
      ],
      mix(mix(pick(glassColours, dice()), stage.outside.key, 0.22), stage.outside.ink, bright),
    ),
  )
  return `<defs><clipPath id="${id}"><path d="${holeWay(hole)}"/></clipPath></defs><g clip-path="url(#${id})">${rect([hole.x - 5, hole.y - 30, hole.w + 10, hole.h + 40], stage.at(0.1)('#3a3238'))}${panes}${circle([hole.x + hole.w / 2, hole.y + hole.w * 0.62, hole.w * 0.27], mix('#e8c868', stage.outside.ink, bright))}</g>`
}

const colouredBeams = (stage: Stage, holes: readonly Hole[]): string =>
  stage.outside.night || !stage.outside.sun
    ? ''
    : holes
        .slice(0, 4)
        .map((h, i) =>
          ellipse(
            [h.x + h.w / 2 - stage.outside.sunSide * 300, 800 + (i % 2) * 20, 74, 17],
            glassColours[i] ?? '#c9963c',
            'opacity=".3"',
          ),
        )
        .join('')

const arches = (stage: Stage): string =>
  stroke('M130 60Q800 -190 1470 60', stage.at(0.08)('#8a7c6c'), 26) +
  stroke('M130 60Q360 -130 640 -140M1470 60Q1240 -130 960 -140', stage.at(0.08)('#8a7c6c'), 16)

const carpet = (stage: Stage): string =>
  poly([730, 716, 870, 716, 1010, 1000, 590, 1000], stage.at(0.04)('#8a2f3a')) +
  poly([742, 716, 750, 716, 628, 1000, 606, 1000], stage.at(0.04)('#c9a24c'), 'opacity=".7"') +
  poly([858, 716, 850, 716, 972, 1000, 994, 1000], stage.at(0.04)('#c9a24c'), 'opacity=".7"')
