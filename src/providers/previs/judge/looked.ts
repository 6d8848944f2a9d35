import sharp from 'sharp'
import { linear, type Rgb } from './lab'

/** A picture small enough to be measured: packed red, green, blue in rows from the top left. */
export type Looked = { width: number; height: number; data: Uint8Array; whole: { width: number; height: number } }

/** Reads a whole picture of any format and makes its longer side `longest` pixels if it is longer. `whole` is the size
 *  it had. Fails when the file is cut, broken or not a picture. */
export const readPicture = async (file: string, longest: number): Promise<Looked> => {
  const picture = sharp(file, { failOn: 'warning' })
  const { width, height } = await picture.metadata()
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .resize(longest, longest, { fit: 'inside', kernel: 'mitchell', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data, whole: { width, height } }
}

/** The same picture, smaller. */
export const shrunk = async ({ width, height, data, whole }: Looked, longest: number): Promise<Looked> => {
  const { data: small, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(longest, longest, { fit: 'inside', kernel: 'mitchell', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: small, whole }
}

const steps = 2048
const cubeRoots = Float32Array.from({ length: steps + 1 }, (_, i) => Math.cbrt(i / steps))

const stepOf = (data: Uint8Array, at: number): number =>
  Math.round(
    (0.2126 * (linear[data[at] ?? 0] ?? 0) +
      0.7152 * (linear[data[at + 1] ?? 0] ?? 0) +
      0.0722 * (linear[data[at + 2] ?? 0] ?? 0)) *
      steps,
  )

/** Lightness of every pixel as the eye sees it, 0–1. */
export const lightnessOf = ({ data }: Looked): Float32Array => {
  const out = new Float32Array(data.length / 3)
  for (let i = 0; i < out.length; i++) out[i] = cubeRoots[stepOf(data, 3 * i)] ?? 1
  return out
}

/** The lightness below which this share (0–1) of the pixels lies. */
export const lightnessAt = ({ data }: Looked, shares: readonly number[]): number[] => {
  const counts = new Uint32Array(steps + 1)
  for (let at = 0; at + 2 < data.length; at += 3) {
    const step = stepOf(data, at)
    counts[step] = (counts[step] ?? 0) + 1
  }
  return shares.map((share) => {
    let left = Math.floor((share * data.length) / 3)
    let step = 0
    for (; step < steps && left >= (counts[step] ?? 0); step++) left -= counts[step] ?? 0
    return cubeRoots[step] ?? 1
  })
}

/** The picture through a soft lens (binomial 3x3): rain and paper fade, edges stay. */
export const softened = (picture: Looked): Looked => {
  const { width, height, data } = picture
  const line = width * 3
  const across = new Uint8Array(data) // a Buffer's slice would be the same bytes
  for (let start = 0; start < data.length; start += line)
    for (let i = start + 3; i < start + line - 3; i++)
      across[i] = ((data[i - 3] ?? 0) + 2 * (data[i] ?? 0) + (data[i + 3] ?? 0) + 2) >> 2
  const out = new Uint8Array(across)
  for (let i = line; i < line * (height - 1); i++)
    out[i] = ((across[i - line] ?? 0) + 2 * (across[i] ?? 0) + (across[i + line] ?? 0) + 2) >> 2
  return { ...picture, data: out }
}

/** The colour of pixel number `at`. */
export const rgbAt = ({ data }: Looked, at: number): Rgb => [
  data[3 * at] ?? 0,
  data[3 * at + 1] ?? 0,
  data[3 * at + 2] ?? 0,
]
