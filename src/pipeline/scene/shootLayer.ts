import type { Asset } from '@/domain/generation/generationKey'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { checkReferences } from '@/domain/scene/compositePlan'
import { seedOf } from '@/domain/seed'
import type { PictureRequest } from '@/providers/spec/pictures'
import type { StepContext } from '../defineStep'
import { paidPicture } from '../paidPicture'
import { ownFilesOf } from './ownPictures'
import type { PaidScene } from './paidScene'
import type { PlannedLayer, ShotPlan } from './planShot'

/** `base`: the picture so far; `missed`: what was wrong with the take before. `paid` null: it is drawn here. */
export type Shooting = {
  layer: PlannedLayer
  base: Asset | null
  context: StepContext
  take: number
  missed: string
  paid: PaidScene | null
}

type Framed = Shooting & { prompt: string; references: { role: 'character' | 'location' | 'prop'; name: string; asset: Asset }[] } // prettier-ignore

/** One take of one layer on the picture so far. Fails: TOO_MANY_REFERENCES, and as the paid door. */
export const shootLayer = async (plan: ShotPlan, shooting: Shooting): Promise<Asset> => {
  const { layer, take, missed, paid } = shooting
  const prompt =
    missed === '' ? layer.prompt : fillTemplate(plan.retakeNote, { prompt: layer.prompt, missed, take: String(take) })
  const references = layer.references.flatMap(({ role, name, asset }) => (asset ? [{ role, name, asset }] : []))
  checkReferences(layer.subject, references)
  const framed = { ...shooting, prompt, references }
  return paid ? asked(plan, { ...framed, paid }) : drawn(plan, framed)
}

const whatOf = ({ index, subject }: PlannedLayer): string => `Layer ${String(index + 1)}: ${subject}`
const seedIn = ({ layer, take }: Framed): number => seedOf(`${layer.prompt}:${String(take)}`)

const asked = (plan: ShotPlan, framed: Framed & { paid: PaidScene }): Promise<Asset> => {
  const { context, layer, take, base, prompt, references, paid } = framed
  const { width, height } = plan.staging
  return paidPicture(context, {
    models: paid.pictures, department: 'art', what: whatOf(layer), take, layer: layer.index, prompt, template: layer.template,
    negativePrompt: plan.negativePrompt, seed: seedIn(framed), width, height, base, references,
  }) // prettier-ignore
}

const drawn = async (plan: ShotPlan, framed: Framed): Promise<Asset> => {
  const { context, layer, take, base, prompt } = framed
  const { image } = context.providers
  const { pathOf } = context.stores.assets
  const references = framed.references.map(({ role, name, asset: { sha256, name: file } }) => ({ role, name, sha256, file: pathOf(file) })) // prettier-ignore
  const { width, height } = plan.staging
  const seed = seedIn(framed)
  const shown = [...layer.staging.people.map((one) => one.name), ...layer.staging.props.map((one) => one.noun)]
  // every layer is framed for all who will stand in it, so that each lies exactly on the one below
  const subject: PictureRequest['subject'] =
    layer.kind === 'place' ? { kind: 'place', staging: plan.staging } : { kind: 'layer', staging: plan.staging, shown }
  const made = await context.call({
    department: 'art',
    what: whatOf(layer),
    model: image,
    take,
    layer: layer.index,
    ...(layer.template ? { template: layer.template } : {}),
    prompt,
    request: {
      prompt, negativePrompt: plan.negativePrompt, seed, width, height, subject,
      references: references.map(({ role, name, sha256 }) => ({ role, name, sha256 })), base: base?.sha256 ?? null,
    }, // prettier-ignore
    file: 'layer.png',
    make: async (at) => {
      const ground = base && { file: pathOf(base.name), sha256: base.sha256 }
      const own = ownFilesOf(plan.staging, pathOf)
      const request = { prompt, negativePrompt: plan.negativePrompt, seed, width, height, references, base: ground, subject, own } // prettier-ignore
      return { facts: await image.make(request, at) }
    },
  })
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}
