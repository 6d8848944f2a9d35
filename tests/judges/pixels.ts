import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

export type Pixels = { width: number; height: number; data: Buffer }

export const readPixels = async (file: string): Promise<Pixels> => {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Every channel of a picture changed by a rule. */
export const changed = ({ width, height, data }: Pixels, rule: (channel: number) => number): Pixels => ({
  width,
  height,
  data: Buffer.from(data.map((channel) => Math.max(0, Math.min(255, Math.round(rule(channel)))))),
})

type Moved = { scale: number; x: number; y: number; about: { x: number; y: number } }

/** What was painted on `under` to make `over`, taken up, made `scale` times as large about a point and laid down (x, y) px away. */
export const laidElsewhere = async (under: Pixels, over: Pixels, { scale, x, y, about }: Moved): Promise<Pixels> => {
  const { width, height } = over
  const cut = Buffer.alloc(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const off = [0, 1, 2].some((i) => Math.abs((over.data[3 * at + i] ?? 0) - (under.data[3 * at + i] ?? 0)) > 6)
    if (!off) continue
    over.data.copy(cut, 4 * at, 3 * at, 3 * at + 3)
    cut[4 * at + 3] = 255
  }
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const large = await sharp(cut, { raw: { width, height, channels: 4 } }).resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer() // prettier-ignore
  const data = Buffer.from(under.data)
  const from = { x: Math.round(about.x * (1 - scale) + x), y: Math.round(about.y * (1 - scale) + y) }
  for (let row = 0; row < size.height; row++)
    for (let column = 0; column < size.width; column++) {
      const [toX, toY] = [column + from.x, row + from.y]
      const at = 4 * (row * size.width + column)
      if ((large[at + 3] ?? 0) < 128 || toX < 0 || toY < 0 || toX >= width || toY >= height) continue
      large.copy(data, 3 * (toY * width + toX), at, at + 3)
    }
  return { width, height, data }
}

/** A file that ends in the middle. */
export const cutFile = async (from: string, to: string, share: number): Promise<void> => {
  const whole = await readFile(from)
  await writeFile(to, whole.subarray(0, Math.floor(whole.length * share)))
}
