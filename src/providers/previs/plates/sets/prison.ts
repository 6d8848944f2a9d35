import { pick } from '../../random'
import { door } from '../pieces/door'
import { torch } from '../pieces/fire'
import { pendant } from '../pieces/lamps'
import { outsideView } from '../pieces/outsideView'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import { windowBeams } from '../pieces/windowBeams'
import type { SetDrawing } from '../plate'
import { circle, d, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A cell, cellar or dungeon: stone, bars, one bulb or torch. */
export const prison = (stage: Stage): SetDrawing => {
  const hole: Hole = { x: 720, y: 130, w: 160, h: 150, kind: 'pane' }
  const room: Room = {
    wall: '#6f6a6c',
    floor: '#57525a',
    floorKind: 'stone',
    trim: '#433f46',
    frame: '#4a464e',
    holes: [hole],
  }
  const tint = stage.at(0.06)
  const dice = stage.dice('stones')
  const stones = repeat(58, () => {
    const [a, b, c] = [dice(), dice(), dice()]
    const x = -200 + Math.floor(a * 20) * 100
    const y = 60 + Math.floor(b * 10) * 62
    return x > 600 && x < 900 && y < 320
      ? ''
      : rect(
          [x + ((y / 62) % 2) * 40, y, 88 + c * 20, 54],
          tint(pick(['#7d787a', '#5c585e', '#8a8078'], c)),
          'opacity=".45" rx="7"',
        )
  })
  const bars = repeat(5, (i) => rect([728 + i * 34, 130, 9, 150], tint('#2b2a30')))
  const light = stage.second
    ? torch(stage, 320, 400)
    : pendant(stage, { x: 1010, top: -140, y: 170, size: 40, colour: '#3a4440', floor: 720 })
  const bunk =
    rect([1150, 640, 420, 26], tint('#5a4a3c')) +
    rect([1150, 620, 420, 24], tint('#8a8270'), 'rx="10"') +
    rect([1490, 598, 70, 30], tint('#b0a890'), 'rx="10"') +
    line([1170, 660, 1120, 740], tint('#3a363a'), 8) +
    line([1560, 660, 1560, 750], tint('#3a363a'), 10)
  const barrelsOrDoor = stage.second
    ? [180, 90]
        .map(
          (x, i) =>
            path(
              d`M${x - 44} ${660 + i * 30}Q${x - 60} ${710 + i * 30} ${x - 44} ${764 + i * 30}H${x + 44}Q${x + 60} ${710 + i * 30} ${x + 44} ${660 + i * 30}Z`,
              tint('#7a5638'),
            ) + rect([x - 52, 684 + i * 30, 104, 8], tint('#34323a')),
        )
        .join('')
    : door(stage, { x: 190, y: 706, w: 170, h: 420, colour: '#4f5560' }) +
      rect([236, 340, 78, 50], tint('#23252c')) +
      repeat(3, (i) => rect([250 + i * 22, 340, 6, 50], tint('#6a7078')))
  return {
    far: outsideView(stage, 'roofs'),
    mid: roomWall(stage, room) + stones + bars,
    near:
      roomFloor(stage, room) +
      barrelsOrDoor +
      bunk +
      stroke('M470 250v30m0 6v30m0 6v30m0 6v24', tint('#34323a'), 8) +
      circle([470, 392, 18], 'none', `stroke="${tint('#34323a')}" stroke-width="8"`) +
      windowBeams(stage, [hole]) +
      light.svg,
    foreground:
      repeat(stage.second ? 0 : 5, (i) => rect([-190 + i * 76, -140, 26, 1160], stage.at(-0.36)('#3a3c44'))) +
      repeat(stage.second ? 0 : 3, (i) => rect([1570 + i * 76, -140, 26, 1160], stage.at(-0.36)('#3a3c44'))) +
      (stage.second
        ? poly([-220, -140, -40, -140, -80, 1010, -220, 1010], stage.at(-0.34)('#4a464c'))
        : rect([-220, 120, 360, 24], stage.at(-0.36)('#3a3c44')) +
          rect([1560, 120, 260, 24], stage.at(-0.36)('#3a3c44'))),
    lamps: [light.lamp],
    flames: stage.second ? [light.lamp] : [],
  }
}
