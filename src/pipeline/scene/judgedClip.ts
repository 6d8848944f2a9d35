import { join } from 'node:path'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { Asset } from '@/domain/generation/generationKey'
import type { Template } from '@/domain/prompt/fillTemplate'
import { clipLookWhat } from '@/domain/money/quoteLines'
import { checkTake } from '@/domain/scene/compositePlan'
import { nothingAboutClips, type Decided } from '@/domain/scene/decided'
import type { VisionAnswer } from '@/providers/spec/vision'
import type { StepContext } from '../defineStep'
import { asLooked } from './lookAt'
import { missedWords, passes } from './judge'
import { paidClip, type ClipWanted } from './paidClip'
import { askPaidVision, type LookQuestion } from './paidLook'
import type { ShotPlan } from './planShot'
import { questionsOf } from './questions'
import { sceneWaits } from './sceneWaits'

/** `vision` null: a person looks at every clip. */
export type Judging = { vision: CatalogueModel | null; template: Template; decided: Decided | undefined }
type Wanted = Omit<ClipWanted, 'take' | 'missed'>

/**
 * A clip by a paid model, looked at in three pictures. A clear no makes the next take with what was missed; what cannot
 * be seen waits for a person and is not paid for again. Fails: TAKES_USED_UP, SCENE_WAITS.
 */
export const judgedClip = async (context: StepContext, wanted: Wanted, judging: Judging): Promise<Asset> => {
  const { accepted, refused, note } = judging.decided?.clips ?? nothingAboutClips
  let missed = ''
  for (let take = 1; ; take++) {
    checkTake('The moving picture', take, context.project.settings.takesMax)
    const asset = await paidClip(context, { ...wanted, take, missed })
    if (accepted.includes(asset.sha256)) return asset
    const answers = await looked(context, { plan: wanted.plan, clip: asset, frames: wanted.frames, judging })
    const isRefused = refused.includes(asset.sha256)
    if (!isRefused && answers.every(({ answer }) => answer !== 'no')) {
      if (judging.vision && passes(answers)) return asset
      throw waits(context, { asset, take, answers })
    }
    const wrong = answers.filter(({ answer }) => answer === 'no')
    missed = [isRefused ? note : '', missedWords(wrong)].filter((one) => one !== '').join('; ')
  }
}

type Made = { asset: Asset; take: number; answers: readonly VisionAnswer[] }

const waits = (context: StepContext, { asset, take, answers }: Made) => {
  const unsure = missedWords(answers)
  const why = unsure === '' ? 'No model that looks at pictures is chosen for this project.' : `What its judge could not see: ${unsure}` // prettier-ignore
  return sceneWaits(context, { path: ['generating_video', 'needs_review'], why }, { kind: 'clip', asset, take })
}

type Looking = { plan: ShotPlan; clip: Asset; frames: number; judging: Judging }

/** Its first, middle and last picture, each in one call, all under way at once. */
const looked = async (context: StepContext, { plan, clip, frames, judging }: Looking): Promise<VisionAnswer[]> => {
  const { vision: model, template } = judging
  if (!model) return []
  const questions = clipQuestions(plan)
  const at = [...new Set([0, Math.floor(frames / 2), frames - 1])]
  const pictures = []
  for (const frame of at) pictures.push(await frameOf(context, clip, frame))
  const answers = await Promise.all(
    pictures.map((picture, n) =>
      askPaidVision(context, { model, template, picture, questions, what: clipLookWhat((at[n] ?? 0) + 1) }),
    ),
  ) // prettier-ignore
  return answers.flat()
}

/** What must hold in every picture of a clip: the place, who is there and stays, and that nobody is deformed. */
const clipQuestions = (plan: ShotPlan): LookQuestion[] => {
  const crossing = new Set(plan.staging.people.flatMap(({ name, crossing: way }) => (way ? [name] : [])))
  const lasting = questionsOf(plan, { standing: [] }).filter(
    ({ kind, subject }) => kind === 'place' || (kind === 'person' && !crossing.has(subject)),
  )
  const whole = 'Are all faces, hands and bodies whole and natural, as far as they are seen, or is nobody in the picture?'
  return [...lasting.map((one) => asLooked(plan, one)), { id: 'defects', text: whole, shows: null }]
} // prettier-ignore

const frameOf = async (context: StepContext, clip: Asset, frame: number): Promise<Asset> => {
  const { stores, providers, project, scratch } = context
  const still = join(scratch, `frame-${String(frame)}.png`)
  await providers.film.frameAt({ clip: stores.assets.pathOf(clip.name), frame, fps: project.settings.fps }, still, context) // prettier-ignore
  return stores.assets.keep(still, project.id)
}
