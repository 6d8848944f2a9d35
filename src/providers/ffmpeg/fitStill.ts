import sharp from 'sharp'
import { isNearlyShape } from '@/domain/format'
import { wholeFile } from './wholeFile'

export type StillFit = { picture: string; width: number; height: number; crop: boolean; keepsTransparent?: boolean }

/** Any picture as a PNG of exactly this size; see `FilmTools.still`. */
export const fitStill = async (
  { picture, width, height, crop, keepsTransparent = false }: StillFit,
  to: string,
): Promise<void> => {
  const upright = await sharp(picture).autoOrient().toBuffer({ resolveWithObject: true })
  const fit = crop || isNearlyShape(upright.info, { width, height }) ? 'cover' : 'contain'
  const fitted = sharp(upright.data).resize(width, height, { fit, position: 'centre', background: '#000' })
  const whole = keepsTransparent ? fitted : fitted.flatten({ background: '#000' })
  await wholeFile(to, (png) => whole.toColourspace('srgb').png({ compressionLevel: 6 }).toFile(png))
}
