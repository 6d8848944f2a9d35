import type { Asset } from '@/domain/generation/generationKey'
import { seedOf } from '@/domain/seed'
import type { PictureSubject } from '@/providers/spec/pictures'
import type { StepContext } from '../defineStep'

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

/** Draws one reference picture; the words, the negative list and the master it follows stay with the generation. */
export const drawReference = async (context: StepContext, drawing: Drawing): Promise<Asset> => {
  const { what, prompt, template, negativePrompt, subject, width, height, master, own } = drawing
  const references = master ? [{ role: 'character' as const, name: master.name, sha256: master.asset.sha256 }] : []
  const files = references.map((one) => ({ ...one, file: context.stores.assets.pathOf(master?.asset.name ?? '') }))
  const request = { prompt, negativePrompt, seed: seedOf(prompt), width, height, subject, references }
  const { image } = context.providers
  const ownFiles = own ? [{ sha256: own.sha256, file: context.stores.assets.pathOf(own.name) }] : []
  const made = await context.call({
    department: subject.kind === 'view' ? 'character' : subject.kind === 'prop' ? 'art' : 'world',
    what, model: image, take: 1, prompt, template, request, file: 'reference.png',
    make: async (at) => ({ facts: await image.make({ ...request, references: files, base: null, own: ownFiles }, at) }),
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}
