import type { Asset } from '@/domain/generation/generationKey'
import { describeLook } from '@/domain/prompt/describe'
import type { Template } from '@/domain/prompt/fillTemplate'
import type { QuestionKind, VisionAnswer } from '@/providers/spec/vision'
import type { StepContext } from '../defineStep'
import { askVision, isYes } from './judge'
import { askPaidVision, type LookQuestion } from './paidLook'
import type { PaidScene } from './paidScene'
import type { ShotPlan } from './planShot'
import type { PlannedQuestion } from './questions'

/** Who looks: `paid` null are the measures of this machine, which know only what is drawn here. */
export type Eyes = { paid: PaidScene | null; template: Template }

type Looking = { plan: ShotPlan; picture: Asset; questions: PlannedQuestion[]; what: string; take: number; eyes: Eyes }

/** The answers about one picture; none where a person is to look. */
export const lookAt = async (context: StepContext, looking: Looking): Promise<VisionAnswer[]> => {
  const { paid, template } = looking.eyes
  if (!paid) return askVision(context, looking)
  if (!paid.vision) return []
  const { plan, picture, what } = looking
  const questions = looking.questions.filter(({ kind }) => !ofTheFile.has(kind)).map((one) => asLooked(plan, one))
  return askPaidVision(context, { model: paid.vision, template, picture, questions, what })
}

/** The answers that make another take: what is paid for is made again only after a clear no. */
export const wrongIn = (answers: readonly VisionAnswer[], paid: PaidScene | null): VisionAnswer[] =>
  answers.filter((one) => (paid ? one.answer === 'no' : !isYes(one)))

/** Whether a take is good enough to build on. */
export const standsUp = (answers: readonly VisionAnswer[], paid: PaidScene | null): boolean =>
  wrongIn(answers, paid).length === 0

/** Settled when the file came in: it was decoded to its end, and a take that repeats another has its hash. */
const ofTheFile: ReadonlySet<QuestionKind> = new Set(['file', 'tones', 'repeat'])

/** A claim as a model is asked it: with what the subject looks like, and the enrolled picture of it. */
export const asLooked = (plan: ShotPlan, { id, kind, text, subject, reference }: PlannedQuestion): LookQuestion => {
  const person = plan.staging.people.find(({ name }) => name === subject)
  const told = person && ofPeople.has(kind) ? ` ${subject} is ${describeLook(person.look)}.` : ''
  return { id, text: text + told, shows: reference && shown.has(kind) ? { name: subject, asset: reference } : null }
}
const ofPeople: ReadonlySet<QuestionKind> = new Set(['person', 'costume'])
const shown: ReadonlySet<QuestionKind> = new Set(['person', 'costume', 'place', 'prop'])
