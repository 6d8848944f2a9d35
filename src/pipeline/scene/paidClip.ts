import type { CatalogueModel } from '@/domain/catalogue/model'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { seedOf } from '@/domain/seed'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import type { StepContext } from '../defineStep'
import { paidMoving } from '../paidMoving'
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

/** One take of the moving picture of a scene by a paid model, from the still both judges passed. Fails like `paidMoving`. */
export const paidClip = (context: StepContext, wanted: ClipWanted): Promise<Asset> => {
  const { model, plan, picture, frames, take, missed } = wanted
  const { aspect, resolution, fps } = context.project.settings
  const { width, height } = pictureFormat(aspect, resolution, fps)
  const { videoPrompt, negativePrompt, videoTemplate } = plan
  const prompt = missed === '' ? videoPrompt : fillTemplate(plan.retakeNote, { prompt: videoPrompt, missed, take: String(take) }) // prettier-ignore
  const start = { sha256: picture.sha256, mime: picture.mime, width, height }
  const seed = seedOf(take === 1 ? videoPrompt : `${videoPrompt}:${String(take)}`)
  return paidMoving(context, { model, what: 'The moving picture', take, prompt, template: videoTemplate, negativePrompt, seed, start, frames }) // prettier-ignore
}
