import sharp from 'sharp'
import { canonical } from '@/domain/canonical'
import type { Staging } from '@/domain/scene/staging'
import type { Framing } from './framed'
import type { Plate, PlateLayer } from './plates/plate'
import { hash32 } from './random'
import { rasterise, type Raster } from './raster'
import { remembered } from './rasterCache'
import { pixelPass } from './texture'

/** One sheet of the place as pixels of the frame and its margins; `front` hangs before the people. */
export type Sheet = { raster: Raster; parallax: number; opaque: boolean; front: boolean }

/** The place behind (and before) the people of a framing. `merged` draws all sheets behind them as one:
 *  right for moves that lay all sheets alike, and much cheaper. */
export const drawBackdrop = (
  staging: Staging,
  framing: Framing,
  { plate, merged }: { plate: Plate; merged: boolean },
): Promise<Sheet[]> => {
  const back = plate.layers.filter((layer) => layer.name !== 'foreground' && layer.svg)
  const behind = (svg: string) =>
    `<rect x="-600" y="-500" width="2800" height="1900" fill="${plate.light.haze}"/>${svg}`
  const all = behind(back.map((layer) => layer.svg).join(''))
  const drawing = { staging, framing }
  if (!framing.layered) return Promise.all([softSheet(drawing, all)])
  const front = plate.layers.filter((layer) => layer.name === 'foreground' && layer.svg)
  const sheets = merged
    ? [sheetOf(drawing, { name: 'all', svg: all, parallax: 1, blurPx: 0 }, true)]
    : back.map((layer, i) => sheetOf(drawing, i === 0 ? { ...layer, svg: behind(layer.svg) } : layer, i === 0))
  return Promise.all([
    ...sheets,
    ...front.map((layer) => sheetOf(drawing, merged ? { ...layer, parallax: 1 } : layer, false)),
  ])
}

type Drawing = { staging: Staging; framing: Framing }

const keyOf = ({ staging, framing }: Drawing, name: string) =>
  canonical([name, staging.place, staging.timeOfDay, staging.weather, framing.window, framing.width, framing.height, framing.roll, framing.blurPx]) // prettier-ignore

/** The window with its margins, and the svg rolled about the middle of the frame. */
const shown = ({ framing }: Drawing, svg: string) => {
  const { window, margin, width, height, roll } = framing
  const x = (margin.x * window.width) / width
  const y = (margin.y * window.height) / height
  const centre = `${String(window.x + window.width / 2)} ${String(window.y + window.height / 2)}`
  return {
    svg: roll ? `<g transform="rotate(${String(roll)} ${centre})">${svg}</g>` : svg,
    window: { x: window.x - x, y: window.y - y, width: window.width + 2 * x, height: window.height + 2 * y },
    width: width + 2 * margin.x,
    height: height + 2 * margin.y,
  }
}

const paperOf = ({ staging }: Drawing, name: string) => ({
  seed: hash32(`${staging.place.name}/${name}`),
  strength: 0.8,
  wobblePx: name === 'sky' ? 0 : 0.6, // a sky has no cut edges
})

const sheetOf = async (
  drawing: Drawing,
  layer: Pick<PlateLayer, 'svg' | 'parallax' | 'blurPx'> & { name: string },
  opaque: boolean,
): Promise<Sheet> => {
  const blurPx = layer.blurPx * drawing.framing.unit + drawing.framing.blurPx
  const raster = await remembered(keyOf(drawing, layer.name), () =>
    rasterise({ ...shown(drawing, layer.svg), blurPx, texture: paperOf(drawing, layer.name) }),
  )
  return { raster, parallax: layer.parallax, opaque, front: layer.name === 'foreground' }
}

/** Out of focus: drawn at a half or a third, blurred there, enlarged, and the paper laid over it afterwards. */
const softSheet = async (drawing: Drawing, svg: string): Promise<Sheet> => {
  const blur = drawing.framing.blurPx
  const raster = await remembered(keyOf(drawing, 'soft'), async () => {
    const picture = shown(drawing, svg)
    const { width, height } = picture
    const part = blur >= 4 ? 3 : 2
    const small = await rasterise({
      ...picture,
      width: Math.ceil(width / part),
      height: Math.ceil(height / part),
      blurPx: blur / part,
    })
    const { data } = await sharp(small.data, { raw: { width: small.width, height: small.height, channels: 4 } })
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return pixelPass({ width, height, data }, { ...paperOf(drawing, 'soft'), wobblePx: 0 })
  })
  return { raster, parallax: 1, opaque: true, front: false }
}
