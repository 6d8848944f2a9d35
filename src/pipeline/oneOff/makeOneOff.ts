import { extname } from 'node:path'
import { modelOf } from '@/domain/catalogue/chooseModels'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { followed, framesOfOneOff, seedOfOneOff } from '@/domain/oneOff/fitOneOff'
import { titleOfOneOff, whatOfOneOff } from '@/domain/oneOff/oneOff'
import { previsModel } from '@/domain/project/projectSettings'
import { mediaDocument } from '@/stores/mediaDocument'
import { defineStep, type StepContext } from '../defineStep'
import { paidMoving } from '../paidMoving'
import { paidPicture } from '../paidPicture'
import { drawOneOff } from './drawOneOff'
import { enlarge } from './enlarge'
import type { OneOffAsked } from './readOneOff'
import { referenceAsset } from './referenceAsset'

/** One picture or clip in somebody's own words, or a picture with more pixels, for the library. Fails: REFERENCE_MISSING, MODEL_UNKNOWN, and as the paid door. */
export const makeOneOff = defineStep({
  id: 'one-off.make',
  says: 'Make it, and put it into the library',
  version: 1,
  slot: 'cpu',
  seconds: 3,
  reads: {
    oneOff: true,
    models: ['image', 'video'],
    settings: ['aspect', 'resolution', 'fps'],
    cast: ['look'],
    places: ['name', 'description'],
  },
  run: async (values, context) => {
    const { stores, project } = context
    const wish = values.oneOff
    if (!wish) throw new TypeError('a step is handed what it declares')
    const reference = wish.file && (await referenceAsset(context, wish.file))
    const model = wish.model === previsModel ? null : modelOf(await stores.catalogue.models(), wish.model)
    const asset =
      wish.larger && reference
        ? await enlarge(context, { wish, model, picture: reference })
        : model
          ? await asked(context, { wish, model, reference })
          : await drawOneOff(context, { wish, values, reference })
    const title = titleOfOneOff(wish)
    return {
      gives: { handed: [{ path: `${title}${extname(asset.name)}`, asset }] },
      files: [asset.name],
      write: async (tx) => {
        await mediaDocument(
          stores,
          { project: project.id, asset, kind: wish.kind === 'clip' ? 'clip' : 'picture', alt: title },
          tx,
        )
      },
    }
  },
})

type Asked = { wish: OneOffAsked; model: CatalogueModel; reference: Asset | null }

const asked = (context: StepContext, { wish, model, reference }: Asked): Promise<Asset> => {
  const { aspect, resolution, fps } = context.project.settings
  const { width, height } = pictureFormat(aspect, resolution, fps)
  const { prompt, take, seconds } = wish
  const words = { what: whatOfOneOff(wish), take, prompt, negativePrompt: '', seed: seedOfOneOff(wish) }
  if (wish.kind === 'clip')
    return paidMoving(context, { ...words, model, start: reference, frames: framesOfOneOff(seconds, fps) })
  const references = reference ? [{ role: followed(reference).role, name: followed(reference).name, asset: reference }] : [] // prettier-ignore
  return paidPicture(context, {
    ...words, models: { image: model, edit: model }, department: 'art', width, height, base: null, references,
  }) // prettier-ignore
}
