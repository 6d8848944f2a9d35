import type { CatalogueModel } from '@/domain/catalogue/model'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import { paidModel, paidPictures, type PaidPictures } from '../paidModel'
import type { Stores } from '../stores'

/** Who makes and judges the pictures of a scene for money. `vision` null: a person looks. */
export type PaidScene = { pictures: PaidPictures; vision: CatalogueModel | null }

/** Null: pictures are drawn and measured here. Fails: MODEL_UNKNOWN, MODELS_NOT_TOGETHER. */
export const paidSceneOf = async (
  stores: Pick<Stores, 'catalogue'>,
  settings: ProjectSettings,
): Promise<PaidScene | null> => {
  const pictures = await paidPictures(stores, settings)
  return pictures && { pictures, vision: await paidModel(stores, settings, 'vision') }
}
