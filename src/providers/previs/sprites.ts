import type { Compositor, Layer } from './compositor/openCompositor'
import { hash32 } from './random'
import type { Raster } from './pixels'
import { rasterise } from './raster'
import { remembered } from './rasterCache'
import type { Texture } from './texture'

/** A cut-out figure or thing: where it stands and in what scale, px of the frame. */
export type Cutout = {
  /** Same drawing, same key. */
  key: string
  /** Inner SVG in its own units. */
  svg: string
  /** What may be filled, in those units. */
  box: { x: number; y: number; width: number; height: number }
  /** The unit point that stands at (x, y) of the frame, and about which it is rolled. */
  foot: { x: number; y: number }
  x: number
  y: number
  /** Pixels per unit across, and how much longer a unit is downwards. */
  scale: number
  squash: number
  roll: number
  blurPx: number
  texture: Omit<Texture, 'seed'> | null
}

/** The rectangle of a cut-out that is drawn, whole px relative to its foot; even sides. */
export type Cut = { x: number; y: number; width: number; height: number }

/** A picture in place, px of the frame; `zoom` enlarges one that was drawn smaller. */
export type Sprite = { layer: Layer; x: number; y: number; zoom?: number }

/** What of a cut-out can come into view: its box, clipped to the frame and what the camera may travel beyond it. */
export const cutOf = (
  cutout: Cutout,
  view: { width: number; height: number; reachX: number; reachY: number },
): Cut | null => {
  const { box, foot, scale, squash, roll, blurPx } = cutout
  const lean = Math.abs(Math.sin((roll * Math.PI) / 180))
  const spill = 3 + 2.5 * blurPx
  const left = (box.x - foot.x) * scale - lean * box.height * scale - spill
  const right = (box.x + box.width - foot.x) * scale + lean * box.height * scale + spill
  const top = (box.y - foot.y) * scale * squash - lean * box.width * scale - spill
  const bottom = (box.y + box.height - foot.y) * scale * squash + lean * box.width * scale + spill
  const x = Math.floor(Math.max(left, -view.reachX - cutout.x))
  const y = Math.floor(Math.max(top, -view.reachY - cutout.y))
  const width = Math.min(right, view.width + view.reachX - cutout.x) - x
  const height = Math.min(bottom, view.height + view.reachY - cutout.y) - y
  return width < 4 || height < 4 ? null : { x, y, width: 2 * Math.ceil(width / 2), height: 2 * Math.ceil(height / 2) }
}

/** Draws a cut of a cut-out. The paper lies fast under the foot, so that parts fit into the whole. */
export const drawCut = (cutout: Cutout, cut: Cut): Promise<Raster> => {
  const { svg, foot, scale, squash, roll, blurPx, texture } = cutout
  const key = `${cutout.key} ${[cut.x, cut.y, cut.width, cut.height, scale, squash, roll, blurPx].join(' ')}`
  return remembered(key, () => {
    const inPlace = `<g transform="rotate(${String(roll)}) scale(${String(scale)} ${String(scale * squash)}) translate(${String(-foot.x)} ${String(-foot.y)})">${svg}</g>`
    const paper = hash32(cutout.key.split('|')[0] ?? '')
    const seed = ((((paper & 511) + cut.x) & 511) << 3) | ((((paper >>> 9) + cut.y) & 511) << 14)
    return rasterise({
      svg: inPlace,
      window: cut,
      width: cut.width,
      height: cut.height,
      blurPx,
      ...(texture ? { texture: { ...texture, seed: seed >>> 0 } } : {}),
    })
  })
}

/** Cuts a part out of a raster that was drawn with padding around it. */
export const cropped = (raster: Raster, part: Cut): Raster => {
  const data = Buffer.alloc(part.width * part.height * 4)
  for (let row = 0; row < part.height; row++) {
    const from = ((part.y + row) * raster.width + part.x) * 4
    raster.data.copy(data, row * part.width * 4, from, from + part.width * 4)
  }
  return { width: part.width, height: part.height, data }
}

export const spriteOf = (compositor: Compositor, raster: Raster, { x, y }: { x: number; y: number }): Sprite => ({
  layer: compositor.load(raster),
  x,
  y,
})
