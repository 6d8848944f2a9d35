import { mix } from '../../colour'
import { line, poly, rect, repeat, wash } from '../shapes'
import type { Stage } from '../stage'
import type { Room } from './room'

/** The floor strip in perspective with its skirting. Hang it first on the near sheet. */
export const roomFloor = (stage: Stage, room: Room): string => {
  const { floorY = 700, corner = 96 } = room
  const tint = stage.at(0.05)
  const floor = tint(room.floor)
  const right = 1600 - corner
  const edge =
    corner === 0
      ? [-200, floorY, 1800, floorY, 1800, 1100, -200, 1100]
      : [-200, floorY + 172, corner, floorY, right, floorY, 1800, floorY + 172, 1800, 1100, -200, 1100]
  const skirting =
    corner === 0
      ? rect([-200, floorY - 22, 2000, 22], tint(room.trim))
      : poly(
          [
            -200,
            floorY + 146,
            corner,
            floorY - 22,
            right,
            floorY - 22,
            1800,
            floorY + 146,
            1800,
            floorY + 172,
            right,
            floorY,
            corner,
            floorY,
            -200,
            floorY + 172,
          ],
          tint(room.trim),
        )
  const id = stage.id()
  const clip = `<defs><clipPath id="${id}"><path d="M${edge.map(String).join(' ')}Z"/></clipPath></defs>`
  return (
    skirting +
    clip +
    `<g clip-path="url(#${id})">${rect([-200, floorY - 5, 2000, 420], floor)}${floorPattern(stage, room, floorY)}${wash(
      stage,
      [-200, floorY, 2000, 420],
      {
        stops: [
          [0, stage.light.ink, 0.24],
          [0.25, stage.light.ink, 0.02],
          [1, stage.light.ink, stage.light.night ? 0.34 : 0.2],
        ],
      },
    )}</g>`
  )
}

const floorPattern = (stage: Stage, room: Room, floorY: number): string => {
  const seam = stage.at(0.05)(mix(room.floor, '#1d1a20', 0.3))
  const eye = floorY - 330
  const rowY = (i: number) => floorY + 300 * (i / 9) ** 1.35
  const across = (x: number, y: number) => 800 + (x - 800) * ((y - eye) / 330)
  if (room.floorKind === 'plain') return ''
  if (room.floorKind === 'tiles' || room.floorKind === 'stone') {
    const pale = stage.at(0.05)(mix(room.floor, '#fff4dc', room.floorKind === 'stone' ? 0.1 : 0.26))
    return repeat(9, (row) =>
      repeat(26, (i) => {
        if ((i + row) % 2 === 0) return ''
        const [top, low] = [rowY(row), rowY(row + 1)]
        const x = -200 + i * 78
        return poly(
          [across(x, top), top, across(x + 78, top), top, across(x + 78, low), low, across(x, low), low],
          pale,
        )
      }),
    )
  }
  const step = room.floorKind === 'planks' ? 130 : 84
  const dice = stage.dice('floor')
  const seams = repeat(30, (i) => {
    const x = -440 + i * step
    return line([across(x, floorY), floorY, across(x, floorY + 410), floorY + 410], seam, 2.2)
  })
  const tones = repeat(16, () => {
    const i = Math.floor(dice() * 30)
    const [x, top, low] = [-440 + i * step, rowY(dice() * 7), rowY(5 + dice() * 4)]
    return poly(
      [across(x, top), top, across(x + step, top), top, across(x + step, low), low, across(x, low), low],
      dice() < 0.5 ? seam : stage.light.key,
      'opacity=".1"',
    )
  })
  return tones + seams
}
