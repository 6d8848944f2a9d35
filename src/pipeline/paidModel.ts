import { StudioError } from '@/domain/errors/StudioError'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { idsInPicturesBy } from '@/domain/catalogue/namedModel'
import { paidPictureIds } from '@/domain/catalogue/paidPictureIds'
import {
  asksText,
  modelFor,
  previsModel,
  type ModelDepartment,
  type ProjectSettings,
} from '@/domain/project/projectSettings'
import type { Stores } from './stores'

type Catalogue = Pick<Stores, 'catalogue'>

/** The paid model a department of this project works with; null: it is made on this machine. Fails: MODEL_UNKNOWN. */
export const paidModel = async (
  stores: Catalogue,
  settings: ProjectSettings,
  department: ModelDepartment,
): Promise<CatalogueModel | null> => {
  const wanted = modelFor(settings, department)
  return wanted === previsModel ? null : found(stores, wanted, department)
}

/** The model the writing departments ask; null: they write by their rules. Fails: MODEL_UNKNOWN. */
export const textModel = async (stores: Catalogue, settings: ProjectSettings): Promise<CatalogueModel | null> =>
  asksText(settings) ? paidModel(stores, settings, 'text') : null

/** Who makes pictures that cost money: from words, and on top of others. */
export type PaidPictures = { image: CatalogueModel; edit: CatalogueModel }

/** The paid models of this project's pictures; null: they are drawn here. Fails: MODEL_UNKNOWN, MODELS_NOT_TOGETHER. */
export const paidPictures = async (stores: Catalogue, settings: ProjectSettings): Promise<PaidPictures | null> => {
  const ids = paidPictureIds({ image: modelFor(settings, 'image'), edit: modelFor(settings, 'edit') })
  if (!ids) return null
  return { image: await found(stores, ids.image, 'image'), edit: await found(stores, ids.edit, 'edit') }
}

/** The models that `picturesBy` names. Fails: MODEL_UNKNOWN. */
export const picturesNamed = async (stores: Catalogue, by: string): Promise<PaidPictures> => {
  const { image, edit } = idsInPicturesBy(by)
  return { image: await found(stores, image, 'image'), edit: await found(stores, edit, 'edit') }
}

const found = async ({ catalogue }: Catalogue, wanted: string, department: ModelDepartment): Promise<CatalogueModel> => {
  const model = (await catalogue.models()).find(({ id }) => id === wanted)
  if (model) return model
  throw new StudioError({
    code: 'MODEL_UNKNOWN',
    what: `“${wanted}” cannot be asked.`,
    why: 'The catalogue has no such model, or it was switched off.',
    fix: 'Choose another one on the project’s Settings tab, or switch it on under Models.',
    retry: 'afterFix',
    field: `settings.models.${department}`,
  })
} // prettier-ignore
