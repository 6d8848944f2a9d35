import type { PlannedQuestion } from '@/pipeline/scene/questions'
import type { VisionQuestion } from '@/providers/spec/vision'

/** A planned question with the files it is answered with, as the pipeline hands it to the judge. */
export const withFiles = (
  { layer: _, reference, others, under, made, ...claim }: PlannedQuestion,
  file: (name: string) => string,
): VisionQuestion => {
  const fileOf = (asset: { name: string } | null) => asset && { file: file(asset.name) }
  return {
    ...claim,
    reference: fileOf(reference),
    others: others.map((one) => ({ file: file(one.name) })),
    under: fileOf(under),
    made: fileOf(made),
  }
}
