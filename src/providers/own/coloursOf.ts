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
  return kept.map(hexOf)
}

const distance = (a: number[], b: number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0)

/** Where a portrait shows skin and clothes, as parts of the picture. */
const skinAt = { left: 0.4, top: 0.3, width: 0.2, height: 0.2 }
const clothesAt = { left: 0.3, top: 0.88, width: 0.4, height: 0.12 }

/** The skin and the clothes of a portrait, `[skin, clothes]`; '' where what is seen there is no colour of skin. */
export const portraitColours = async (picture: string): Promise<[string, string]> => {
  const { data, info } = await sharp(picture)
    .resize(50, 50, { fit: 'fill' })
    .toColourspace('srgb')
    .flatten({ background: '#808080' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const mean = ({ left, top, width, height }: typeof skinAt): [number, number, number] => {
    const sum: [number, number, number] = [0, 0, 0]
    let count = 0
    for (let y = Math.round(top * 50); y < Math.round((top + height) * 50); y++)
      for (let x = Math.round(left * 50); x < Math.round((left + width) * 50); x++) {
        for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (data[(y * 50 + x) * info.channels + c] ?? 0)
        count++
      }
    return sum.map((value) => Math.round(value / count)) as [number, number, number]
  }
  const [r, g, b] = mean(skinAt)
  return [r > g && g > b && r - b > 18 && r > 45 ? hexOf([r, g, b]) : '', hexOf(mean(clothesAt))]
}

const hexOf = (colour: readonly number[]): string =>
  `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
