import sharp from 'sharp'
import type { Staging } from '@/domain/scene/staging'
import { limits } from '@/domain/limits'
import type { OwnFile } from '../../spec/ownFile'
import type { Compositor, Layer } from '../compositor/openCompositor'
import type { Raster } from '../pixels'
import { remembered } from '../rasterCache'

export type ShownLogo = { layer: Layer; x: number; y: number }
type Frame = Pick<Staging, 'width' | 'height' | 'shotSize'>

/** What a logo may take of the frame: inside the middle 90 %, large enough to be read. */
const most = { wide: 0.38, high: 0.3, wideUpright: 0.72, highUpright: 0.2 } as const
/** Its middle, from the top: under faces and over subtitles; above a thing that fills the picture. */
const middleY = { people: 0.68, insert: 0.17 } as const
const shownS = 2.6
const fadeInS = 0.5

/** A logo on a paper card that it stands out from, in the lower middle of the frame. */
export const showLogo = async (compositor: Compositor, { sha256, file }: OwnFile, frame: Frame): Promise<ShownLogo> => {
  const raster = await remembered(`logo ${sha256} ${String(frame.width)}x${String(frame.height)}`, () =>
    drawCard(file, frame),
  )
  const x = 2 * Math.round((frame.width - raster.width) / 4)
  const y =
    2 *
    Math.round((frame.height * (frame.shotSize === 'insert' ? middleY.insert : middleY.people) - raster.height / 2) / 2)
  return { layer: compositor.load(raster), x, y }
}

/** Fades in over the end of the scene and stays to its last frame; it adds none. */
export const layLogo = (
  compositor: Compositor,
  { layer, x, y }: ShownLogo,
  { n, frames, fps }: { n: number; frames: number; fps: number },
): void => {
  const from = frames - Math.min(shownS * fps, 0.7 * frames)
  const strength = Math.min(1, (n - from) / (fadeInS * fps))
  if (strength > 0) compositor.draw(layer, { x, y, strength })
}

const drawCard = async (file: string, { width, height }: Frame): Promise<Raster> => {
  const upright = width < height
  const room = {
    width: Math.round(width * (upright ? most.wideUpright : most.wide)),
    height: Math.round(height * (upright ? most.highUpright : most.high)),
  }
  const pad = Math.round(0.035 * Math.min(width, height))
  const { data, info } = await sharp(file, { limitInputPixels: limits.ownPicturePixelsMax })
    .resize(room.width - 2 * pad, room.height - 2 * pad, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const edge = 2 * Math.ceil(pad / 3)
  const size = {
    width: 2 * Math.ceil((info.width + 2 * pad + 2 * edge) / 2),
    height: 2 * Math.ceil((info.height + 2 * pad + 2 * edge) / 2),
  }
  const paper = lumaOf(data) > 150 ? '#1d2433' : '#f7f0e1'
  const card = (x: number, y: number, fill: string) =>
    `<rect x="${String(x)}" y="${String(y)}" width="${String(size.width - 2 * edge)}" height="${String(size.height - 2 * edge)}" rx="${String(pad * 0.6)}" ${fill}/>`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(size.width)}" height="${String(size.height)}"><defs><filter id="s" x="-.2" y="-.2" width="1.4" height="1.4"><feGaussianBlur stdDeviation="${String(edge / 3)}"/></filter></defs>` +
    `${card(edge, edge + edge / 3, 'fill="#000000" fill-opacity=".4" filter="url(#s)"')}${card(edge, edge, `fill="${paper}" fill-opacity=".96"`)}</svg>`
  const logo = { input: data, raw: { width: info.width, height: info.height, channels: 4 as const } }
  const left = Math.round((size.width - info.width) / 2)
  const top = Math.round((size.height - info.height) / 2)
  const made = await sharp(Buffer.from(svg))
    .composite([{ ...logo, left, top }])
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: made.info.width, height: made.info.height, data: made.data }
}

/** How light the opaque part is, 0–255: what is light goes on a dark card. */
const lumaOf = (data: Buffer): number => {
  let sum = 0
  let count = 0
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (data[i + 3] ?? 0) / 255
    sum += alpha * (0.3 * (data[i] ?? 0) + 0.59 * (data[i + 1] ?? 0) + 0.11 * (data[i + 2] ?? 0))
    count += alpha
  }
  return count > 0 ? sum / count : 0
}
