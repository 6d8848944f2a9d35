import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { StudioError } from '@/domain/errors/StudioError'
import type { FilmTools, MediaProbe } from '../spec/filmTools'
import { brokenMedium, notAsAsked } from './mediumErrors'

export type Asked = {
  kind: 'picture' | 'clip' | 'sound'
  /** Its shape; as large as this it need not be. */
  width?: number
  height?: number
  /** The least it must last. */
  seconds?: number
}

/** What the file truly is. */
export type Checked = {
  mime: string
  /** Ending of its name, without the dot. */
  ending: string
  bytes: number
  width?: number
  height?: number
  durationS?: number
  frames?: number
  fps?: number
}

const kinds: Record<Asked['kind'], ReadonlySet<string>> = {
  picture: new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif']),
  clip: new Set(['video/mp4', 'video/webm', 'video/quicktime', 'video/x-matroska', 'video/matroska']),
  sound: new Set(['audio/mpeg', 'audio/wav', 'audio/flac', 'audio/x-flac', 'audio/ogg', 'audio/opus', 'audio/aac', 'audio/mp4', 'audio/x-m4a', 'video/mp4']), // prettier-ignore
}

const bounds = { pixels: 64_000_000, clipPixels: 36_000_000, clipS: 600, soundS: 3600, probeMs: 20_000, decodeMs: 180_000 } as const // prettier-ignore
/** A provider may be a frame short, and a codec a little more. */
const shortBy = 0.15
const shapeOffBy = 0.06

/**
 * Looks at a file a provider made, from its first bytes to its last picture or sound, whatever its name and header say.
 * Throws MEDIA_NOT_AS_ASKED when it is something else (the take is to be made again), MEDIA_BROKEN when it does not
 * decode to its end (it is to be fetched again).
 */
export const checkMedia = async (
  file: string,
  asked: Asked,
  at: { film: Pick<FilmTools, 'probe' | 'decode'>; signal: AbortSignal },
): Promise<Checked> => {
  const found = await fileTypeFromFile(file)
  if (!found) throw notAsAsked(asked.kind, 'It is of no kind that is known here.')
  // what a kind is called may carry more: "audio/ogg; codecs=opus"
  const mime = found.mime.split(';')[0] ?? found.mime
  if (!kinds[asked.kind].has(mime)) throw notAsAsked(asked.kind, `It is ${mime}.`)
  const { size: bytes } = await stat(file)
  const seen = asked.kind === 'picture' ? await lookAtPicture(file) : await lookAtStreams(file, asked, at)
  const shape = { width: seen.width ?? 0, height: seen.height ?? 0 }
  if (asked.width && asked.height && shape.width > 0) sameShape(asked.width / asked.height, shape)
  return { mime, ending: found.ext, bytes, ...seen }
}

/** Decodes all of it, and keeps nothing. */
const lookAtPicture = async (file: string): Promise<{ width: number; height: number }> => {
  try {
    const read = sharp(file, { limitInputPixels: bounds.pixels, failOn: 'truncated', sequentialRead: true })
    const { width, height } = await read.metadata()
    await read.clone().timeout({ seconds: 30 }).extractChannel(0).resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer() // prettier-ignore
    return { width, height }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw /pixel limit/i.test(words)
      ? notAsAsked('picture', `It has more than ${String(bounds.pixels / 1e6)} million pixels.`)
      : brokenMedium(words, error)
  }
}

type At = { film: Pick<FilmTools, 'probe' | 'decode'>; signal: AbortSignal }

const lookAtStreams = async (file: string, asked: Asked, { film, signal }: At) => {
  const told = await inTime(signal, bounds.probeMs, (limited) => film.probe(file, { signal: limited }))
  const durationS = asked.kind === 'clip' ? told.durationS : (told.audio?.durationS ?? told.durationS)
  const most = asked.kind === 'clip' ? bounds.clipS : bounds.soundS
  const wrong = asked.kind === 'clip' ? whyNoClip(told) : whyNoSound(told)
  if (wrong !== null) throw notAsAsked(asked.kind, wrong)
  if (durationS > most) throw notAsAsked(asked.kind, `It lasts ${durationS.toFixed(0)} s.`)
  await inTime(signal, bounds.decodeMs, (limited) => film.decode(file, { signal: limited }))
  if (asked.seconds !== undefined && durationS < asked.seconds - shortBy)
    throw notAsAsked(asked.kind, `It lasts ${durationS.toFixed(2)} s instead of ${asked.seconds.toFixed(2)} s.`)
  const { video } = told
  return asked.kind === 'clip' && video
    ? { durationS, width: video.width, height: video.height, frames: video.frames, fps: video.fps }
    : { durationS }
}

const whyNoClip = ({ video, durationS }: MediaProbe): string | null => {
  if (!video) return 'It holds no moving picture.'
  if (video.frames <= 1 || durationS <= 0) return 'It is a single picture.'
  return video.width * video.height > bounds.clipPixels ? 'Its pictures have too many pixels.' : null
}

const whyNoSound = ({ audio, video }: MediaProbe): string | null => {
  if (!audio || audio.channels < 1) return 'It holds no sound.'
  return video && video.frames > 1 ? 'It is a moving picture.' : null // a cover is a single one
}

const sameShape = (aspect: number, { width, height }: { width: number; height: number }) => {
  if (Math.abs(width / height / aspect - 1) > shapeOffBy)
    throw notAsAsked('picture', `It is ${String(width)}x${String(height)}, which is another shape.`)
}

/** Runs a child program with a limit; what it says of the file becomes MEDIA_BROKEN, what it says of itself stays. */
const inTime = async <T>(signal: AbortSignal, ms: number, run: (limited: AbortSignal) => Promise<T>): Promise<T> => {
  const late = AbortSignal.timeout(ms)
  try {
    return await run(AbortSignal.any([signal, late]))
  } catch (error) {
    signal.throwIfAborted()
    if (late.aborted) throw brokenMedium(`It takes longer than ${String(ms / 1000)} s to read.`, error)
    if (error instanceof StudioError && !['MEDIA_BROKEN', 'MEDIA_UNREADABLE'].includes(error.code)) throw error
    throw brokenMedium(error instanceof StudioError ? error.why : String(error), error)
  }
}
