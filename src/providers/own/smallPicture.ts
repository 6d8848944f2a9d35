import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits } from '@/domain/limits'

const [width, height] = [320, 180]
const decodeSeconds = 10

/**
 * The picture of a card, 320 × 180 as WebP, written to `to`; a half one never stands there. Throws what sharp says when
 * it is no picture. sharp is loaded when the first one is made.
 */
export const smallPicture = async (from: string, to: string): Promise<void> => {
  const { default: sharp } = await import('sharp')
  const part = `${to}.${randomBytes(4).toString('hex')}.part`
  await mkdir(dirname(to), { recursive: true })
  try {
    await sharp(from, { limitInputPixels: limits.ownPicturePixelsMax })
      .timeout({ seconds: decodeSeconds })
      .resize(width, height, { fit: 'cover' })
      .webp({ quality: 74 })
      .toFile(part)
    await rename(part, to)
  } finally {
    await rm(part, { force: true })
  }
}
