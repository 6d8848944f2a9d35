import type { Asset, Department } from '@/domain/generation/generationKey'
import { paidReferenceSize } from '@/domain/look/paidReferenceSize'
import { seedOf } from '@/domain/seed'
import type { PictureSubject } from '@/providers/spec/pictures'
import type { StepContext } from '../defineStep'
import { picturesNamed } from '../paidModel'
import { paidPicture } from '../paidPicture'

type Drawing = {
  what: string
  prompt: string
  /** Slug of the template the prompt was filled from. */
  template: string
  negativePrompt: string
  subject: PictureSubject
  width: number
  height: number
  /** The master picture, for the views that must show the same person. */
  master?: { name: string; asset: Asset } | undefined
  /** The picture a person gave, which the views derive from. */
  own?: Asset | undefined
}

const departmentOf = ({ kind }: PictureSubject): Department =>
  kind === 'view' ? 'character' : kind === 'prop' ? 'art' : 'world'

/**
 * One reference picture; the words, the negative list and the master it follows stay with the generation. Drawn here, or
 * by the paid models the node names in `by`. Fails as the paid door.
 */
export const drawReference = async (context: StepContext, drawing: Drawing): Promise<Asset> => {
  const { by } = context.input
  return by === undefined ? drawnHere(context, drawing) : paidFor(context, { ...drawing, by })
}

const paidFor = async (context: StepContext, drawing: Drawing & { by: string }): Promise<Asset> => {
  const { what, prompt, template, negativePrompt, master, by } = drawing
  const { width, height } = sizeOf(drawing)
  return paidPicture(context, {
    models: await picturesNamed(context.stores, by), department: 'art', what, take: 1, prompt, template, negativePrompt,
    seed: seedOf(prompt), width, height, base: null,
    references: master ? [{ role: 'character', name: master.name, asset: master.asset }] : [],
  }) // prettier-ignore
}

/** A place is made as large as the film. */
const sizeOf = ({ subject, width, height }: Drawing): { width: number; height: number } => {
  if (subject.kind === 'view') return paidReferenceSize.view
  return subject.kind === 'prop' ? paidReferenceSize.prop : { width, height }
}

/** The paid models that made it; nothing where it was drawn here. */
export const madeBy = ({ input: { by } }: Pick<StepContext, 'input'>): { by?: string } =>
  by === undefined ? {} : { by }

const drawnHere = async (context: StepContext, drawing: Drawing): Promise<Asset> => {
  const { what, prompt, template, negativePrompt, subject, width, height, master, own } = drawing
  const references = master ? [{ role: 'character' as const, name: master.name, sha256: master.asset.sha256 }] : []
  const files = references.map((one) => ({ ...one, file: context.stores.assets.pathOf(master?.asset.name ?? '') }))
  const request = { prompt, negativePrompt, seed: seedOf(prompt), width, height, subject, references }
  const { image } = context.providers
  const ownFiles = own ? [{ sha256: own.sha256, file: context.stores.assets.pathOf(own.name) }] : []
  const made = await context.call({
    department: departmentOf(subject),
    what, model: image, take: 1, prompt, template, request, file: 'reference.png',
    make: async (at) => ({ facts: await image.make({ ...request, references: files, base: null, own: ownFiles }, at) }),
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}
