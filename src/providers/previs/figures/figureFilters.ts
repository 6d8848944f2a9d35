import { mix } from '../colour'
import { lampColour, type Light } from '../light'
import { n } from './geometry'

export type FigureFilters = {
  defs: string
  /** Attribute text for a group; `scaled` is how many figure units one unit of the group's own drawing is. */
  body: string
  head: string
  small: string
}

/** Light on a part cut from paper: a lit edge toward the light, a soft shade on the other side.
 *  In: `heightPx` a 1000-unit figure will have; large figures get thinner edges, or close-ups look like stickers.
 *  `side` is where the light is in the drawing's own axes (mirrored figures mirror it). */
export function figureFilters(asked: {
  id: string
  light: Light
  side: number
  heightPx: number
  headScale: number
  silhouette: boolean
}): FigureFilters {
  const { id, light, side, heightPx, headScale, silhouette } = asked
  const reach = Math.min(1, 1.36 / Math.sqrt(heightPx / 720 + 0.4))
  const rim = light.night || light.interior ? mix(light.key, lampColour, 0.4) : mix(light.key, '#ffffff', 0.25)
  const look = { rim, ink: light.ink, rimShare: silhouette ? 0.55 : 0.6, shadeShare: silhouette ? 0.34 : 0.46, side }
  const make = (name: string, [rimBy, shadeBy, blur]: [number, number, number]) =>
    filterOf({ id: `${id}-${name}`, ...look, rimBy: rimBy * reach, shadeBy: shadeBy * reach, blur: blur * reach })
  return {
    defs:
      make('b', [3.4, 20, 7]) + make('h', [3.2 / headScale, 17 / headScale, 8 / headScale]) + make('s', [2.6, 8, 3.4]),
    body: `filter="url(#${id}-b)"`,
    head: `filter="url(#${id}-h)"`,
    small: `filter="url(#${id}-s)"`,
  }
}

type FilterLook = {
  id: string
  rim: string
  ink: string
  rimShare: number
  shadeShare: number
  side: number
  rimBy: number
  shadeBy: number
  blur: number
}

function filterOf({ id, rim, ink, rimShare, shadeShare, side, rimBy, shadeBy, blur }: FilterLook): string {
  return (
    `<filter id="${id}" x="-12%" y="-12%" width="124%" height="124%" color-interpolation-filters="sRGB">` +
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${n(blur)}"/>` +
    `<feOffset dx="${n(side * shadeBy)}" dy="${n(-shadeBy * 0.35)}" result="moved"/>` +
    `<feFlood flood-color="${ink}" flood-opacity="${n(shadeShare)}"/>` +
    `<feComposite in2="moved" operator="out"/>` +
    `<feComposite in2="SourceGraphic" operator="atop" result="shaded"/>` +
    `<feOffset in="SourceAlpha" dx="${n(-side * rimBy)}" dy="${n(rimBy * 0.45)}" result="cut"/>` +
    `<feFlood flood-color="${rim}" flood-opacity="${n(rimShare)}"/>` +
    `<feComposite in2="cut" operator="out"/>` +
    `<feComposite in2="shaded" operator="atop"/></filter>`
  )
}
