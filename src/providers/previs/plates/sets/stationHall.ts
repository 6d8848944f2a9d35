import { pick } from '../../random'
import { clockFace } from '../pieces/clockFace'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, path, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** The hall of a station: tall arched windows, the clock, a board of trains, ticket windows and benches. */
export const stationHall = (stage: Stage): SetDrawing => {
  const dice = stage.dice('hall')
  const holes = [150, 480, 1180].map((x): Hole => ({ x, y: 60, w: 230, h: 390, kind: 'arch' }))
  const room: Room = {
    wall: pick(['#c2b08c', '#a8a294', '#b59a84'], dice()),
    dado: { y: 540, colour: pick(['#7a6a54', '#5f6c68', '#7c5a4c'], dice()) },
    floor: '#a59a88', floorKind: 'tiles', trim: '#5a4a3c', frame: '#4c5650', holes,
  } // prettier-ignore
  const tint = stage.at(0.06)
  const board =
    rect([800, 150, 300, 190], tint('#2a2e34'), 'rx="6"') +
    repeat(6, (row) => {
      const y = 168 + row * 28
      const pale = tint('#d8d2c0')
      return (
        rect([818, y, 44, 13], pale) +
        rect([878, y, 120 - ((row * 29) % 40), 13], pale) +
        rect([1018, y, 62, 13], '#e8b24c')
      )
    })
  const counters = [760, 960]
    .map(
      (x) =>
        rect([x, 470, 160, 230], tint('#6b4a36')) +
        path(
          `M${String(x + 24)} 640V530Q${String(x + 80)} 480 ${String(x + 136)} 530V640Z`,
          stage.light.lampsOn ? '#ffdc98' : tint('#b9c4c0'),
        ) + // prettier-ignore
        rect([x - 8, 640, 176, 14], tint('#94704e')),
    )
    .join('')
  const bench = (x: number) =>
    [0, 22, 52].map((dy) => rect([x, 664 + dy, 260, 13], tint('#7a5a3e'))).join('') +
    [20, 226].map((dx) => rect([x + dx, 662, 12, 104], tint('#2f3236'))).join('')
  const lampAt = [330, 1080].map((x) =>
    pendant(stage, { x, top: -190, y: 20, size: 50, colour: '#3f4a44', floor: 720 }),
  )
  return {
    far: outsideView(stage, 'town'),
    mid: roomWall(stage, room) + board + counters + clockFace(stage, { x: 950, y: 84, r: 52 }, '#3a3a34'),
    near:
      roomFloor(stage, room) +
      bench(180) +
      bench(1230) +
      rect([1500, 640, 60, 120], tint('#4a5a54'), 'rx="8"') +
      circle([1530, 640, 30], tint('#5c6c66')) +
      windowBeams(stage, holes) +
      lampAt.map(({ svg }) => svg).join(''),
    foreground:
      rect([-230, -190, 150, 1290], stage.at(-0.34)('#4a4a48')) +
      rect([1640, 880, 180, 220], stage.at(-0.34)('#6a4a38'), 'rx="14"') +
      stroke('M1690 880V850H1760V880', stage.at(-0.34)('#4a342a'), 12),
    lamps: lampAt.map(({ lamp }) => lamp),
  }
}
