import type { ValueSource } from '@/domain/prompt/valueSource'
import type { ToldTake } from '@/domain/takes/toldTake'

/** Of GET …/prompts: what one layer, or the clip, would be told now. */
export type Job = {
  kind: 'still' | 'clip'
  layer: number | null
  subject: string
  template: {
    slug: string
    id: string | null
    title: string
    revision: number
    text: string
    required: string[]
    optional: string[]
  }
  own: string
  values: { name: string; value: string; from: ValueSource & { document: { collection: string; id: string } | null } }[]
  missing: string[]
  text: string
  references: { role: string; name: string }[]
}

/** Of GET …/takes/:take: what a take was told, as it was sent. */
export type Told = {
  take: ToldTake
  prompt: string
  negativePrompt: string
  seed: number | null
  width: number | null
  height: number | null
  base: string | null
  references: { role: string; name: string; file: string }[]
  adjustments: string[]
}

/** "still-1": a layer by its place, "clip". */
export const keyOf = ({ kind, layer }: { kind: string; layer: number | null }): string =>
  kind === 'still' ? `still-${layer ?? 0}` : kind
