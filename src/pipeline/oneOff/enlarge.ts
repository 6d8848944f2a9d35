import type { CatalogueModel } from '@/domain/catalogue/model'
import type { Asset } from '@/domain/generation/generationKey'
import { fitOneOff } from '@/domain/oneOff/fitOneOff'
import { whatOfOneOff } from '@/domain/oneOff/oneOff'
import { pictureFormat } from '@/domain/format'
import type { StepContext } from '../defineStep'
import type { OneOffAsked } from './readOneOff'

type Enlarging = { wish: OneOffAsked; model: CatalogueModel | null; picture: Asset }

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 20
/** What makes pictures larger on this machine; counted up when it makes something else of them. */
const enlarger = { id: 'picture-larger', version: '1' } as const

/** The same picture with more pixels: by a paid model, or here, where it gets no sharper. Fails as `fitRequest` and the paid door. */
export const enlarge = async (context: StepContext, { wish, model, picture }: Enlarging): Promise<Asset> => {
  const made = model ? await byModel(context, { wish, model, picture }) : await here(context, { wish, picture })
  if (!made.asset) throw new TypeError('a picture that was expected is always kept')
  return made.asset
}

const byModel = (
  { project, callPaid }: StepContext,
  { wish, model, picture }: Enlarging & { model: CatalogueModel },
) => {
  const { aspect, resolution, fps } = project.settings
  const format = pictureFormat(aspect, resolution, fps)
  const on = new Date().toISOString().slice(0, 10)
  const { request, price, adjustments } = fitOneOff(model, wish, { reference: picture, format, on })
  return callPaid({
    department: 'art', what: whatOfOneOff(wish), take: wish.take, prompt: wish.prompt,
    shown: { picture: picture.sha256, factor: wish.larger?.factor, adjustments },
    request, price, expects: { kind: 'picture' }, typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  }) // prettier-ignore
}

const here = ({ call, stores, providers }: StepContext, { wish, picture }: Omit<Enlarging, 'model'>) => {
  const { factor, width, height } = largerIn(wish)
  const size = { width: width * factor, height: height * factor }
  return call({
    department: 'art', what: whatOfOneOff(wish), model: enlarger, take: wish.take, prompt: wish.prompt,
    request: { picture: picture.sha256, ...size },
    file: 'picture.png',
    make: async ({ file }) => {
      await providers.film.still({ picture: stores.assets.pathOf(picture.name), ...size, crop: false, keepsTransparent: true }, file)
      return { facts: size }
    },
  }) // prettier-ignore
}

const largerIn = ({ larger }: OneOffAsked) => {
  if (!larger) throw new TypeError('a picture that becomes larger says by how much')
  return larger
}
