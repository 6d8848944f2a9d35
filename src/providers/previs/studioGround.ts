import type { Box } from './figures/geometry'
import { type Light, paintPerson } from './light'
import { mix } from './colour'

/** The plain warm paper ground that references stand on, with a soft shadow on the floor.
 *  In: the window shown, the y the thing stands on, half the width of its shadow; all in the drawing's own units. */
export function studioGround({
  window,
  light,
  floor,
  shadow,
}: {
  window: Box
  light: Light
  floor: number
  shadow: number
}): string {
  const wall = paintPerson('#d8c7a4', light)
  const ground = paintPerson('#c9b58e', light)
  const bottom = window.y + window.height
  const line = floor - window.height * 0.035
  const rect = (y: number, height: number, fill: string) =>
    `<rect x="${String(window.x - 4)}" y="${String(y)}" width="${String(window.width + 8)}" height="${String(height)}" fill="${fill}"/>`
  return (
    `<defs><radialGradient id="studio-light" cx=".5" cy=".42" r=".75"><stop offset="0" stop-color="${mix(wall, '#fff6e0', 0.35)}"/><stop offset="1" stop-color="${mix(wall, light.ink, 0.08)}"/></radialGradient>` +
    `<radialGradient id="studio-shadow"><stop offset="0" stop-color="${light.ink}" stop-opacity=".5"/><stop offset=".6" stop-color="${light.ink}" stop-opacity=".26"/><stop offset="1" stop-color="${light.ink}" stop-opacity="0"/></radialGradient></defs>` +
    rect(window.y - 4, window.height + 8, 'url(#studio-light)') +
    rect(line, bottom - line + 4, ground) +
    `<ellipse cx="${String(-light.sunSide * shadow * 0.35)}" cy="${String(floor)}" rx="${String(shadow * 1.15)}" ry="${String(shadow * 0.16)}" fill="url(#studio-shadow)"/>`
  )
}
