import { StudioError } from '@/domain/errors/StudioError'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { modelFor, previsModel, type ModelDepartment, type ProjectSettings } from '@/domain/project/projectSettings'
import type { Stores } from './stores'

/** The paid model a department of this project works with; null: it is made on this machine. Fails: MODEL_UNKNOWN. */
export const paidModel = async (
  { catalogue }: Pick<Stores, 'catalogue'>,
  settings: ProjectSettings,
  department: ModelDepartment,
): Promise<CatalogueModel | null> => {
  const wanted = modelFor(settings, department)
  if (wanted === previsModel) return null
  const found = (await catalogue.models()).find(({ id }) => id === wanted)
  if (found) return found
  throw new StudioError({
    code: 'MODEL_UNKNOWN',
    what: `“${wanted}” cannot be asked.`,
    why: 'The catalogue has no such model, or it was switched off.',
    fix: 'Choose another one on the project’s Settings tab, or switch it on under Models.',
    retry: 'afterFix',
    field: `settings.models.${department}`,
  })
}
