import type { Asset } from '@/domain/generation/generationKey'
import type { Circumstances, QuestionKind } from '@/providers/spec/vision'
import { claimsOf, technicalClaims, type Claim } from './claims'
import type { PlannedLayer, ShotPlan } from './planShot'
import { whyNot } from './whyNot'

/** A question before the judge gets its files: what it asks and the pictures it is answered with. */
export type PlannedQuestion = Claim & {
  id: string
  reference: Asset | null
  others: Asset[]
  circumstances: Circumstances
  under: Asset | null
  made: Asset | null
  /** Index of the layer that answers for it: a "no" makes that one again. */
  layer: number
}

/** Pictures of the layers so far, in order; the last one is the picture asked about. */
type Standing = readonly { asset: Asset }[]

/** `layer`: the layer that was just made; without one all of the final picture is asked. `before`: a picture this one
 *  must not repeat. */
type Asked = { layer?: PlannedLayer; standing: Standing; before?: Asset | null }

/** What is asked of one layer, or of the final picture when no layer is named: one claim per question. A layer must leave
 *  the light as it was, and every picture must be a picture. */
export const questionsOf = (plan: ShotPlan, asked: Asked): PlannedQuestion[] => {
  const { layer, standing, before = null } = asked
  const [ground] = plan.layers
  const [first, last] = [layer ?? ground, layer ?? plan.layers.at(-1)]
  if (!ground || !first || !last) return []
  const own = (layer ? [layer] : plan.layers).flatMap((one) =>
    askable(plan, one).map((claim) => questionOf(plan, { layer: one, claim, standing })),
  )
  const light = layer && layer.index > 0 ? claimsOf(plan, ground).filter(({ kind }) => kind === 'light') : []
  const kept = light.map((claim) => questionOf(plan, { layer: ground, claim, standing }))
  const technical = technicalClaims(before !== null).map((claim) => ({
    ...questionOf(plan, { layer: last, claim, standing }), reference: claim.kind === 'repeat' ? before : null, made: null,
  })) // prettier-ignore
  return [...technical, ...kept, ...own]
}

const askable = (plan: ShotPlan, layer: PlannedLayer): Claim[] =>
  claimsOf(plan, layer).filter(({ kind }) => whyNot(plan, layer, kind) === null)

export type NotAsked = { kind: QuestionKind; subject: string; text: string; why: string }

/** What the framing cannot show or nobody could measure, with the reason; stored, never asked. */
export const notAsked = (plan: ShotPlan): NotAsked[] => [
  ...plan.notShown.map((one) => ({ ...one, kind: 'person' as const, text: `Is ${one.subject} in the picture?` })),
  ...plan.layers.flatMap((layer) =>
    claimsOf(plan, layer).flatMap(({ kind, subject, text }) => {
      const why = whyNot(plan, layer, kind)
      return why === null ? [] : [{ kind, subject, text, why }]
    }),
  ),
]

const questionOf = (
  { staging }: ShotPlan,
  { layer, claim, standing }: { layer: PlannedLayer; claim: Claim; standing: Standing },
): PlannedQuestion => {
  const { timeOfDay, weather, memory, shotSize, angle, movement } = staging
  const { interior } = staging.place
  const covered = layer.index < standing.length - 1
  return {
    ...claim,
    id: `${String(layer.index)}:${claim.kind}:${layer.subject}`,
    reference: layer.references.find((one) => one.role !== 'prop' || layer.kind === 'prop')?.asset ?? null,
    others: othersOf(layer, claim.kind),
    circumstances: { timeOfDay, weather, interior, shotSize, angle, movement, ...(memory ? { memory } : {}) },
    under: standing[layer.index - 1]?.asset ?? null,
    made: covered ? (standing[layer.index]?.asset ?? null) : null,
    layer: layer.index,
  }
}

const othersOf = ({ others }: PlannedLayer, kind: QuestionKind): Asset[] =>
  kind === 'view' ? others.views : kind === 'person' ? others.people : []
