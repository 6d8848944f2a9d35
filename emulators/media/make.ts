import type { Happening } from '../plan/openPlan'
import { answerTo } from '../words/answerTo'
import type { World } from '../world/openWorld'
import { download, type Source } from './download'
import { drawPicture, enlarge, sizeOfPicture } from './drawPicture'
import { sizeLike } from './fields'
import { filmClip } from './filmClip'
import { InputRefused } from './InputRefused'
import type { MadeFile, MadeThing, Making, Size } from './making'
import { playMusic, speak, spokenSeconds } from './playSound'

export type MakeSettings = {
  /** Who asks, for rules of words. */
  by: Happening
  until?: Date | null
  /** The services of one's own network may read private addresses. */
  trusted?: boolean
}
type Maker<Is extends Making['is']> = (
  world: World,
  making: Extract<Making, { is: Is }>,
  at: MakeSettings,
) => Promise<MadeThing>

/** Makes it and puts it on the CDN. Fails with InputRefused when something it names cannot be read. */
export const make = (world: World, making: Making, at: MakeSettings): Promise<MadeThing> => {
  switch (making.is) {
    case 'picture':
      return pictures(world, making, at)
    case 'clip':
      return clip(world, making, at)
    case 'speech':
    case 'music':
      return sound(world, making, at)
    case 'upscaled':
      return upscaled(world, making, at)
    case 'words':
      return said(world, making, at)
  }
}

const pictures: Maker<'picture'> = async (world, making, at) => {
  const bases = await Promise.all(making.bases.map((base) => pictureAt(world, base, at)))
  const size = making.size === 'asBase' ? sizeLike(bases[0]?.size ?? { width: 1, height: 1 }) : making.size
  const files: MadeFile[] = []
  for (let n = 0; n < making.count; n++) {
    const { format } = making
    const asked = { ...size, format, words: `${making.words}\n${n}`, base: bases[0]?.bytes }
    const bytes = await world.bytesOf({ is: 'picture', size, format }, () => drawPicture(asked))
    files.push({ ...(await put(world, { bytes, type: `image/${making.format}` }, at)), ...size })
  }
  return { files, text: '' }
}

const clip: Maker<'clip'> = async (world, making, at) => {
  const { fps, seconds, sound: withSound, words } = making
  const begins = making.start ? await pictureAt(world, making.start, at) : undefined
  const ends = making.end ? await pictureAt(world, making.end, at) : undefined
  const size =
    'width' in making.size ? making.size : shaped(begins?.size ?? { width: 16, height: 9 }, making.size.shortSide)
  const bytes = await world.bytesOf({ is: 'clip', size, fps, seconds, withSound }, async () => {
    const start = begins?.bytes ?? (await drawPicture({ ...size, format: 'png', words }))
    return filmClip(world, { ...size, start, end: ends?.bytes, fps, seconds, sound: withSound, words })
  })
  return { files: [{ ...(await put(world, { bytes, type: 'video/mp4' }, at)), ...size, seconds, fps }], text: '' }
}

const sound = async (
  world: World,
  making: Extract<Making, { is: 'speech' | 'music' }>,
  at: MakeSettings,
): Promise<MadeThing> => {
  const seconds = making.is === 'music' ? making.seconds : spokenSeconds(making.text, making.speed)
  const { is, format } = making
  const bytes = await world.bytesOf({ is, seconds, format }, () =>
    making.is === 'music' ? playMusic(world, making) : speak(world, { ...making, seconds }),
  )
  const type = making.format === 'wav' ? 'audio/wav' : 'audio/mpeg'
  return { files: [{ ...(await put(world, { bytes, type }, at)), seconds }], text: '' }
}

const upscaled: Maker<'upscaled'> = async (world, making, at) => {
  const base = await pictureAt(world, making.base, at)
  const size = {
    width: Math.round(base.size.width * making.factor),
    height: Math.round(base.size.height * making.factor),
  }
  if (size.width * size.height > 64_000_000)
    throw new InputRefused('image_too_large', making.base.field, making.base.url)
  const { format } = making
  const bytes = await world.bytesOf({ is: 'upscaled', size, format }, () => enlarge(base.bytes, { ...size, format }))
  return { files: [{ ...(await put(world, { bytes, type: `image/${making.format}` }, at)), ...size }], text: '' }
}

const said: Maker<'words'> = async (world, making, at) => {
  for (const source of making.looksAt) await pictureAt(world, source, at)
  return { files: [], text: answerTo(world.plan, { by: at.by, question: making.question, schema: making.schema }) }
}

const pictureAt = async (world: World, source: Source, at: MakeSettings) => {
  const bytes = await download(world, source, at.trusted)
  const size = await sizeOfPicture(bytes)
  if (!size) throw new InputRefused('image_load_error', source.field, source.url.slice(0, 200))
  return { bytes, size }
}

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
}

const put = async (world: World, file: { bytes: Buffer; type: string }, at: MakeSettings): Promise<MadeFile> => {
  const { url, type, name, bytes } = await world.cdn.put({
    ...file,
    ending: endings[file.type] ?? 'bin',
    until: at.until ?? null,
  })
  return { url, type, name, bytes }
}

const even = (length: number): number => Math.max(2, Math.round(length / 2) * 2)

const shaped = ({ width, height }: Size, shortSide: number): Size => {
  const factor = shortSide / Math.min(width, height)
  return { width: even(width * factor), height: even(height * factor) }
}
