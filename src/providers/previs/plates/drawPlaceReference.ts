import { hash32 } from '../random'
import type { Raster } from '../pixels'
import { rasterise } from '../raster'
import { drawPlate } from './drawPlate'
import { type PlaceAsked, type Plate, world } from './plate'

/** An empty picture of the place, all sheets flat: the reference a location is judged by.
 *  Shows the whole world's height and as much of its width as the shape asks for; about 200 ms at 1440x810. */
export const drawPlaceReference = (asked: PlaceAsked & { width: number; height: number }): Promise<Raster> =>
  flatten(drawPlate(asked), { width: asked.width, height: asked.height, seed: hash32(asked.place.name) })

/** All sheets of a plate in one raster: the four behind the people drawn at once, the soft one before the lens laid over. */
export const flatten = async (plate: Plate, size: { width: number; height: number; seed: number }): Promise<Raster> => {
  const { width, height, seed } = size
  const window = windowFor(width / height)
  const behind = plate.layers.filter(({ name }) => name !== 'foreground').map(({ svg }) => svg)
  const front = plate.layers.find(({ name }) => name === 'foreground')
  const scale = width / window.width
  const texture = { seed, strength: 0.8, wobblePx: 0.7 * Math.min(1, scale * 1.1) }
  const back = await rasterise({ svg: behind.join(''), window, width, height, texture })
  if (!front || front.svg === '') return back
  const over = await rasterise({ svg: front.svg, window, width, height, blurPx: (front.blurPx * width) / 1440 })
  return laid(back, over)
}

const windowFor = (aspect: number): { x: number; y: number; width: number; height: number } => {
  if (aspect >= world.width / world.height) {
    const height = world.width / aspect
    return { x: 0, y: (world.height - height) * 0.8, width: world.width, height }
  }
  const width = world.height * aspect
  return { x: (world.width - width) / 2, y: 0, width, height: world.height }
}

const laid = (back: Raster, over: Raster): Raster => {
  const data = Buffer.from(back.data)
  for (let i = 0; i < data.length; i += 4) {
    const alpha = over.data[i + 3] ?? 0
    if (alpha === 0) continue
    for (let c = i; c < i + 3; c += 1) {
      const under = data[c] ?? 0
      data[c] = under + ((((over.data[c] ?? 0) - under) * alpha) / 255 + 0.5)
    }
  }
  return { width: back.width, height: back.height, data }
}
