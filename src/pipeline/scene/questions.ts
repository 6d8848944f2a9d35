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

const sizesOfPeople = new Set(['extreme_wide', 'wide', 'full', 'medium_wide', 'medium', 'medium_close', 'close_up'])

const questionsOfLayer = (plan: ShotPlan, layer: PlannedLayer): PlannedQuestion[] => {
  const { staging } = plan
  const id = (kind: string) => `${String(layer.index)}:${kind}:${layer.subject}`
  if (layer.kind === 'place')
    return [
      { id: id('place'), kind: 'place', text: `Is this ${staging.place.name}?`, subject: staging.place.name, reference: layer.references[0]?.asset ?? null, layer: layer.index },
      { id: id('light'), kind: 'light', text: `Is it ${staging.timeOfDay}?`, subject: staging.timeOfDay, reference: null, layer: layer.index },
    ] // prettier-ignore
  if (layer.kind === 'prop')
    return [
      {
        id: id('prop'),
        kind: 'prop',
        text: `Is there a ${layer.subject}?`,
        subject: layer.subject,
        reference: layer.references[0]?.asset ?? null,
        layer: layer.index,
      },
    ]
  const person = staging.people.find((one) => one.name === layer.subject)
  if (!person || person.near) return []
  const enrolled = layer.references.find((one) => one.role === 'character')?.asset ?? null
  const there: PlannedQuestion = {
    id: id('person'),
    kind: 'person',
    text: `Is ${person.name} in the picture?`,
    subject: person.name,
    reference: enrolled,
    layer: layer.index,
  }
  if (!sizesOfPeople.has(staging.shotSize) || staging.people.length > 1) return [there]
  return [
    there,
    {
      ...there,
      id: id('size'),
      kind: 'size',
      text: `Is ${person.name} framed as a ${staging.shotSize.replaceAll('_', ' ')}?`,
      subject: staging.shotSize,
    },
  ]
}
