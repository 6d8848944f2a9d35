import { lampColour } from '../../light'
import { pick } from '../../random'
import { chair } from '../pieces/furniture'
import { outsideView } from '../pieces/outsideView'
import { picture } from '../pieces/picture'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, glow, line, path, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Below deck: portholes over the sea, a bunk in the wall, a chart table and a lantern; the second set mirrors it. */
export const shipCabin = (stage: Stage): SetDrawing => {
  const dice = stage.dice('cabin')
  const at = (x: number, w = 0) => (stage.second ? 1600 - x - w : x)
  const holes = [330, 660, 990].map((x): Hole => ({ x: at(x, 190), y: 190, w: 190, h: 190, kind: 'round' }))
  const wood = pick(['#8a6242', '#6f5a4a', '#5f6f72'], dice())
  const room: Room = { wall: wood, dado: { y: 560, colour: '#5a4030' }, floor: '#7a5638', floorKind: 'planks', trim: '#c99a5a', frame: '#b98a4a', holes } // prettier-ignore
  const tint = stage.at(0.05)
  const lit = stage.light.lampsOn
  const lantern = { x: at(880), y: 170, r: 330, colour: lampColour }
  const ribs = repeat(7, (i) => rect([-60 + i * 270, -190, 26, 890], tint('#5a4030'), 'opacity=".55"'))
  const beams = repeat(3, (i) => rect([-200, -20 + i * 40, 2000, 22 - i * 5], tint('#54392a')))
  const bunk =
    rect([at(1240, 460), 420, 460, 300], stage.light.ink, 'opacity=".38"') +
    rect([at(1240, 460), 596, 460, 150], tint('#6d4a36')) +
    rect([at(1240, 460), 560, 460, 44], tint('#e6dcc6'), 'rx="10"') +
    rect([at(1390, 310), 552, 310, 54], tint(pick(['#3f6276', '#8a4038', '#5f7048'], dice())), 'rx="10"') +
    rect([at(1256, 110), 534, 110, 44], tint('#f2ead8'), 'rx="16"') +
    rect([at(1224, 490), 400, 490, 24], tint('#80593f'))
  const table =
    rect([at(150, 420), 612, 420, 22], tint('#80593f')) +
    [190, 510].map((x) => rect([at(x, 22), 634, 22, 130], tint('#54392a'))).join('') +
    rect([at(210, 210), 602, 210, 11], tint('#e8d5a6')) +
    circle([at(480), 594, 20], tint('#b98a3c')) +
    rect([at(520, 26), 552, 26, 60], tint('#4f6b58'), 'rx="8"')
  const lamp =
    line([lantern.x, -160, lantern.x, 132], tint('#2b2830'), 3) +
    rect([lantern.x - 24, 136, 48, 66], lit ? '#ffe2a0' : tint('#b9c0ba'), 'rx="8"') +
    rect([lantern.x - 30, 128, 60, 12], tint('#4a3c32')) +
    rect([lantern.x - 30, 198, 60, 12], tint('#4a3c32')) +
    (lit
      ? glow(stage, [lantern.x, lantern.y, lantern.r], { colour: lampColour, opacity: 0.5 }) +
        glow(stage, [lantern.x, lantern.y, 120], { colour: lampColour, opacity: 0.75 })
      : '')
  return {
    far: outsideView(stage, 'sea'),
    mid: roomWall(stage, room) + ribs + beams + picture(stage, { x: at(130, 130), y: 230, w: 130, h: 150, colour: '#4a3528' }, 'chart'), // prettier-ignore
    near:
      roomFloor(stage, room) +
      bunk +
      table +
      chair(stage, { x: at(430, 90), y: 768, w: 90, h: 196, colour: '#7a5a42' }) +
      windowBeams(stage, holes) +
      lamp,
    foreground: path('M-220 1100V780Q-150 740 -80 790Q-40 860 -30 1100Z', stage.at(-0.32)('#4a3a30')),
    lamps: [lantern],
    flames: [lantern],
  }
}
