import sharp from 'sharp'
import { isNearlyShape } from '@/domain/format'
import { wholeFile } from './wholeFile'

export type StillFit = { picture: string; width: number; height: number; crop: boolean }

/** Any picture as a PNG of exactly this size; see `FilmTools.still`. */
export const fitStill = async ({ picture, width, height, crop }: StillFit, to: string): Promise<void> => {
  const upright = await sharp(picture).autoOrient().toBuffer({ resolveWithObject: true })
  const fit = crop || isNearlyShape(upright.info, { width, height }) ? 'cover' : 'contain'
  await wholeFile(to, (png) =>
    sharp(upright.data)
      .resize(width, height, { fit, position: 'centre', background: '#000' })
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .png({ compressionLevel: 6 })
      .toFile(png),
  )
}
