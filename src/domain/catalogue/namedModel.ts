import type { CatalogueModel } from './model'

type Named = Pick<CatalogueModel, 'id' | 'version'>

/** Name and version, as results know who made them: "fal/veo3.1@1". */
export const namedModel = ({ id, version }: Named): string => `${id}@${version}`

/** Both models of pictures as one name. */
export const picturesBy = ({ image, edit }: { image: Named; edit: Named }): string =>
  `${namedModel(image)}+${namedModel(edit)}`

/** Their ids out of that name. */
export const idsInPicturesBy = (by: string): { image: string; edit: string } => {
  const [image = '', edit = ''] = by.split('+').map((one) => one.split('@')[0] ?? '')
  return { image, edit }
}
