import type { CatalogueModel } from './model'

/** What a judge is shown at most: the picture, what it was laid on, and enrolled views. */
const picturesMost = 4

/** How many pictures this model looks at in one call. */
export const picturesShownTo = ({ fields: { images } }: Pick<CatalogueModel, 'fields'>): number =>
  images?.list === false ? 1 : Math.min(picturesMost, images?.most ?? picturesMost)
