import sharp from 'sharp'
import { StudioError } from '@/domain/errors/StudioError'
import { textPath } from '../previs/type'
import { wholeFile } from './wholeFile'

const most = 60
const tile = { width: 320, gap: 14, caption: 30 }
const paper = { r: 22, g: 22, b: 26 }

/** A JPEG sheet of pictures with captions beneath; see `FilmTools.contactSheet`. All tiles have the first one's shape. */
export const contactSheet = async (
  { pictures, columns }: { pictures: { file: string; caption: string }[]; columns: number },
  to: string,
): Promise<void> => {
  const shown = spread(pictures)
  const { width, height } = shown[0] ? await sharp(shown[0].file).metadata() : {}
  if (!width || !height) throw noPictures()
  const across = Math.max(1, Math.min(Math.floor(columns), shown.length))
  const tall = Math.round((tile.width * height) / width)
  const [stepX, stepY] = [tile.width + tile.gap, tall + tile.caption + tile.gap]
  const sheet = { width: across * stepX + tile.gap, height: Math.ceil(shown.length / across) * stepY + tile.gap }
  const tiles = await Promise.all(
    shown.map(async ({ file, caption }, i) => {
      const at = { left: tile.gap + (i % across) * stepX, top: tile.gap + Math.floor(i / across) * stepY }
      const input = await sharp(file).resize(tile.width, tall, { fit: 'cover' }).toBuffer()
      return { picture: { input, ...at }, words: words(caption, at.left, at.top + tall) }
    }),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">${tiles.map((one) => one.words).join('')}</svg>`
  await wholeFile(to, (jpeg) =>
    sharp({ create: { ...sheet, channels: 3, background: paper } })
      .composite([...tiles.map((one) => one.picture), { input: Buffer.from(svg), left: 0, top: 0 }])
      .jpeg({ quality: 86 })
      .toFile(jpeg),
  )
}

const words = (caption: string, left: number, top: number) => {
  const { d } = textPath({ text: caption, size: 15, letterSpacing: 0.04, maxWidth: tile.width })
  return `<path transform="translate(${left} ${top + 20})" fill="#d9d4c8" d="${d}"/>`
}

const spread = <T>(all: T[]): T[] =>
  all.filter(
    (_, i) => all.length <= most || Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length),
  )

const noPictures = () =>
  new StudioError({
    code: 'SHEET_WITHOUT_PICTURES',
    what: 'The contact sheet was not made.',
    why: 'There is no picture to put on it.',
    fix: 'Make at least one scene, then assemble again.',
    retry: 'afterFix',
  })
