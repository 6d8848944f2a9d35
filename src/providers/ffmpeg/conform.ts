import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { isNearlyShape, type PictureFormat } from '@/domain/format'
import type { MediaProbe } from '../spec/filmTools'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { colourIn, colourOut } from './colour'
import { houseEncodeArgs, houseQuality } from './houseEncode'
import { readMp4Header, type Mp4Header } from './mp4Header'
import { probeMedia } from './probe'
import { runFfmpeg } from './runTool'
import { sameFile, wholeFile } from './wholeFile'

export type Conform = {
  clip: string
  format: PictureFormat
  frames: number
  crop?: boolean
  to: string
  scratch: string
  signal: AbortSignal
}

/** Tells what the header of a house clip looks like with these tools; asked once per format by encoding one frame. */
export const houseHeaders = (tools: MediaToolPaths) => {
  const known = new Map<string, Promise<Mp4Header>>()
  return (format: PictureFormat, scratch: string): Promise<Mp4Header> => {
    const key = `${format.width}x${format.height}@${format.fps}`
    const header = known.get(key) ?? encodeSample(tools, format, scratch)
    known.set(key, header)
    header.catch(() => known.delete(key))
    return header
  }
}
export type HouseHeaders = ReturnType<typeof houseHeaders>

/** Whether a clip is picture only, in the house format, of exactly `frames` frames. */
export const isHouseClip = (clip: Mp4Header | null, house: Mp4Header, frames: number): boolean =>
  clip !== null && clip.tracks === 1 && clip.frames === frames && clip.picture === house.picture &&
  clip.timescale === house.timescale && clip.frameTicks === house.frameTicks // prettier-ignore

/** Brings any clip to the house format: letterboxed or cropped (also where its shape is nearly the film's), square pixels, exact frames; see `FilmTools.conform`. */
export const conform = async (tools: MediaToolPaths, house: HouseHeaders, wish: Conform) => {
  const { clip, format, frames, to, signal } = wish
  const header = await readMp4Header(clip)
  if (isHouseClip(header, await house(format, wish.scratch), frames)) {
    await sameFile(clip, to)
    return { padded: 0, encoded: false }
  }
  const { video } = await probeMedia(tools, clip, signal)
  if (!video) throw noPicture(clip)
  await wholeFile(to, async (out) => {
    const filter = conformFilter(tools, video, wish)
    const encode = ['-frames:v', String(frames), ...houseEncodeArgs(format, houseQuality.conform)]
    const input = ['-i', clip, '-map', '0:v:0', '-an', '-sn', '-dn', '-vf', filter]
    await runFfmpeg(tools.ffmpeg, [...input, ...encode, out], { signal })
    await mustHaveFrames(out, frames)
  })
  return {
    padded: Math.max(0, frames - Math.round((video.frames / (video.fps || format.fps)) * format.fps)),
    encoded: true,
  }
}

/** Throws WRONG_FRAME_COUNT unless the file holds exactly `frames` frames. */
export const mustHaveFrames = async (file: string, frames: number): Promise<void> => {
  const header = await readMp4Header(file)
  if (header?.frames === frames) return
  throw new StudioError({
    code: 'WRONG_FRAME_COUNT',
    what: `${file} has ${header?.frames ?? 'no readable'} frames, not ${frames}.`,
    why: 'The clips it is made from are shorter than the cut says, or one of them is broken.',
    fix: 'Make the scene again; if it stays, report it with the clip.',
    retry: 'later',
  })
}

const conformFilter = (
  tools: MediaToolPaths,
  video: NonNullable<MediaProbe['video']>,
  { format, frames, crop = false }: Conform,
) => {
  const { width, height, fps } = format
  const isCut = crop || isNearlyShape(asShown(video), format)
  const square = video.pixelAspect === '1:1' ? [] : ["scale=w='trunc(iw*sar/2)*2':h=ih", 'setsar=1']
  const size = [
    `w=${width}:h=${height}:force_original_aspect_ratio=${isCut ? 'increase' : 'decrease'}`,
    colourIn(video),
    colourOut,
  ]
  const hold = tools.filters.has('tpad')
    ? 'tpad=stop_mode=clone:stop=-1'
    : `loop=loop=${frames}:size=1:start=${Math.max(0, Math.floor((video.frames / (video.fps || fps)) * fps) - 1)}`
  return [
    ...(video.interlaced && tools.filters.has('yadif') ? ['yadif'] : []),
    ...square,
    `scale=${size.filter(Boolean).join(':')}`,
    isCut ? `crop=${width}:${height}` : `pad=${width}:${height}:-1:-1`,
    ...['setsar=1', 'setpts=PTS-STARTPTS', `fps=${fps}`, hold, 'format=yuv420p'],
  ].join(',')
}

/** Its size with square pixels. */
const asShown = ({ width, height, pixelAspect }: NonNullable<MediaProbe['video']>) => {
  const [wide = 1, high = 1] = pixelAspect.split(':').map(Number)
  return { width: width * (wide / high || 1), height }
}

const encodeSample = async (tools: MediaToolPaths, format: PictureFormat, scratch: string): Promise<Mp4Header> => {
  const file = join(scratch, `house-${randomUUID()}.mp4`)
  const grey = `color=c=gray:s=${format.width}x${format.height}:r=${format.fps}`
  const args = ['-f', 'lavfi', '-i', grey, '-frames:v', '1', '-an', ...houseEncodeArgs(format), file]
  try {
    await wholeFile(file, (out) =>
      runFfmpeg(tools.ffmpeg, [...args.slice(0, -1), out], { signal: AbortSignal.timeout(60_000) }),
    )
    const header = await readMp4Header(file)
    if (!header) throw noPicture(file)
    return header
  } finally {
    await rm(file, { force: true })
  }
}

const noPicture = (clip: string) =>
  new StudioError({
    code: 'CLIP_WITHOUT_PICTURE',
    what: `${clip} has no picture.`,
    why: 'It holds sound only, or it is no clip.',
    fix: 'Give a clip with a picture track, or make the take again.',
    retry: 'afterFix',
  })
