import { unlikeItsView } from '@/domain/scene/posture'
import type { MeasuredShot } from '@/domain/continuity/measuredShot'
import type { Asset } from '@/domain/generation/generationKey'
import type { SeenPerson } from '@/providers/spec/continuity'
import type { StepContext } from '../defineStep'
import type { PlannedLayer, ShotPlan } from './planShot'
import type { Verified } from './verifyPicture'

/** What continuity needs of a scene when the film is whole. `hidden`: who is there and could not be measured, and why. */
export type ShotContinuity = { measured: MeasuredShot; hidden: { subject: string; why: string }[] }

type Pictures = { verified: Verified; lastFrame: Asset }

/** Measures everybody whose layer is in the picture against the view the camera sees of them. */
export const measureShot = async (
  plan: ShotPlan,
  { verified, lastFrame }: Pictures,
  { stores, providers, signal }: StepContext,
): Promise<ShotContinuity> => {
  const file = (asset: Asset) => ({ file: stores.assets.pathOf(asset.name) })
  const people: SeenPerson[] = []
  const hidden = plan.notShown.map(({ subject, why }) => ({ subject, why }))
  for (const layer of plan.layers) {
    if (layer.kind !== 'person') continue
    const [under, made] = [verified.layers[layer.index - 1], verified.layers[layer.index]]
    const view = layer.references.find(({ role }) => role === 'character')?.asset
    const why = verified.by ? paidFor : whyHidden(plan, layer, view ?? null)
    if (why !== null || !view || !under || !made) hidden.push({ subject: layer.subject, why: why ?? noLayer })
    else people.push({ person: layer.subject, under: file(under), made: file(made), view: file(view), circumstances: circumstancesOf(plan) }) // prettier-ignore
  }
  const shot = { picture: file(verified.picture), lastFrame: file(lastFrame), people }
  return { measured: await providers.continuity.measure(shot, signal), hidden }
}

const paidFor = 'The picture was made by a paid model, and the measures here know only what is drawn.'
const noLayer = 'Their layer was not kept.'

const whyHidden = ({ staging }: ShotPlan, { subject }: PlannedLayer, view: Asset | null): string | null => {
  const person = staging.people.find(({ name }) => name === subject)
  if (person?.near === true) return 'Only a dark shoulder is in the frame.'
  const rests = unlikeItsView(person?.pose ?? 'stand')
  if (rests) return `${subject} ${rests}; the enrolled views show people standing.`
  return view === null ? 'No view of them is enrolled.' : null
}

const circumstancesOf = ({ staging }: ShotPlan): SeenPerson['circumstances'] => {
  const { timeOfDay, weather, shotSize, angle, movement, memory } = staging
  const memorable = memory === undefined ? {} : { memory }
  return { timeOfDay, weather, interior: staging.place.interior, shotSize, angle, movement, ...memorable }
}
