import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { DepthOfField } from '@/domain/scene/vocabulary'
import { apertureFor, depthFor, lensFor } from './lensPlan'
import type { SequencePlan } from './sequencePlan'

/** What a scene takes from the plan of its sequence. */
export type SceneLook = Pick<SequencePlan, 'keyDirection' | 'contrast' | 'colorTemperatureK' | 'palette' | 'practicals'> & {
  lensMm: number
  aperture: string
  depthOfField: DepthOfField
  lightMood: string
} // prettier-ignore

/** Lens by its size, light and colour as its sequence has them. */
export const sceneLookOf = ({ shotSize }: Pick<SceneDraft, 'shotSize'>, plan: SequencePlan): SceneLook => {
  const { keyDirection, contrast, colorTemperatureK, palette, practicals, mood } = plan
  const depthOfField = depthFor(plan, shotSize)
  return {
    keyDirection, contrast, colorTemperatureK, palette, practicals, depthOfField,
    lensMm: lensFor(plan, shotSize),
    aperture: apertureFor(depthOfField),
    lightMood: mood,
  } // prettier-ignore
}

/** A row as its document has it: whatever a person emptied says nothing. */
export type SequenceRow = { [field in keyof SequencePlan]?: SequencePlan[field] | null }

/** The rows a person may have edited in the place of the rules' own: the same stretch is the same place, hour and first scene. */
export const withEdited = (plans: readonly SequencePlan[], rows: readonly SequenceRow[]): SequencePlan[] =>
  plans.map((plan) => {
    const row = rows.find((one) => one.fromScene === plan.fromScene && one.place === plan.place && one.timeOfDay === plan.timeOfDay) // prettier-ignore
    if (!row) return plan
    const said = Object.entries(row).filter(([, value]) => value !== null)
    return { ...plan, ...Object.fromEntries(said) }
  })

/** Scene → plan of the sequence it belongs to, by clip name. */
export const plansByClip = (
  sequences: readonly { scenes: readonly Pick<SceneDraft, 'clipName'>[] }[],
  plans: readonly SequencePlan[],
): Map<string, SequencePlan> =>
  new Map(
    sequences.flatMap(({ scenes }, i) => {
      const plan = plans[i]
      return plan ? scenes.map(({ clipName }): [string, SequencePlan] => [clipName, plan]) : []
    }),
  )
