import { fitRequest } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { ClipWish } from '@/domain/catalogue/wish'
import { pictureFormat, type PictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { seedOf } from '@/domain/seed'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import type { StepContext } from '../defineStep'
import { templateSent } from '../templateSent'
import type { ShotPlan } from './planShot'

/** `missed`: what was wrong with the take before. */
export type ClipWanted = {
  model: CatalogueModel
  plan: ShotPlan
  picture: Asset
  frames: number
  take: number
  missed: string
}

/** What brings paid clips to the house format; counted up when it makes something else of them. */
const fitter = { id: 'clip-fit', version: '2' } as const

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 90

/**
 * One take of the moving picture by a paid model, from the still both judges passed: one call, parked until it is there,
 * then brought to the format and length of the film. Fails like `fitRequest` and the paid door.
 */
export const paidClip = async (context: StepContext, wanted: ClipWanted): Promise<Asset> => {
  const { model, plan, picture, frames, take, missed } = wanted
  const { project, stores } = context
  const { aspect, resolution, fps } = project.settings
  const format = pictureFormat(aspect, resolution, fps)
  const { width, height } = format
  const { videoPrompt, negativePrompt, videoTemplate } = plan
  const prompt = missed === '' ? videoPrompt : fillTemplate(plan.retakeNote, { prompt: videoPrompt, missed, take: String(take) }) // prettier-ignore
  const start = { sha256: picture.sha256, mime: picture.mime, width, height }
  const seed = seedOf(take === 1 ? videoPrompt : `${videoPrompt}:${String(take)}`) % 2 ** 31
  const wish: ClipWish = { kind: 'clip', prompt, negativePrompt, seed, width, height, fps, seconds: frames / fps, start, end: null } // prettier-ignore
  const fitted = fitRequest(model, wish, { on: new Date().toISOString().slice(0, 10) })
  const sent = videoTemplate ? { template: await templateSent(stores, { slug: videoTemplate, project: project.id }) } : {} // prettier-ignore
  const made = await context.callPaid({
    department: 'animation',
    what: 'The moving picture',
    take,
    prompt,
    shown: { negativePrompt, seed, startPicture: picture.sha256, adjustments: fitted.adjustments, ...sent },
    request: fitted.request,
    price: fitted.price,
    expects: { kind: 'clip', seconds: frames / fps },
    typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  })
  if (!made.asset) throw new TypeError('a clip that was expected is always kept')
  return inFormat(context, { clip: made.asset, format, frames, crop: fitted.gives.keep !== null, prompt, take })
}

type Made = { clip: Asset; format: PictureFormat; frames: number; crop: boolean; prompt: string; take: number }

const inFormat = async (context: StepContext, { clip, format, frames, crop, prompt, take }: Made): Promise<Asset> => {
  const { stores, providers, scratch } = context
  const made = await context.call({
    department: 'animation', what: 'The moving picture, in the format of the film', model: fitter, take, prompt,
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
