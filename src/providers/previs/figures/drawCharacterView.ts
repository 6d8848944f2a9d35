import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { OwnPicture } from '@/domain/scene/staging'
import { type Light, lightOf } from '../light'
import { withPortrait } from '../own/ownPortraits'
import { hash32 } from '../random'
import type { Raster } from '../pixels'
import { rasterise } from '../raster'
import { studioGround } from '../studioGround'
import { figureSvg } from './figureSvg'

const studioLight = () => lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })

/** One picture of a turnaround: the whole person, standing, calm, on the plain warm studio ground.
 *  In: pixels wide and high (any aspect; the person always fits, a child stays smaller than a grown-up).
 *  Out: an opaque raster. About 60 ms at 512x768. */
export async function drawCharacterView(asked: {
  look: CharacterLook
  view: TurnaroundView
  light?: Light
  portrait?: OwnPicture
  width: number
  height: number
}): Promise<Raster> {
  const { look, view, width, height, portrait } = asked
  const light = asked.light ?? studioLight()
  // 1120 units from hat to shadow, and never narrower than outstretched elbows.
  const units = Math.max(1150, (620 * height) / width)
  const perUnit = height / units
  const drawn = figureSvg({ look, view, pose: 'stand', emotion: 'neutral', light, heightPx: 1000 * perUnit })
  const figure = withPortrait(drawn, {
    picture: portrait,
    facesAway: view === 'back',
    light,
    child: look.age === 'child',
  })
  const window = { x: -width / perUnit / 2, y: 1075 - units, width: width / perUnit, height: units }
  const svg = studioGround({ window, light, floor: 1000, shadow: look.age === 'child' ? 90 : 130 }) + figure.svg
  const texture = { seed: hash32(look.costumeColor + view), strength: 0.5, wobblePx: 0.5 }
  return rasterise({ svg, window, width, height, texture })
}
