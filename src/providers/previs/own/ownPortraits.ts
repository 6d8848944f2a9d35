import sharp from 'sharp'
import type { OwnPicture } from '@/domain/scene/staging'
import { limits } from '@/domain/limits'
import type { OwnFile } from '../../spec/ownFile'
import type { Figure } from '../figures/figureSvg'
import { mix, rgbOf } from '../colour'
import { paintPerson, type Light } from '../light'
import { ownFileOf } from './ownFileOf'

/** A cut-out this much higher than wide shows a person from head to feet. */
const wholeFrom = 1.8
/** An oval of so many px holds enough of a face for a close-up. */
const oval = { width: 400, height: 480 } as const
const wholeHigh = 900
const keptMost = 30

/** `whole`: a cut-out from head to feet, instead of the drawing; else a face, as a mask on the drawn body. */
type Portrait = { whole: boolean; aspect: number; href: string }
const kept = new Map<string, Promise<Portrait>>()
const ready = new Map<string, Portrait>()

/** Makes the portraits of a staging ready for `withPortrait`. The same bytes are read once. */
export const enrolPortraits = async (
  pictures: readonly (OwnPicture | undefined)[],
  own: readonly OwnFile[] | undefined,
): Promise<void> => {
  for (const picture of pictures) {
    if (!picture) continue
    const made = kept.get(picture.sha256) ?? read(ownFileOf(own, picture).file)
    kept.delete(picture.sha256)
    kept.set(picture.sha256, made)
    ready.set(picture.sha256, await made)
  }
  for (const [oldest] of kept)
    if (kept.size > keptMost) {
      kept.delete(oldest)
      ready.delete(oldest)
    }
}

const read = async (file: string): Promise<Portrait> => {
  const input = () => sharp(file, { limitInputPixels: limits.ownPicturePixelsMax }).toColourspace('srgb')
  const { width, height } = await input().metadata()
  const cutOut = !(await input().stats()).isOpaque
  const aspect = width / height
  if (cutOut) {
    const whole = 1 / aspect >= wholeFrom
    const png = await input()
      .resize({ height: whole ? wholeHigh : oval.height, withoutEnlargement: true })
      .png()
      .toBuffer()
    return { whole, aspect, href: `data:image/png;base64,${png.toString('base64')}` }
  }
  const face = await input()
    .resize(oval.width, oval.height, { fit: 'cover', position: sharp.strategy.attention })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { whole: false, aspect: 0, href: `data:image/jpeg;base64,${face.toString('base64')}` }
}

type Shown = { picture: OwnPicture | undefined; facesAway: boolean; light: Light; child: boolean }

/** A drawn figure with the picture of the person who is played: their face as a paper mask, or the cut-out as the whole
 *  puppet. Mouth and lids of the drawing are under it; who turns away is drawn. */
export const withPortrait = (figure: Figure, { picture, facesAway, light, child }: Shown): Figure => {
  const portrait = picture && ready.get(picture.sha256)
  if (!picture || !portrait || (facesAway && !portrait.whole)) return figure
  const id = `o${picture.sha256.slice(0, 10)}`
  const tone = `<filter id="${id}-t" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="${matrixOf(light)}"/></filter>`
  const still = { ...figure, mouth: null, eyes: null }
  if (portrait.whole) {
    const height = child ? 640 : 1000
    const width = height * portrait.aspect
    const svg = `<defs>${tone}</defs>${image(portrait, { x: -width / 2, y: 1000 - height, width, height }, `filter="url(#${id}-t)"`)}`
    return { ...still, svg, box: { x: -width / 2 - 8, y: 992 - height, width: width + 16, height: height + 16 } }
  }
  const { x, y, r } = figure.head
  const svg = portrait.aspect > 0 ? bust(portrait, figure, `filter="url(#${id}-t)"`) : mask(portrait, figure, id)
  const box = union(figure.box, { x: x - 1.7 * r, y: y - 1.9 * r, width: 3.4 * r, height: 3.8 * r })
  return { ...still, svg: `<defs>${tone}</defs>${figure.svg}${svg}`, box }
}

type Box = Figure['box']
const image = ({ href }: Portrait, { x, y, width, height }: Box, more: string): string =>
  `<image x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" preserveAspectRatio="none" href="${href}" ${more}/>`

/** A cut-out head, with or without shoulders, on the drawn neck. */
const bust = (portrait: Portrait, { head }: Figure, more: string): string => {
  const height = 3.3 * head.r
  const width = Math.min(3.4 * head.r, height * portrait.aspect)
  const fitted = width / portrait.aspect
  return image(portrait, { x: head.x - width / 2, y: head.y + 1.7 * head.r - fitted, width, height: fitted }, more)
}

/** A face on an oval card with a paper rim. */
const mask = (portrait: Portrait, { head: { x, y, r } }: Figure, id: string): string => {
  const [rx, ry] = [1.28 * r, 1.54 * r]
  const at = `cx="${x.toFixed(1)}" cy="${(y - 0.04 * r).toFixed(1)}"`
  const box = { x: x - rx, y: y - 0.04 * r - ry, width: 2 * rx, height: 2 * ry }
  return (
    `<defs><clipPath id="${id}-c"><ellipse ${at} rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}"/></clipPath></defs>` +
    `<g filter="url(#${id}-t)"><ellipse ${at} rx="${(rx + 0.09 * r).toFixed(1)}" ry="${(ry + 0.09 * r).toFixed(1)}" fill="#f6f0e2"/>${image(portrait, box, `clip-path="url(#${id}-c)"`)}</g>`
  )
}

const union = (a: Box, b: Box): Box => {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** In the light of the scene, nearer to white than paint would be, so that the face is still known. */
const matrixOf = (light: Light): string => {
  const [r = 1, g = 1, b = 1] = rgbOf(mix('#ffffff', paintPerson('#ffffff', light), 0.7)).map((value) => value / 255)
  return `${r.toFixed(3)} 0 0 0 0 0 ${g.toFixed(3)} 0 0 0 0 0 ${b.toFixed(3)} 0 0 0 0 0 1 0`
}
