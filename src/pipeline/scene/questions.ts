import type { NotShown } from '@/domain/scene/stageScene'
import type { Asset } from '@/domain/generation/generationKey'
import type { PlannedLayer, ShotPlan } from './planShot'

/** A question before the judge gets its file: what it asks and the picture enrolled for it. */
export type PlannedQuestion = {
  id: string
  kind: 'place' | 'person' | 'prop' | 'light' | 'size' | 'cut'
  text: string
  subject: string
  reference: Asset | null
  /** Index of the layer that answers for it: a "no" makes that one again. */
  layer: number
}

/** What is asked of one layer, or of the final picture when no layer is named: one claim per question. */
export const questionsOf = (plan: ShotPlan, { layer }: { layer?: PlannedLayer }): PlannedQuestion[] => {
  const layers = layer ? [layer] : plan.layers
  return layers.flatMap((one) => questionsOfLayer(plan, one))
}

/** What the framing cannot show, with the reason; stored, never asked. */
export const notAsked = (plan: ShotPlan): NotShown[] => [
  ...plan.notShown,
  ...plan.staging.people
    .filter((one) => one.near)
    .map((one) => ({ subject: one.name, why: 'The near person of an over-shoulder is a silhouette.' })),
]

const questionsOfLayer = (plan: ShotPlan, layer: PlannedLayer): PlannedQuestion[] => {
  const { staging } = plan
  const reference = layer.references.find((one) => one.role !== 'prop' || layer.kind === 'prop')?.asset ?? null
  const ask = (kind: PlannedQuestion['kind'], text: string, subject = layer.subject): PlannedQuestion => ({
    id: `${String(layer.index)}:${kind}:${layer.subject}`,
    kind,
    text,
    subject,
    reference,
    layer: layer.index,
  })
  if (layer.kind === 'place')
    return [ask('place', `Is this ${layer.subject}?`), ask('light', `Is it ${staging.timeOfDay}?`, staging.timeOfDay)]
  if (layer.kind === 'prop') return [ask('prop', `Is there a ${layer.subject}?`)]
  const near = staging.people.find((one) => one.name === layer.subject)?.near ?? true
  return near ? [] : [ask('person', `Is ${layer.subject} in the picture?`)]
}
