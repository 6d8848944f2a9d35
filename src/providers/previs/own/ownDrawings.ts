import sharp from 'sharp'
import { limits } from '@/domain/limits'
import type { PropDrawing } from '../props/propDrawings'
import type { OwnFile } from '../../spec/ownFile'

/** What a picture of a thing is called where drawings are looked up by their noun. */
export const ownNoun = (sha256: string, noun: string): string => `own:${sha256}:${noun}`
const keyOf = (sha256: string): string => `own:${sha256}`

/** As large as an insert shows it at 720 lines. */
const sideMost = 520
const keptMost = 40
const kept = new Map<string, Promise<OwnDrawing>>()
const drawn = new Map<string, OwnDrawing>()

/** A picture in a box of 100 by 100 units that stands on its lower edge; opaque ones as a framed card. */
export type OwnDrawing = Pick<PropDrawing, 'svg' | 'picture'>

/** Makes a picture ready to be looked up by `ownDrawing`. The same bytes are read once. */
export const enrolDrawing = async ({ sha256, file }: OwnFile): Promise<void> => {
  const made = kept.get(sha256) ?? read(file)
  kept.delete(sha256)
  kept.set(sha256, made)
  try {
    drawn.set(keyOf(sha256), await made)
  } catch (error) {
    kept.delete(sha256)
    throw error
  }
  for (const [oldest] of kept)
    if (kept.size > keptMost) {
      kept.delete(oldest)
      drawn.delete(keyOf(oldest))
    }
}

/** The drawing of an enrolled picture and the noun it is of; undefined for every other noun. */
export const ownDrawing = (noun: string): { drawing: OwnDrawing; noun: string } | undefined => {
  const [, key = '', plain = ''] = /^(own:[^:]+):(.*)$/s.exec(noun) ?? []
  const drawing = drawn.get(key)
  return drawing && { drawing, noun: plain }
}

const read = async (file: string): Promise<OwnDrawing> => {
  const { data, info } = await sharp(file, { limitInputPixels: limits.ownPicturePixelsMax })
    .resize(sideMost, sideMost, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true })
  const { isOpaque } = await sharp(data).stats()
  const image = (box: { x: number; y: number; width: number; height: number }) =>
    `<image x="${String(box.x)}" y="${String(box.y)}" width="${String(box.width)}" height="${String(box.height)}" preserveAspectRatio="none" href="data:image/png;base64,${data.toString('base64')}"/>`
  const border = isOpaque ? 4 : 0
  const scale = (100 - 2 * border) / Math.max(info.width, info.height)
  const [width, height] = [info.width * scale, info.height * scale].map((side) => Math.round(side * 100) / 100) as [
    number,
    number,
  ]
  const box = { x: 50 - width / 2, y: 100 - border - height, width, height }
  const card = isOpaque
    ? `<rect x="${String(box.x - border)}" y="${String(box.y - border)}" width="${String(width + 2 * border)}" height="${String(height + 2 * border)}" rx="2" fill="#f6f0e2"/>`
    : ''
  return { svg: card + image(box), picture: true }
}
