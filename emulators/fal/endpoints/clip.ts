import { z } from 'zod'
import { filmSize, source, wordsOf } from '../../media/fields'
import type { MadeThing, Making } from '../../media/making'
import { filmOf } from '../falFile'

// What the tables of clips have in common.
export const given = { category: 'image-to-video', unit: 'second' }
export const gives = ({ files }: MadeThing) => ({ video: filmOf(files[0]) })
export const withSeed = (made: MadeThing, input: { seed?: number | null | undefined }) => ({
  ...gives(made),
  seed: input.seed ?? 0,
})

/** Whole seconds as text, `"3"` to `"15"`. */
export const seconds = (from: number, to: number) =>
  z.enum(Array.from({ length: to - from + 1 }, (_, n) => `${from + n}`))

type ClipInput = {
  prompt?: string | null | undefined
  image_url?: string | null | undefined
  end_image_url?: string | null | undefined
  generate_audio?: boolean | null | undefined
}
type ClipShape = { seconds: number; resolution: string; aspect?: string; fps?: number; sound?: boolean }

/** The clip most of these make: from a start picture, to an end picture where there is one. */
export const clip = (i: ClipInput, { seconds: long, resolution, aspect, fps = 24, sound }: ClipShape): Making => ({
  is: 'clip',
  start: source('image_url', i.image_url),
  end: source('end_image_url', i.end_image_url),
  size: filmSize(resolution, aspect),
  fps,
  seconds: long,
  sound: sound ?? i.generate_audio === true,
  words: wordsOf(i),
})
