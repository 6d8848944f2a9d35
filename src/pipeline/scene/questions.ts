import type { Asset } from '@/domain/generation/generationKey'
import type { Circumstances } from '@/providers/spec/vision'
import type { PlannedLayer, ShotPlan } from './planShot'
import { whyNot, type QuestionKind } from './whyNot'

/** A question before the judge gets its files: what it asks and the pictures it is answered with. */
export type PlannedQuestion = {
  id: string
  kind: QuestionKind
  text: string
  subject: string
  reference: Asset | null
  circumstances: Circumstances
  under: Asset | null
  made: Asset | null
  /** Index of the layer that answers for it: a "no" makes that one again. */
  layer: number
}

/** Pictures of the layers so far, in order; the last one is the picture asked about. */
type Standing = readonly { asset: Asset }[]

/** What is asked of one layer, or of the final picture when no layer is named: one claim per question. */
export const questionsOf = (
  plan: ShotPlan,
  { layer, standing }: { layer?: PlannedLayer; standing: Standing },
): PlannedQuestion[] => {
  const layers = layer ? [layer] : plan.layers
  return layers.flatMap((one) => {
    const askable = claimsOf(plan, one).filter(({ kind }) => whyNot(plan, one, kind) === null)
    return askable.map((claim) => questionOf(plan, { layer: one, claim, standing }))
  })
}

export type NotAsked = { kind: QuestionKind; subject: string; why: string }

/** What the framing cannot show or nobody could measure, with the reason; stored, never asked. */
export const notAsked = (plan: ShotPlan): NotAsked[] => [
  ...plan.notShown.map((one) => ({ ...one, kind: 'person' as const })),
  ...plan.layers.flatMap((layer) =>
    claimsOf(plan, layer).flatMap(({ kind, subject }) => {
      const why = whyNot(plan, layer, kind)
      return why === null ? [] : [{ kind, subject, why }]
    }),
  ),
]

type Claim = Pick<PlannedQuestion, 'kind' | 'text' | 'subject'>

const claimsOf = ({ staging }: ShotPlan, { kind, subject }: PlannedLayer): Claim[] => {
  if (kind === 'prop') return [{ kind, subject, text: `Is there a ${subject}?` }]
  if (kind === 'place') {
    const light = { kind: 'light' as const, subject: staging.timeOfDay, text: `Is it ${staging.timeOfDay}?` }
    return [{ kind, subject, text: `Is this ${subject}?` }, light]
  }
  const framed = staging.shotSize.replaceAll('_', ' ')
  return [
    { kind, subject, text: `Is ${subject} in the picture?` },
    { kind: 'size', subject, text: `Is ${subject} framed as ${framed}?` },
  ]
}

const questionOf = (
  { staging }: ShotPlan,
  { layer, claim, standing }: { layer: PlannedLayer; claim: Claim; standing: Standing },
): PlannedQuestion => {
  const { timeOfDay, weather, memory, shotSize, angle, movement } = staging
  const covered = layer.index < standing.length - 1
  return {
    ...claim,
    id: `${String(layer.index)}:${claim.kind}:${layer.subject}`,
    reference: layer.references.find((one) => one.role !== 'prop' || layer.kind === 'prop')?.asset ?? null,
    circumstances: {
      timeOfDay,
      weather,
      interior: staging.place.interior,
      shotSize,
      angle,
      movement,
      ...(memory ? { memory } : {}),
    },
    under: standing[layer.index - 1]?.asset ?? null,
    made: covered ? (standing[layer.index]?.asset ?? null) : null,
    layer: layer.index,
  }
}
