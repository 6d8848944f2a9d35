import type { Staging } from '@/domain/scene/staging'
import type { Compositor } from './compositor/openCompositor'
import type { Framing } from './framed'
import { deepened, sizeRows } from './framingTable'
import { paint, type Light } from './light'
import { drawVehicle, vehicleSizes } from './plates/pieces/vehicle'
import { hash32, pick } from './random'
import { rasterise } from './raster'
import { pixelPass } from './texture'
import type { Passing } from './ride'

/** World y of the wheels: behind people, before the houses. */
const roadY = 752

/** The vehicle that drives past behind the people; null where none does. It crosses the frame once in the shot. */
export const drawTraffic = async (
  compositor: Compositor,
  staging: Staging,
  { framing, light, seconds }: { framing: Framing; light: Light; seconds: number },
): Promise<Passing | null> => {
  const { passing: kind, place } = staging
  if (!kind || place.interior || framing.insert) return null
  const { window, width, height, unit, blurPx, ground } = framing
  const [length, tall] = vehicleSizes[kind]
  // Beside people of this shot: its drawing is made for somebody 400 units tall.
  const beside = Math.min(1.3, Math.max(0.8, (sizeRows[staging.shotSize].k * window.height) / 310))
  const scale = (beside * width) / window.width
  const seed = hash32(`${place.name}|${staging.shotSize}|traffic`)
  const way = seed & 2 ? 1 : -1
  const colour = pick(['#8c3a34', '#2f5f6c', '#3f5a44', '#b98a3c', '#54506a'], ((seed >>> 8) % 100) / 100)
  const beam = light.lampsOn ? 400 : 20
  const box = { x: -length / 2 - 40, y: -tall - 40, width: length + 60 + beam, height: tall + 70 }
  const svg = drawVehicle(kind, {
    colour,
    tint: (local) => paint(local, light, 0.07),
    lit: light.lampsOn,
    ink: light.ink,
  })
  const raster = await rasterise({
    svg: way > 0 ? svg : `<g transform="translate(${String(2 * box.x + box.width)} 0) scale(-1 1)">${svg}</g>`,
    window: box,
    width: 2 * Math.ceil((box.width * scale) / 2),
    height: 2 * Math.ceil((box.height * scale) / 2),
    blurPx,
  })
  const layer = compositor.load(pixelPass(raster, { seed, strength: 0.6, wobblePx: 0.5 }))
  const y =
    Math.min(((deepened(roadY, ground) - window.y) * scale) / beside, height + 0.3 * tall * scale) + box.y * scale
  const from = -raster.width - 20 * unit
  const crossing = Math.max(1.6, 0.8 * seconds)
  return (s) => {
    const t = (s - 0.15) / crossing
    const x = from + (width - from) * (way > 0 ? t : 1 - t)
    return t < 0 || t > 1 ? [] : [{ layer, x, y, zoom: 1, strength: 1 }]
  }
}
