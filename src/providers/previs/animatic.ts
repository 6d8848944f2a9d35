import sharp from 'sharp'
import { StudioError } from '@/domain/errors/StudioError'
import type { PictureFormat } from '@/domain/format'
import { aspects, frameRates, type Aspect } from '@/domain/scene/vocabulary'
import type { ClipRequest, VideoModel } from '../spec/clips'
import { drawBoard } from './board'
import { encodeFrames, type Frames, type RunFfmpeg } from './encodeFrames'
import type { Raster } from './pixels'
import { openShot } from './shot'

/**
 * The built-in animatic: draws places and people once, then moves them as paper on a stage, about .4 CPU seconds per
 * second of film at 1280x720. Writes headHandle + frames + tailHandle frames as a house clip without sound, whole or not
 * at all; the same request gives the same bytes.  Fails: MEDIA_TOOL_KILLED and DISK_FULL (retry later),
 * MEDIA_TOOL_FAILED, FRAME_RATE_UNKNOWN, or the signal's reason when aborted.
 */
export const previsClips = ({ ffmpeg, run }: { ffmpeg: string; run?: RunFfmpeg }): VideoModel => ({
  id: 'previs-animatic',
  version: '3',
  start: async (request, { file, signal }) => {
    signal.throwIfAborted()
    const { frames, close } = await framesOf(request)
    await encodeFrames(frames, file, { ffmpeg, signal, ...(run ? { run } : {}) }).finally(close)
    return { state: 'ready' }
  },
})

const framesOf = async (request: ClipRequest): Promise<{ frames: Frames; close: () => void }> => {
  const { staging, fps, frames, headHandle, tailHandle, mouths, slate, titles = [], own = [] } = request
  const format = formatOf(request)
  const opening = request.startPicture && (await openingOf(request.startPicture.file, request))
  const shot = await openShot(staging, { fps, frames, mouths, slate, titles, opening, own })
  const frame = (index: number) => {
    shot.draw(index - headHandle)
    return shot.compositor.frame()
  }
  return {
    frames: { format, count: headHandle + frames + tailHandle, frame },
    close: () => {
      shot.compositor.close()
    },
  }
}

const formatOf = ({ staging: { width, height }, fps: asked }: ClipRequest): PictureFormat => {
  const fps = frameRates.find((rate) => rate === asked)
  if (!fps)
    throw new StudioError({
      code: 'FRAME_RATE_UNKNOWN',
      what: `A clip with ${String(asked)} frames a second was asked for.`,
      why: `The studio makes films of ${frameRates.join(', ')} frames a second.`,
      fix: 'Choose one of these as frame rate of the project.',
    })
  const off = (aspect: Aspect) => {
    const [wide = 1, high = 1] = aspect.split(':').map(Number)
    return Math.abs(width / height - wide / high)
  }
  return { aspect: aspects.reduce((best, one) => (off(one) < off(best) ? one : best)), width, height, fps }
}

/** The start picture in the frame's size, or null when it is what the clip begins with anyway (its own board). */
const openingOf = async (file: string, { staging, own: pictures = [] }: ClipRequest): Promise<Raster | null> => {
  const { width, height } = staging
  const { data } = await sharp(file)
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#000000' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const own = await drawBoard(staging, { own: pictures })
  let apart = 0
  for (let i = 1, j = 1; i < data.length; i += 4, j += 3) apart += Math.abs((data[i] ?? 0) - (own.data[j] ?? 0))
  return apart / (width * height) < 2 ? null : { width, height, data }
}
