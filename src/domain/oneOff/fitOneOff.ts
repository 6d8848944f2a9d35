import { fitRequest, type Fitted } from '../catalogue/fitRequest'
import type { CatalogueModel } from '../catalogue/model'
import type { FileIn, PictureWish } from '../catalogue/wish'
import { seedOf } from '../seed'
import type { Larger, OneOff } from './oneOff'

type Wanted = Pick<OneOff, 'kind' | 'prompt' | 'seconds' | 'take' | 'larger'>
type In = { reference: FileIn | null; format: { width: number; height: number; fps: number }; on: string }

/** Another take is asked with another seed. */
export const seedOfOneOff = ({ prompt, take }: Pick<OneOff, 'prompt' | 'take'>): number =>
  seedOf(take === 1 ? prompt : `${prompt}:${String(take)}`) % 2 ** 31

/** A picture that a one-off follows, as models are handed it. */
export const followed = (file: FileIn): PictureWish['references'][number] => ({
  role: 'style',
  name: 'reference',
  file,
})

/** Exactly what would be sent, and what it costs; nothing is sent. Fails as `fitRequest`. */
export const fitOneOff = (model: CatalogueModel, wanted: Wanted, { reference, format, on }: In): Fitted => {
  const { kind, prompt, seconds, larger } = wanted
  if (larger && reference) return fitRequest(model, { kind: 'upscale', ...enlarging(larger, reference) }, { on })
  const asked = { prompt, negativePrompt: '', seed: seedOfOneOff(wanted) }
  const { width, height } = format
  return kind !== 'clip'
    ? fitRequest(model, { kind: 'picture', ...asked, width, height, base: null, references: reference ? [followed(reference)] : [] }, { on })
    : fitRequest(model, { kind, ...asked, ...format, seconds: framesOfOneOff(seconds, format.fps) / format.fps, start: reference, end: null }, { on })
} // prettier-ignore

/** The size counts: it is what costs. */
const enlarging = ({ factor, width, height }: Larger, file: FileIn) => ({ file: { ...file, width, height }, factor })

/** Whole frames of a clip. */
export const framesOfOneOff = (seconds: number | null, fps: number): number => Math.round((seconds ?? 0) * fps)
