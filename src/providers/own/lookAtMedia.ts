import { stat } from 'node:fs/promises'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import type { FilmTools, MediaProbe } from '../spec/filmTools'

type Looked = { durationS: number; notices: string[] }
type At = { film: FilmTools; scratch: string; signal: AbortSignal }

const probeMs = 20_000
const decodeMs = 120_000

/** Looks at a recording before anything is made of it. Throws an Error that says what is wrong with the file, for people. */
export const lookAtSound = async (file: string, kind: 'music' | 'voice', at: At): Promise<Looked> => {
  const { audio, durationS } = await probe(file, at)
  if (!audio || audio.channels < 1) throw new Error('it holds no sound')
  const most = kind === 'music' ? limits.ownMusicSecondsMax : limits.ownVoiceSecondsMax
  if (durationS > most)
    throw new Error(
      `it lasts ${durationS.toFixed(0)} s; ${kind === 'music' ? 'music' : 'a line'} may last ${String(most)} s`,
    )
  const signal = AbortSignal.any([at.signal, AbortSignal.timeout(decodeMs)])
  const heard = await at.film
    .ownSound({ file, kind, fitS: most }, `${at.scratch}/heard.wav`, { signal, scratch: at.scratch })
    .catch((error: unknown) => {
      throw broken(error)
    })
  const silence =
    kind === 'music'
      ? 'holds only silence: music is composed instead.'
      : 'holds only silence: the scratch voice speaks the line.'
  return { durationS: heard.durationS, notices: heard.silent ? [silence] : [] }
}

/** Looks at a clip; the film decodes it whole when it takes it. Throws an Error that says what is wrong with the file. */
export const lookAtClip = async (file: string, at: At): Promise<Looked> => {
  const { video, durationS } = await probe(file, at)
  if (!video) throw new Error('it holds no moving picture')
  if (video.frames <= 1 || durationS <= 0) throw new Error('it is a single picture, not a clip')
  if (video.width * video.height > limits.ownPicturePixelsMax) throw new Error('its pictures have too many pixels')
  if (durationS > limits.ownClipSecondsMax)
    throw new Error(`it lasts ${durationS.toFixed(0)} s; a clip may last ${String(limits.ownClipSecondsMax)} s`)
  const signal = AbortSignal.any([at.signal, AbortSignal.timeout(decodeMs)])
  await at.film.decode(file, { signal }).catch((error: unknown) => {
    throw broken(error)
  })
  return { durationS, notices: [] }
}

const probe = async (file: string, { film, signal }: At): Promise<MediaProbe> => {
  const { size } = await stat(file)
  if (size > limits.ownMediaBytesMax) throw new Error(`it is larger than ${String(limits.ownMediaBytesMax / 1e9)} GB`)
  if (size === 0) throw new Error('it is empty')
  return film
    .probe(file, { signal: AbortSignal.any([signal, AbortSignal.timeout(probeMs)]) })
    .catch((error: unknown) => {
      if (error instanceof StudioError && error.code === 'MEDIA_UNREADABLE')
        throw new Error('it is no sound or clip that can be read', { cause: error })
      throw broken(error)
    })
}

const broken = (error: unknown): Error => {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new Error('it takes too long to read', { cause: error })
  const why = error instanceof StudioError ? error.why : error instanceof Error ? error.message : String(error)
  return new Error(`it is broken (${(why.split('\n')[0] ?? '').slice(0, 160)})`, { cause: error })
}
