import sharp from 'sharp'

const side = 48
const coloursMost = 6
/** Colours nearer than this (sum of the steps of red, green and blue) are one. */
const apart = 72

/** The main colours of a picture, the largest share first, as #rrggbb; transparent parts do not count. The same bytes give the same colours. */
export const coloursOf = async (picture: Buffer | string): Promise<string[]> => {
  const { data } = await sharp(picture)
    .resize(side, side, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const boxes = new Map<number, { count: number; sum: [number, number, number] }>()
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] ?? 0) < 128) continue
    const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5)
    const box = boxes.get(key) ?? { count: 0, sum: [0, 0, 0] }
    box.count++
    box.sum = [box.sum[0] + r, box.sum[1] + g, box.sum[2] + b]
    boxes.set(key, box)
  }
  const means = [...boxes.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ count, sum }) => sum.map((value) => Math.round(value / count)))
  const kept: number[][] = []
  for (const mean of means)
    if (kept.length < coloursMost && kept.every((one) => distance(one, mean) > apart)) kept.push(mean)
  return kept.map((colour) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`)
}

const distance = (a: number[], b: number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0)
