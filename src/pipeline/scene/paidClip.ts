import { join } from 'node:path'
import { fitRequest } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { ClipWish } from '@/domain/catalogue/wish'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { seedOf } from '@/domain/seed'
import type { StepContext } from '../defineStep'
import type { ShotPlan } from './planShot'

type Wanted = { model: CatalogueModel; plan: ShotPlan; picture: Asset; frames: number }

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 90

/**
 * The moving picture by a paid model, from the still both judges passed: one call, parked until it is there, then brought
 * to the format and length of the film. Fails like `fitRequest` and the paid door.
 */
export const paidClip = async (context: StepContext, { model, plan, picture, frames }: Wanted): Promise<Asset> => {
  const { project, stores, providers, scratch } = context
  const { aspect, resolution, fps } = project.settings
  const format = pictureFormat(aspect, resolution, fps)
  const { width, height } = format
  const { videoPrompt: prompt, negativePrompt, videoTemplate } = plan
  const start = { sha256: picture.sha256, mime: picture.mime, width, height }
  const seed = seedOf(prompt) % 2 ** 31
  const wish: ClipWish = { kind: 'clip', prompt, negativePrompt, seed, width, height, fps, seconds: frames / fps, start, end: null } // prettier-ignore
  const fitted = fitRequest(model, wish, { on: new Date().toISOString().slice(0, 10) })
  const made = await context.callPaid({
    department: 'camera',
    what: 'The moving picture',
    take: 1,
    prompt,
    shown: { negativePrompt, seed, startPicture: picture.sha256, adjustments: fitted.adjustments, ...(videoTemplate ? { template: videoTemplate } : {}) }, // prettier-ignore
    request: fitted.request,
    price: fitted.price,
    expects: { kind: 'clip', seconds: frames / fps },
    typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  })
  if (!made.asset) throw new TypeError('a clip that was expected is always kept')
  const clip = join(scratch, 'paid.mp4')
  await providers.film.conform({ clip: stores.assets.pathOf(made.asset.name), format, frames }, clip, context)
  return stores.assets.keep(clip, project.id, { width, height, frames })
}
