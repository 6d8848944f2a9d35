import { readFile, stat } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { limits } from '@/domain/limits'
import { coloursOf } from './coloursOf'

/** A picture of a person's own, as the film uses it. */
export type TakenPicture = {
  width: number
  height: number
  /** Its main colours, the largest first, as #rrggbb. */
  colours: string[]
  /** What was done to it that its owner should know. */
  notices: string[]
}

const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif', 'svg'])
const decodeSeconds = 30
const svgBytesMost = 4_000_000

/**
 * Takes in a picture whatever it comes as: upright, its first frame, sRGB, at most 2048 px, a PNG where it is
 * transparent and a JPEG where it is not, written to `to` with that ending. Decoding is bounded in pixels and seconds.
 * Throws an Error whose message says what is wrong with the file, for people.
 */
export const takePicture = async (from: string, to: string): Promise<TakenPicture & { file: string }> => {
  const { size } = await stat(from)
  if (size > limits.ownPictureBytesMax)
    throw new Error(`it is larger than ${String(limits.ownPictureBytesMax / 1e6)} MB`)
  if (size === 0) throw new Error('it is empty')
  const bytes = await readFile(from)
  const seen = await lookAt(bytes)
  const notices = noticesOf(seen)
  try {
    return { ...(await write(bytes, seen, to)), notices }
  } catch (error) {
    throw new Error(`it is broken (${words(error)})`, { cause: error })
  }
}

const lookAt = async (bytes: Buffer): Promise<Metadata> => {
  const seen = await sharp(bytes, { limitInputPixels: limits.ownPicturePixelsMax }).metadata().catch((error: unknown) => error) // prettier-ignore
  if (seen instanceof Error || typeof seen !== 'object' || seen === null)
    throw new Error(/pixel limit/i.test(words(seen)) ? tooLarge : 'it is no picture that can be read')
  const read = seen as Metadata
  if (!formats.has(read.format))
    throw new Error(`pictures are JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG, not ${read.format}`)
  const { width, height } = read
  if (width * height > limits.ownPicturePixelsMax) throw new Error(tooLarge)
  if (read.format === 'svg' && bytes.length > svgBytesMost) throw new Error('it is an SVG of more than 4 MB')
  if (read.format !== 'svg' && Math.min(width, height) < limits.ownPictureSideLeast)
    throw new Error(`it is only ${String(width)}x${String(height)} px`)
  return read
}

const tooLarge = `it has more than ${String(limits.ownPicturePixelsMax / 1e6)} million pixels`
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

const noticesOf = ({ width, height, pages = 1, space, format }: Metadata): string[] => [
  ...(format !== 'svg' && Math.min(width, height) < limits.ownPictureSideGood
    ? [`is only ${String(width)}x${String(height)} px and will look soft.`]
    : []),
  ...(pages > 1 ? ['moves: its first picture is used.'] : []),
  ...(space === 'cmyk'
    ? ['has printing colours (CMYK): they were brought to sRGB and may look a little different.']
    : []),
]

const write = async (bytes: Buffer, { format, width, height }: Metadata, to: string) => {
  // a drawing is made as large as it may be seen
  const density =
    format === 'svg' ? { density: Math.min(2400, Math.max(72, (72 * 1024) / Math.max(width, height, 1))) } : {}
  const upright = sharp(bytes, { limitInputPixels: limits.ownPicturePixelsMax, failOn: 'error', ...density })
    .timeout({ seconds: decodeSeconds })
    .autoOrient()
    .toColourspace('srgb')
  const side = limits.ownPictureSideMost
  const sized = upright.resize(side, side, { fit: 'inside', withoutEnlargement: true })
  const png = await sized.png({ compressionLevel: 6 }).toBuffer()
  const { isOpaque } = await sharp(png).stats()
  const file = `${to}${isOpaque ? '.jpg' : '.png'}`
  const made: Sharp = isOpaque
    ? sharp(png).flatten().jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    : await trimmed(png)
  const info = await made.toFile(file)
  return { file, width: info.width, height: info.height, colours: await coloursOf(png) }
}

/** Without the empty margin of a cut-out; one that is empty all over is kept. */
const trimmed = async (png: Buffer): Promise<Sharp> => {
  const cut = await sharp(png).trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 12 }).png().toBuffer().catch(() => png) // prettier-ignore
  return sharp(cut).png({ compressionLevel: 6 })
}
