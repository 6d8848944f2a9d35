import sharp from 'sharp'
import { labOf, type Rgb } from './lab'

/** A picture small enough to be measured: packed red, green, blue in rows from the top left. */
export type Looked = { width: number; height: number; data: Uint8Array; whole: { width: number; height: number } }

/** Reads a picture of any format and makes its longer side `longest` pixels. `whole` is the size it had. */
export const lookAt = async (file: string, longest: number): Promise<Looked> => {
  const { data, info, whole } = await read(file, longest)
  return { width: info.width, height: info.height, data, whole }
}

const read = async (file: string, longest: number) => {
  const picture = sharp(file, { failOn: 'error' })
  const { width, height } = await picture.metadata()
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .resize(longest, longest, { fit: 'inside', kernel: 'mitchell' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, info, whole: { width, height } }
}

/** OKLab lightness of every pixel, 0–1. */
export const lightnessOf = ({ data }: Looked): Float32Array => {
  const out = new Float32Array(data.length / 3)
  for (let i = 0; i < out.length; i++) out[i] = labOf([data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0])[0]
  return out
}

/** The colour of pixel number `at`. */
export const rgbAt = ({ data }: Looked, at: number): Rgb => [
  data[3 * at] ?? 0,
  data[3 * at + 1] ?? 0,
  data[3 * at + 2] ?? 0,
]
