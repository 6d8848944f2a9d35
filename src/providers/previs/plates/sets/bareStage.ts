import { lampColour } from '../../light'
import { pick } from '../../random'
import { chair, table } from '../pieces/furniture'
import { type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import type { SetDrawing } from '../plate'
import { circle, ellipse, glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A stage between two plays: brick wall, ropes, flats that lean, one work light on a stand. */
export const bareStage = (stage: Stage): SetDrawing => {
  const dice = stage.dice('bare')
  const tint = stage.at(0.06)
  const brick = pick(['#7a5248', '#6c6468', '#80684f'], dice())
  const room: Room = {
    wall: brick,
    floor: '#7a563a',
    floorKind: 'boards',
    trim: '#3a2c2c',
    frame: '#333333',
    holes: [],
  }
  const courses = repeat(
    15,
    (row) =>
    repeat(11, (i) => (dice() < 0.34 ? rect([-180 + i * 180 + (row % 2) * 90, -60 + row * 50, 168, 40], stage.light.ink, 'opacity=".1"') : '')), // prettier-ignore
  )
  const ropes = repeat(6, (i) => line([1200 + i * 34, -190, 1200 + i * 34, 620], tint('#b09468'), 5)) + rect([1180, 612, 230, 26], tint('#4a3a30')) // prettier-ignore
  const flats =
    poly([40, 240, 300, 210, 330, 708, 20, 712], tint('#5f7a86')) +
    path('M40 420Q140 350 300 400L318 600L28 620Z', tint('#7d9a6a')) +
    poly([250, 300, 470, 280, 500, 706, 240, 712], tint('#b59a6a')) +
    [290, 390].map((x) => rect([x, 360, 60, 90], tint('#5a4a44'))).join('')
  const lampAt = { x: 980, y: 300, r: 420, colour: lampColour }
  const light =
    rect([974, 330, 12, 420], tint('#2c2a30')) +
    stroke('M940 756L980 700L1020 756', tint('#2c2a30'), 9) +
    circle([980, 306, 30], '#fff0c4') +
    glow(stage, [980, 306, lampAt.r], { colour: lampColour, opacity: 0.55 }) +
    glow(stage, [980, 306, 110], { colour: lampColour, opacity: 0.8 }) +
    ellipse([980, 770, 330, 40], lampColour, 'opacity=".14"')
  const bars = repeat(3, (i) => rect([-200, 10 + i * 46, 2000, 9], tint('#2c2a30'))) + [300, 620, 1040].map((x) => poly([x, 20, x + 60, 20, x + 74, 84, x - 14, 84], tint('#26242a'))).join('') // prettier-ignore
  return {
    sky: rect([-200, -190, 2000, 1250], stage.light.ink),
    far: '',
    mid: roomWall(stage, room) + courses + ropes + bars,
    near:
      roomFloor(stage, room) +
      flats +
      table(stage, { x: 1180, y: 778, w: 280, h: 130, colour: '#7d5638' }) +
      chair(stage, { x: 1110, y: 772, w: 84, h: 190, colour: '#8a6242' }) +
      light,
    foreground: path('M1840 1100V-140H1700Q1640 400 1690 1100Z', stage.at(-0.32)('#7a2c34')),
    lamps: [lampAt],
  }
}
