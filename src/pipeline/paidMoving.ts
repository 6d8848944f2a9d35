import { fitRequest } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { ClipWish } from '@/domain/catalogue/wish'
import { pictureFormat, type PictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import type { StepContext } from './defineStep'
import { templateSent } from './templateSent'

export type PaidMovingWish = {
  model: CatalogueModel
  what: string
  take: number
  prompt: string
  /** Slug of the template it was filled from. */
  template?: string | undefined
  negativePrompt: string
  /** Any whole number. */
  seed: number
  /** The first frame; null: from words alone. */
  start: ClipWish['start']
  frames: number
}

/** What brings paid clips to the house format; counted up when it makes something else of them. */
const fitter = { id: 'clip-fit', version: '2' } as const

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 90

/**
 * One moving picture by a paid model: one call, parked until it is there, then brought to the format of the film and
 * exactly these frames. Fails like `fitRequest` and the paid door.
 */
export const paidMoving = async (context: StepContext, wanted: PaidMovingWish): Promise<Asset> => {
  const { model, what, take, prompt, template, negativePrompt, start, frames } = wanted
  const { project, stores } = context
  const { aspect, resolution, fps } = project.settings
  const format = pictureFormat(aspect, resolution, fps)
  const { width, height } = format
  const seed = wanted.seed % 2 ** 31
  const wish: ClipWish = { kind: 'clip', prompt, negativePrompt, seed, width, height, fps, seconds: frames / fps, start, end: null } // prettier-ignore
  const fitted = fitRequest(model, wish, { on: new Date().toISOString().slice(0, 10) })
  const sent = template ? { template: await templateSent(stores, { slug: template, project: project.id }) } : {}
  const made = await context.callPaid({
    department: 'animation',
    what,
    take,
    prompt,
    shown: { negativePrompt, seed, startPicture: start?.sha256 ?? null, adjustments: fitted.adjustments, ...sent },
    request: fitted.request,
    price: fitted.price,
    expects: { kind: 'clip', seconds: frames / fps },
    typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  })
  if (!made.asset) throw new TypeError('a clip that was expected is always kept')
  return inFormat(context, { clip: made.asset, format, wanted, crop: fitted.gives.keep !== null })
}

type Made = { clip: Asset; format: PictureFormat; wanted: PaidMovingWish; crop: boolean }

const inFormat = async (context: StepContext, { clip, format, wanted, crop }: Made): Promise<Asset> => {
  const { stores, providers, scratch } = context
  const { what, take, prompt, frames } = wanted
  const made = await context.call({
    department: 'animation', what: `${what}, in the format of the film`, model: fitter, take, prompt,
    request: { clip: clip.sha256, format, frames, crop },
    file: 'clip.mp4',
    make: async ({ file, signal }) => {
      await providers.film.conform({ clip: stores.assets.pathOf(clip.name), format, frames, crop }, file, { scratch, signal })
      return { facts: { width: format.width, height: format.height, frames } }
    },
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('conforming always writes a file')
  return made.asset
}
