import { birds } from '../pieces/birds'
import { groundMarks, openGround, waterSheet, wetSheen } from '../pieces/ground'
import { hills } from '../pieces/land'
import { palm } from '../pieces/palm'
import { sail } from '../pieces/sail'
import { seaColour } from '../pieces/seaColour'
import { surf } from '../pieces/surf'
import { leaf, tuft } from '../pieces/trees'
import type { SetDrawing } from '../plate'
import { d, ellipse, line, path, poly, rect, repeat, ridge, stroke } from '../shapes'
import type { Stage } from '../stage'

/** Sand, surf and a sail; the second set has palms and a jetty. */
export const beach = (stage: Stage): SetDrawing => {
  const horizon = 562
  const dice = stage.dice('beach')
  const dune =
    path(ridge([1100, 730, 1330, 690, 1540, 620, 1800, 560], 800), stage.ground(0.26)('#d9bf8c')) +
    repeat(14, () =>
      tuft(
        { x: 1330 + dice() * 440, y: 690 - dice() * 60, size: 26 + dice() * 26 },
        stage.ground(0.2)(leaf(stage, '#8b9455')),
        0.2,
      ),
    )
  const palms =
    palm(stage, { x: 1380, y: 752, size: 400, depth: 0.1, lean: -1.4 }) +
    palm(stage, { x: 1500, y: 770, size: 330, depth: 0.1, lean: 1 })
  return {
    far:
      hills(stage, {
        label: 'isle',
        y: horizon + 4,
        rise: 46,
        steps: 7,
        colour: '#7d8a92',
        depth: 0.9,
        bottom: horizon + 4,
      }) + waterSheet(stage, { y: horizon, bottom: 800, label: 'sea', colour: seaColour }),
    mid:
      sail(stage, { x: 330, y: 610, s: 96, depth: 0.4 }) +
      sail(stage, { x: 1180, y: 578, s: 36, depth: 0.7 }) +
      (stage.second ? jetty(stage) : dune) +
      birds(stage),
    near:
      surf(stage, 716) +
      openGround(stage, { y: 722, colour: '#dcc391', far: 0.14, label: 'sand', bump: 16 }) +
      path(
        ridge([-200, 742, 300, 748, 800, 738, 1300, 750, 1800, 740], 772),
        stage.ground(0.1)('#b39a70'),
        'opacity=".5"',
      ) +
      groundMarks(stage, {
        label: 'ripples',
        y: 744,
        count: 50,
        colour: stage.ground(0.03)('#a78d62'),
        opacity: 0.32,
        length: 34,
      }) +
      shells(stage) +
      (stage.second ? palms : boat(stage, { x: 160, y: 800 })) +
      wetSheen(stage, 740),
    foreground:
      repeat(9, (i) => tuft({ x: -190 + i * 42, y: 1000, size: 190 - i * 15 }, stage.at(-0.3)('#7c7a4a'), 0.24)) +
      (stage.second
        ? palmLeaf(stage)
        : repeat(5, (i) => tuft({ x: 1640 + i * 36, y: 1000, size: 130 }, stage.at(-0.3)('#7c7a4a'), -0.1))),
    water: { x: -160, y: horizon, width: 1920, height: 158 },
  }
}

const palmLeaf = (stage: Stage): string => {
  const dark = stage.at(-0.34)('#3f6244')
  return (
    repeat(11, (i) =>
      path(d`M${1800 - i * 44} ${-110 + i * 14}q-6 90 -40 ${150 - i * 6}q-18 -70 12 -${150 - i * 6}Z`, dark),
    ) + stroke('M1810 -120Q1600 -90 1330 40', dark, 9)
  )
}

const shells = (stage: Stage): string => {
  const dice = stage.dice('shells')
  return repeat(14, () =>
    ellipse([-140 + dice() * 1880, 770 + dice() * 100, 4 + dice() * 4, 3], stage.ground(0.02)('#f0e2cc')),
  )
}

const boat = (stage: Stage, { x, y }: { x: number; y: number }): string => {
  const tint = stage.at(0.06)
  return (
    ellipse([x, y + 2, 150, 14], stage.light.ink, 'opacity=".28"') +
    path(
      d`M${x - 150} ${y - 74}Q${x} ${y - 46} ${x + 150} ${y - 84}Q${x + 116} ${y + 2} ${x + 70} ${y + 4}H${x - 84}Q${x - 132} ${y - 10} ${x - 150} ${y - 74}Z`,
      tint('#a4493d'),
    ) +
    path(
      d`M${x - 150} ${y - 74}Q${x} ${y - 46} ${x + 150} ${y - 84}L${x + 146} ${y - 68}Q${x} ${y - 28} ${x - 146} ${y - 58}Z`,
      tint('#ece2cc'),
    ) +
    line([x - 30, y - 50, x + 120, y - 130], tint('#7a5c42'), 7)
  )
}

const jetty = (stage: Stage): string => {
  const tint = stage.at(0.3)
  const wood = tint('#7d6450')
  return (
    poly([-200, 664, 480, 626, 480, 636, -200, 688], wood) +
    repeat(9, (i) => rect([-170 + i * 78, 664 - i * 4, 11, 66 - i * 4], tint('#5c483c')))
  )
}
