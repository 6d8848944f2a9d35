import { limits } from '@/domain/limits'
import type { Asset } from '@/domain/generation/generationKey'
import type { VisionAnswer } from '@/providers/spec/vision'
import type { StepContext } from '../defineStep'
import type { PlannedQuestion } from './questions'

type Asked = { picture: Asset; questions: PlannedQuestion[]; what: string; take: number }

/** Puts narrow questions to the vision judge. It sees picture bytes, questions and enrolled references, never the plan. */
export const askVision = async (
  context: StepContext,
  { picture, questions, what, take }: Asked,
): Promise<VisionAnswer[]> => {
  if (questions.length === 0) return []
  const { vision } = context.providers
  const { pathOf } = context.stores.assets
  const asked = questions.map(({ layer: _, reference, others, under, made, ...claim }) => ({
    ...claim,
    reference: reference?.sha256 ?? null,
    others: others.map((one) => one.sha256),
    under: under?.sha256 ?? null,
    made: made?.sha256 ?? null,
  }))
  const called = await context.call<{ answers: VisionAnswer[] }>({
    department: 'continuity',
    what: `Judge: ${what}`,
    model: vision,
    take,
    prompt: questions.map((question) => question.text).join('\n'),
    request: { picture: picture.sha256, questions: asked },
    file: '',
    make: async ({ signal }) => {
      const fileOf = (asset: Asset | null) => asset && { file: pathOf(asset.name) }
      const files = questions.map(({ layer: _, reference, others, under, made, ...claim }) => ({
        ...claim,
        reference: fileOf(reference),
        others: others.map((one) => ({ file: pathOf(one.name) })),
        under: fileOf(under),
        made: fileOf(made),
      }))
      return { answer: { answers: await vision.ask({ file: pathOf(picture.name) }, files, signal) } }
    },
  })
  return called.answer?.answers ?? []
}

/** Every claim a clear yes; `unknown` is not a pass, nor is a yes below the threshold. */
export const passes = (answers: readonly VisionAnswer[]): boolean => answers.every(isYes)
export const isYes = ({ answer, confidence }: VisionAnswer): boolean =>
  answer === 'yes' && (confidence === null || confidence >= limits.judgeConfidenceMin)

export const missedWords = (answers: readonly VisionAnswer[]): string =>
  answers
    .filter((one) => !isYes(one))
    .map((one) => one.evidence)
    .join('; ')
