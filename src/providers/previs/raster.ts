import sharp from 'sharp'
import { pixelPass, type Texture } from './texture'
import type { Raster } from './pixels'

type RasterRequest = {
  /** Inner SVG in world units, without the <svg> element. */
  svg: string
  /** World units shown. */
  window: { x: number; y: number; width: number; height: number }
  width: number
  height: number
  blurPx?: number
  texture?: Texture
}

// One core per picture: the studio runs several at once, and sharp's own cache would hold every board.
sharp.concurrency(1)
sharp.cache(false)

/** Draws SVG to pixels, then blurs, then gives it paper and a hand-cut edge, each when asked for.
 *  About 25–90 ms for 1440x810 by content, of which the pixel pass is 40. */
export const rasterise = async (request: RasterRequest): Promise<Raster> => {
  const { svg, window, width, height, blurPx = 0, texture } = request
  const whole =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" preserveAspectRatio="none" ` +
    `viewBox="${String(window.x)} ${String(window.y)} ${String(window.width)} ${String(window.height)}">${svg}</svg>`
  const drawing = sharp(Buffer.from(whole), { unlimited: true }).ensureAlpha()
  const blurred = blurPx >= 0.3 ? drawing.blur(blurPx) : drawing
  const { data, info } = await blurred.raw().toBuffer({ resolveWithObject: true })
  const raster: Raster = { width: info.width, height: info.height, data }
  return texture ? pixelPass(raster, texture) : raster
}
