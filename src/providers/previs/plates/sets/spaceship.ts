import { mix } from '../../colour'
import { planet, starfield } from '../pieces/cosmos'
import { type Hole, type Room, roomWall } from '../pieces/room'
import { roomFloor } from '../pieces/roomFloor'
import type { SetDrawing } from '../plate'
import { circle, d, ellipse, glow, line, path, poly, rect, repeat, stroke, wash } from '../shapes'
import type { Stage } from '../stage'

/** The bridge of a spaceship before a planet; the second set is a corridor laboratory with a round port. */
export const spaceship = (stage: Stage): SetDrawing => {
  const tint = stage.at(0.05)
  const hole: Hole = stage.second
    ? { x: 640, y: 110, w: 330, h: 330, kind: 'round' }
    : { x: 330, y: 90, w: 940, h: 390, kind: 'pane' }
  const glass = stage.second ? '' : rect([330, 90, 940, 390], 'none')
  const room: Room = {
    wall: '#4c6080',
    dado: { y: 540, colour: '#2f3e56' },
    floor: '#3a4860',
    floorKind: 'planks',
    trim: '#2f3740',
    frame: '#353d47',
    holes: [hole],
  }
  const cyan = '#6fe0e0'
  const amber = '#ffb35c'
  const dice = stage.dice('lights')
  const buttons = (x: number, y: number, count: number) =>
    repeat(count, (i) => {
      const [a, b] = [dice(), dice()]
      return rect(
        [x + (i % 8) * 26, y + Math.floor(i / 8) * 20, 14 + (a < 0.2 ? 8 : 0), 9],
        b < 0.4 ? cyan : b < 0.7 ? amber : '#e0574c',
        `opacity="${a < 0.3 ? '.35' : '.95'}" rx="3"`,
      )
    })
  const desk = (x: number, w: number) =>
    poly([x, 660, x + 40, 560, x + w - 40, 560, x + w, 660, x + w, 752, x, 752], tint('#55616e')) +
    poly([x + 20, 652, x + 54, 572, x + w - 54, 572, x + w - 20, 652], tint('#2b333d')) +
    buttons(x + 70, 586, Math.floor((w - 140) / 26) > 7 ? 24 : 16) +
    rect([x, 660, w, 10], tint('#8a96a2')) +
    glow(stage, [x + w / 2, 600, w * 0.6], { colour: cyan, opacity: 0.24 })
  const screen = (x: number) =>
    rect([x, 180, 190, 220], tint('#2a323c'), 'rx="14"') +
    rect([x + 12, 192, 166, 196], mix('#123a44', '#000000', 0.1), 'rx="8"') +
    circle([x + 95, 272, 52], 'none', `stroke="${cyan}" stroke-width="3"`) +
    ellipse([x + 95, 272, 52, 18], 'none', `stroke="${cyan}" stroke-width="2" opacity=".7"`) +
    stroke(d`M${x + 26} 360l20 -16l22 10l24 -24l22 14l40 -12`, amber, 3) +
    glow(stage, [x + 95, 290, 170], { colour: cyan, opacity: 0.25 })
  const strip =
    rect([-200, 66, 2000, 9], mix(cyan, '#ffffff', 0.4)) +
    glow(stage, [800, 70, 900], { colour: cyan, opacity: 0.22, flat: 0.3 })
  const ribs = [150, 1450]
    .map(
      (x) =>
        poly(
          [x - 40, -140, x + 40, -140, x + (x < 800 ? 96 : 20), 716, x - (x < 800 ? 20 : 96), 716],
          tint('#6a7a94'),
        ) + rect([x - 3, 120, 7, 420], cyan, 'opacity=".55"'),
    )
    .join('')
  const seat =
    path('M1130 780V640Q1130 560 1180 552H1270Q1316 560 1320 640V780Z', tint('#2f3944')) +
    path('M1150 760V644Q1150 582 1190 574H1262Q1298 582 1300 644V760Z', tint('#a8533f'))
  return {
    sky: rect([-200, -140, 2000, 1150], '#04060f') + starfield(stage),
    far: planet(stage, stage.second ? [830, 330, 190] : [1010, 420, 270]),
    mid:
      glass +
      roomWall(stage, room) +
      (stage.second ? '' : repeat(3, (i) => line([565 + i * 235, 90, 540 + i * 260, 480], tint('#353d47'), 12))) +
      gloom(stage) +
      screen(100) +
      screen(1310) +
      strip,
    near:
      roomFloor(stage, room) +
      rect([-200, 704, 2000, 10], cyan, 'opacity=".3"') +
      ribs +
      desk(-120, 480) +
      desk(1240, 500) +
      (stage.second ? pods(stage) : seat),
    foreground:
      poly([-220, -150, 60, -150, -20, 120, -90, 520, -40, 1020, -220, 1020], stage.at(-0.36)('#4c5662')) +
      poly([1820, -150, 1560, -150, 1640, 160, 1690, 520, 1640, 1020, 1820, 1020], stage.at(-0.36)('#4c5662')) +
      circle([-70, 320, 9], amber) +
      circle([-70, 360, 9], cyan),
    lamps: [
      { x: 110, y: 600, r: 260, colour: cyan },
      { x: 1480, y: 600, r: 260, colour: cyan },
    ],
    flames: [],
  }
}

/** Ships keep their own night: the room sinks, the panels carry the light. */
const gloom = (stage: Stage): string =>
  wash(stage, [-200, -140, 2000, 300], {
    stops: [
      [0, '#060a18', 0.75],
      [1, '#060a18', 0.1],
    ],
  }) +
  wash(stage, [-200, 480, 2000, 300], {
    stops: [
      [0, '#060a18', 0],
      [1, '#060a18', 0.5],
    ],
  })

const pods = (stage: Stage): string =>
  [420, 1080]
    .map((x) => {
      const tint = stage.at(0.05)
      return (
        rect([x - 70, 330, 140, 400], tint('#5c6874'), 'rx="60"') +
        rect([x - 50, 356, 100, 330], '#7fe6d8', 'rx="46" opacity=".35"') +
        glow(stage, [x, 520, 190], { colour: '#7fe6d8', opacity: 0.4 }) +
        repeat(5, (i) => circle([x - 20 + ((i * 17) % 40), 420 + i * 46, 5], '#d8fff6', 'opacity=".7"')) +
        rect([x - 80, 700, 160, 34], tint('#3c4652'), 'rx="8"')
      )
    })
    .join('')
