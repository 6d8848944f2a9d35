import { exactly, type Usage } from '../../money/priceRule'
import type { ClipWish } from '../wish'
import { bodyOf, type Entry, type Fit, type Fitting } from './fit'
import { fitEnds } from './fitFiles'
import { fitFrame } from './fitFrame'
import { fitSeconds } from './fitSeconds'
import { fitWords } from './fitWords'

/** A moving picture. It is never shorter than the wish. */
export const fitClip = (wish: ClipWish, fitting: Fitting): Fit => {
  const { fields } = fitting.model
  const length = fitSeconds(wish.seconds, fitting)
  const frame = fitFrame({ width: wish.width, height: wish.height, pictureIn: wish.start !== null }, fitting)
  if (fields.audio.kind === 'always')
    fitting.notes.adjustments.push('it makes a sound of its own, which is thrown away')
  return {
    body: bodyOf(fields.constant, [
      ...fitWords(wish, fitting),
      ...fitEnds(wish, fitting),
      length.entry,
      ...frame.entries,
      fitFps(wish.fps, fitting),
      [fields.audio.kind === 'flag' ? fields.audio.field : null, false],
      [fields.seed, wish.seed],
    ]),
    gives: { ...frame.gives, seconds: length.seconds, cutSeconds: length.cutSeconds },
    usage: {
      used: usedBy({ ...frame.gives, seconds: length.seconds }),
      resolution: frame.resolution,
      audio: fields.audio.kind === 'always',
      seconds: length.seconds,
    },
  }
}

const fitFps = (asked: number, { model, notes }: Fitting): Entry => {
  const { fps } = model.fields
  if (fps === null) return [null, undefined]
  const chosen = fps.allowed.find((rate) => rate >= asked) ?? fps.allowed.at(-1)
  if (chosen !== asked) notes.adjustments.push(`${asked} frames per second asked, ${String(chosen)} come`)
  return [fps.field, chosen]
}

type Size = { width: number | null; height: number | null; seconds: number | null }

const usedBy = ({ width, height, seconds }: Size): Usage['used'] => {
  const counted = { video: exactly(1), run: exactly(1) }
  if (seconds === null) return counted
  const ms = exactly(Math.round(seconds * 1000))
  const timed = { ...counted, second: ms, minute: ms }
  return width === null || height === null
    ? timed
    : { ...timed, '1k_video_tokens': exactly(Math.ceil(videoTokens(width, height) * seconds)) }
}

/** Tokens of one second of moving picture, as ByteDance counts them: 24 frames, 1,024 pixels to a token. */
const videoTokens = (width: number, height: number): number => Math.ceil((width * height * 24) / 1024)
