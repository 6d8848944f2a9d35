import sharp from 'sharp'
import { hashBytes } from '../world/random'

export type PictureFormat = 'png' | 'jpeg' | 'webp'
export type PictureAsked = {
  width: number
  height: number
  format: PictureFormat
  words: string
  base?: Buffer | undefined
}

/** Two hues and a light from the words; the same words always give the same picture, byte for byte. */
const backdrop = ({ width, height, words }: PictureAsked): Buffer => {
  const hash = hashBytes(words)
  const at = (index: number) => (hash[index] ?? 0) / 255
  const hue = Math.round(at(0) * 360)
  const shapes = [0, 1, 2, 3, 4].map((n) => {
    const [x, y, size] = [
      at(n * 4 + 4) * width,
      height * (0.3 + at(n * 4 + 5) * 0.6),
      (0.05 + at(n * 4 + 6) * 0.15) * height,
    ]
    const fill = `hsl(${(hue + 60 + Math.round(at(n * 4 + 7) * 200)) % 360} 55% ${35 + n * 8}%)`
    return n % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/>`
      : `<rect x="${x}" y="${y}" width="${size * 1.6}" height="${size * 2.4}" fill="${fill}"/>`
  })
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue} 60% 72%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 45% 28%)"/>
    </linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${at(1) * width}" cy="${at(2) * height * 0.4}" r="${height * 0.08}" fill="#fff" opacity="0.8"/>
    ${shapes.join('\n')}
  </svg>`)
}

/** What an edit adds to its base: one thing whose place, form and colour come from the words. */
const addition = ({ width, height, words }: PictureAsked): Buffer => {
  const hash = hashBytes(words)
  const at = (index: number) => (hash[index] ?? 0) / 255
  const [x, y, size] = [width * (0.15 + at(0) * 0.7), height * (0.35 + at(1) * 0.4), height * (0.1 + at(2) * 0.08)]
  const fill = `hsl(${Math.round(at(3) * 360)} 80% 50%)`
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <circle cx="${x}" cy="${y - size}" r="${size * 0.55}" fill="${fill}" stroke="#222" stroke-width="${size * 0.06}"/>
    <rect x="${x - size * 0.6}" y="${y - size * 0.4}" width="${size * 1.2}" height="${size * 1.8}" rx="${size * 0.3}"
      fill="${fill}" stroke="#222" stroke-width="${size * 0.06}"/>
  </svg>`)
}

/** Draws a picture, or adds something to a base; fails when the base is no picture. */
export const drawPicture = async (asked: PictureAsked): Promise<Buffer> => {
  const { width, height, format, base } = asked
  const picture = base
    ? sharp(base)
        .rotate()
        .resize(width, height, { fit: 'cover' })
        .composite([{ input: addition(asked) }])
    : sharp(backdrop(asked)).resize(width, height)
  return encoded(picture, format)
}

/** A larger copy, as an upscaler gives it. */
export const enlarge = async (
  base: Buffer,
  size: { width: number; height: number; format: PictureFormat },
): Promise<Buffer> => encoded(sharp(base).rotate().resize(size.width, size.height, { kernel: 'lanczos3' }), size.format)

const encoded = (picture: sharp.Sharp, format: PictureFormat): Promise<Buffer> =>
  (format === 'png'
    ? picture.png({ compressionLevel: 3 })
    : format === 'jpeg'
      ? picture.jpeg({ quality: 88 })
      : picture.webp({ quality: 85 })
  ).toBuffer()

/** Width and height as they are seen; undefined when it is no picture. */
export const sizeOfPicture = async (bytes: Buffer): Promise<{ width: number; height: number } | undefined> => {
  const found = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!found) return undefined
  const turned = (found.orientation ?? 1) >= 5
  return turned ? { width: found.height, height: found.width } : { width: found.width, height: found.height }
}

/** 289 million pixels of one colour in less than a megabyte: what a reader without a limit chokes on. */
export const flatPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 17_000, height: 17_000, channels: 3, background: '#203040' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()
