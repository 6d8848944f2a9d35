import sharp from 'sharp'
import { wholeFile } from './wholeFile'

export type StillFit = { picture: string; width: number; height: number; crop: boolean }

/** So far apart two shapes are still the same one: rounding to whole pixels. */
const sameShape = 0.015

/** Any picture as a PNG of exactly this size; see `FilmTools.still`. */
export const fitStill = async ({ picture, width, height, crop }: StillFit, to: string): Promise<void> => {
  const upright = await sharp(picture).autoOrient().toBuffer({ resolveWithObject: true })
  const shape = upright.info.width / upright.info.height / (width / height)
  const fit = crop || Math.abs(shape - 1) <= sameShape ? 'cover' : 'contain'
  await wholeFile(to, (png) =>
    sharp(upright.data)
      .resize(width, height, { fit, position: 'centre', background: '#000' })
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .png({ compressionLevel: 6 })
      .toFile(png),
  )
}
