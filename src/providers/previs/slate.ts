import { canonical } from '@/domain/canonical'
import type { Light } from './light'
import { drawMemory } from './memory'
import type { Raster } from './pixels'
import { rasterise } from './raster'
import { remembered } from './rasterCache'
import { textPath } from './type'

type Frame = { width: number; height: number; light: Light; memory: boolean }

/** Dark corners (in a memory pale ones), and in a clip the slate's two lines: one picture that never moves, laid over every frame. */
export const drawSlate = (
  { width, height, light, memory }: Frame,
  slate: { left: string; right: string } | null,
): Promise<Raster> =>
  remembered(`slate ${canonical([width, height, light, memory, slate])}`, () => {
    const { ink } = light
    const corners = memory
      ? drawMemory(light, { width, height })
      : `<defs><radialGradient id="v" cx=".5" cy=".5" r=".78"><stop offset=".5" stop-color="${ink}" stop-opacity="0"/>` +
        `<stop offset=".78" stop-color="${ink}" stop-opacity=".2"/><stop offset="1" stop-color="${ink}" stop-opacity=".55"/>` +
        `</radialGradient></defs><rect width="${String(width)}" height="${String(height)}" fill="url(#v)"/>`
    return rasterise({
      svg: corners + (slate ? words(slate, { width, height, ink: memory && !light.night ? ink : '#ffffff' }) : ''),
      window: { x: 0, y: 0, width, height },
      width,
      height,
    })
  })

const words = (
  { left, right }: { left: string; right: string },
  { width, height, ink }: { width: number; height: number; ink: string },
) => {
  const unit = Math.min(width, height) / 720
  const margin = 34 * unit
  const upright = width < height
  const line = (text: string, share: number) =>
    textPath({ text: text.toUpperCase(), size: 15 * unit, letterSpacing: 0.14, maxWidth: width * share })
  const start = line(left, upright ? 0.32 : 0.4)
  const end = line(right, upright ? 0.5 : 0.45)
  const at = (x: number) => `transform="translate(${x.toFixed(1)} ${(height - 30 * unit).toFixed(1)})" fill="${ink}"`
  return (
    `<path d="${start.d}" ${at(margin)} fill-opacity=".62"/>` +
    `<path d="${end.d}" ${at(width - margin - end.width)} fill-opacity=".5"/>`
  )
}
