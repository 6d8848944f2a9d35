import { fitRequest } from '@/domain/catalogue/fitRequest'
import type { FileIn, PictureWish } from '@/domain/catalogue/wish'
import type { Asset, Department } from '@/domain/generation/generationKey'
import type { StepContext } from './defineStep'
import type { PaidPictures } from './paidModel'
import { templateSent } from './templateSent'

export type PaidPictureWish = {
  models: PaidPictures
  department: Department
  what: string
  take: number
  /** Of a picture that is put together: which layer this is. */
  layer?: number
  prompt: string
  /** Slug of the template it was filled from. */
  template?: string | undefined
  negativePrompt: string
  /** Any whole number. */
  seed: number
  width: number
  height: number
  /** The picture so far, of this size. */
  base: Asset | null
  references: readonly { role: PictureWish['references'][number]['role']; name: string; asset: Asset }[]
}

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 20
/** What brings pictures to the film's size; counted up when it makes something else of them. */
const fitter = { id: 'picture-fit', version: '2' } as const

const fileIn = ({ sha256, mime, width, height }: Asset): FileIn => ({
  sha256,
  mime,
  ...(width ? { width } : {}),
  ...(height ? { height } : {}),
})

/**
 * One picture by a paid model, as a PNG of exactly the wished size: one call, parked until it is there. From words alone
 * the model for pictures makes it, with a base or references the one for edits. Fails like `fitRequest` and the paid door.
 */
export const paidPicture = async (context: StepContext, wish: PaidPictureWish): Promise<Asset> => {
  const { models, department, what, take, prompt, template, negativePrompt, width, height, base, references } = wish
  const model = base || references.length > 0 ? models.edit : models.image
  const seed = wish.seed % 2 ** 31
  const picture: PictureWish = {
    kind: 'picture', prompt, negativePrompt, seed, width, height, base: base && { ...fileIn(base), width, height },
    references: references.map(({ role, name, asset }) => ({ role, name, file: fileIn(asset) })),
  } // prettier-ignore
  const fitted = fitRequest(model, picture, { on: new Date().toISOString().slice(0, 10) })
  const sent = template ? { template: await templateSent(context.stores, { slug: template, project: context.project.id }) } : {} // prettier-ignore
  const { gives } = fitted
  const made = await context.callPaid({
    department, what, take, prompt,
    shown: {
      negativePrompt, seed, width, height, base: base?.sha256 ?? null, adjustments: fitted.adjustments,
      references: references.map(({ role, name, asset }) => ({ role, name, sha256: asset.sha256 })), ...sent,
    },
    request: fitted.request,
    price: fitted.price,
    expects: { kind: 'picture', ...(gives.width && gives.height ? { width: gives.width, height: gives.height } : {}) },
    typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('a picture that was expected is always kept')
  return inFormat(context, { wish, picture: made.asset, crop: gives.keep !== null })
}

type Made = { wish: PaidPictureWish; picture: Asset; crop: boolean }

/** The layer and its take stand on this record: people choose among them. */
const inFormat = async (context: StepContext, { wish, picture, crop }: Made): Promise<Asset> => {
  const { department, what, take, layer, prompt, template, width, height } = wish
  const { stores, providers, input } = context
  const of = layer === undefined ? {} : { scene: input.scene, layer }
  const fitted = await context.call({
    department, what, model: fitter, take, prompt,
    ...(layer === undefined ? {} : { layer }),
    ...(template ? { template } : {}),
    request: { picture: picture.sha256, width, height, crop, ...of },
    file: 'picture.png',
    make: async ({ file }) => {
      await providers.film.still({ picture: stores.assets.pathOf(picture.name), width, height, crop }, file)
      return { facts: { width, height } }
    },
  }) // prettier-ignore
  if (!fitted.asset) throw new TypeError('a picture brought to size is always kept')
  return fitted.asset
}
