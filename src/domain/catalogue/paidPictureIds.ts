import { StudioError } from '../errors/StudioError'
import { previsModel } from '../project/projectSettings'

type Pictures = { image: string; edit: string }

/**
 * The two paid models pictures are made by; null: they are drawn on this machine. One alone makes none: what it made
 * and what is drawn do not lie on one another. Fails: MODELS_NOT_TOGETHER.
 */
export const paidPictureIds = ({ image, edit }: Pictures): Pictures | null => {
  if (image === previsModel && edit === previsModel) return null
  if (image !== previsModel && edit !== previsModel) return { image, edit }
  const [chosen, missing] = image === previsModel ? ['edit', 'image'] : ['image', 'edit']
  throw new StudioError({
    code: 'MODELS_NOT_TOGETHER',
    what: 'Pictures cannot be made with these models.',
    why: `A paid model is chosen for “${chosen}” and none for “${missing}”: the first picture comes from one, everything laid onto it from the other.`,
    fix: `Choose a paid model for “${missing}”, too, or set both to previs.`,
    retry: 'afterFix',
    field: `settings.models.${missing}`,
  })
}
