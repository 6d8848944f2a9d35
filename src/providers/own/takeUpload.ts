import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { looksLikeSvg, svgFault } from '@/domain/own/svgFault'
import { portraitColours } from './coloursOf'
import { takePicture } from './takePicture'

/** A picture that was sent, as the film uses it, and a small one of it; both lie in `folder`. */
export type TakenUpload = {
  file: string
  thumbnail: string
  width: number
  height: number
  colours: string[]
  notices: string[]
}

const thumbnailSide = 320

/** Takes in a picture that was sent. Throws an Error whose message says what is wrong with it, for people. */
export const takeUpload = async (
  bytes: Uint8Array,
  { folder, isPortrait }: { folder: string; isPortrait: boolean },
): Promise<TakenUpload> => {
  const text = Buffer.from(bytes.subarray(0, 4_000_000)).toString('utf8')
  const fault = looksLikeSvg(text.slice(0, 4000)) ? svgFault(text) : null
  if (fault !== null) throw new Error(fault.replace(/^It/, 'it').replace(/\.$/, ''))
  await mkdir(folder, { recursive: true })
  const sent = join(folder, 'sent')
  await writeFile(sent, bytes)
  const { file, width, height, colours, notices } = await takePicture(sent, join(folder, 'picture'))
  const thumbnail = join(folder, 'thumbnail.webp')
  const small = sharp(file).resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
  await small.webp({ quality: 80 }).toFile(thumbnail)
  return { file, thumbnail, width, height, colours: isPortrait ? await portraitColours(file) : colours, notices }
}
