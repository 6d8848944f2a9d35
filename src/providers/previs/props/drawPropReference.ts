import { type Light, lightOf } from '../light'
import { hash32 } from '../random'
import type { Raster } from '../pixels'
import { rasterise } from '../raster'
import { studioGround } from '../studioGround'
import { propSvg } from './propSvg'

/** The reference picture of a thing, alone on the plain warm studio ground. An unknown noun is a tag with its name.
 *  In: pixels wide and high.  Out: an opaque raster. */
export async function drawPropReference(asked: {
  noun: string
  light?: Light
  width: number
  height: number
}): Promise<Raster> {
  const { noun, width, height } = asked
  const light = asked.light ?? lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
  const units = 168 * Math.max(1, height / width)
  const across = (units * width) / height
  const window = { x: 50 - across / 2, y: 54 - units / 2, width: across, height: units }
  const ground = `<g transform="translate(50 0)">${studioGround({ window: { ...window, x: window.x - 50 }, light, floor: 99, shadow: 44 })}</g>`
  return rasterise({
    svg: ground + propSvg({ noun, light }).svg,
    window,
    width,
    height,
    texture: { seed: hash32(noun), strength: 0.5, wobblePx: 0.5 },
  })
}
