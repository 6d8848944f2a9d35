import sharp from 'sharp'
import { textPath } from '../previs/type'
import { wholeFile } from './wholeFile'

const paper = { r: 34, g: 34, b: 38 }
const ink = ['#f0ead9', '#d9d4c8', '#a8a39a']

/** A card with up to three lines of words; see `FilmTools.slate`. */
export const slateCard = async (
  { lines, width, height }: { lines: string[]; width: number; height: number },
  to: string,
): Promise<void> => {
  const size = Math.round(Math.min(width, height) / 13)
  const words = lines.slice(0, ink.length).map((text, i) => {
    const small = i === 0 ? size : Math.round(size * 0.55)
    const { d } = textPath({ text, size: small, letterSpacing: 0.03, maxWidth: width * 0.8 })
    const y = Math.round(height * 0.42 + i * size * 1.4)
    return `<path transform="translate(${Math.round(width * 0.1)} ${y})" fill="${ink[i] ?? ''}" d="${d}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${words.join('')}</svg>`
  await wholeFile(to, (jpeg) =>
    sharp({ create: { width, height, channels: 3, background: paper } })
      .composite([{ input: Buffer.from(svg), left: 0, top: 0 }])
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toFile(jpeg),
  )
}
