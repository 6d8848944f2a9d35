import sharp from 'sharp'
import { limits } from '@/domain/limits'
import type { OwnFile } from '../../spec/ownFile'
import type { Sheet } from '../backdrop'
import { rgbOf } from '../colour'
import type { Framing } from '../framed'
import type { Light } from '../light'
import { world } from '../plates/plate'
import { remembered } from '../rasterCache'

type Scene = { framing: Framing; light: Light }

/** A picture is one far sheet: it moves less than the people before it. */
const parallax = 0.4
/** Closer than this part of the picture no framing goes, so that it stays sharp enough to be told. */
const partLeast = 0.36
/** A picture that is darker than this on the whole was taken in the dark already (0–255). */
const darkMost = 70

/** A picture of the place behind everybody: it covers the frame, closer sizes see a part of it, as soft as the lens
 *  leaves it; a bright one is darkened at night. One sheet of the frame and its margins. */
export const ownPlace = async ({ file, sha256 }: OwnFile, { framing, light }: Scene): Promise<Sheet> => {
  const { width, height, margin, window, blurPx } = framing
  const size = { width: width + 2 * margin.x, height: height + 2 * margin.y }
  const key = `own place ${sha256} ${JSON.stringify([size, window, blurPx, light.key, light.dark])}`
  const raster = await remembered(key, async () => {
    const input = sharp(file, { limitInputPixels: limits.ownPicturePixelsMax })
    const { width: wide, height: high } = await input.metadata()
    const part = partOf({ wide, high }, { ...size, window })
    const shown = input
      .extract(part)
      .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
      .toColourspace('srgb')
    const lit = await relit(shown, file, light)
    const soft = blurPx >= 0.3 ? lit.blur(blurPx) : lit
    const { data, info } = await soft
      .flatten({ background: light.haze })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, data }
  })
  return { raster, parallax, opaque: true, front: false, shell: false, drift: 0 }
}

type Shown = { width: number; height: number; window: Framing['window'] }

/** The part of the picture that the window looks at: all of it that has the frame's shape at the widest, never beyond its edges. */
const partOf = ({ wide, high }: { wide: number; high: number }, { width, height, window }: Shown) => {
  const most = Math.min(wide / width, high / height)
  const share = Math.max(partLeast, Math.min(1, window.height / world.height))
  const [w, h] = [width * most * share, height * most * share]
  const at = (middle: number, length: number, all: number) =>
    Math.round(Math.min(all - length, Math.max(0, middle * all - length / 2)))
  const left = at((window.x + window.width / 2) / world.width, w, wide)
  const top = at((window.y + window.height / 2) / world.height, h, high)
  return {
    left,
    top,
    width: Math.max(1, Math.min(wide - left, Math.floor(w))),
    height: Math.max(1, Math.min(high - top, Math.floor(h))),
  }
}

/** Night falls on a picture that was taken by day; any other hour is left as it is. */
const relit = async (shown: sharp.Sharp, file: string, light: Light): Promise<sharp.Sharp> => {
  if (!light.night) return shown
  const { channels } = await sharp(file, { limitInputPixels: limits.ownPicturePixelsMax }).stats()
  const [r = 0, g = r, b = r] = channels.map(({ mean }) => mean)
  if (0.3 * r + 0.59 * g + 0.11 * b < darkMost) return shown
  const tint = rgbOf(light.key).map((value) => (value / 255) * (1 - 0.8 * light.dark))
  return shown.removeAlpha().linear(tint, [0, 0, 0])
}
