import type { CollectionBeforeChangeHook } from 'payload'
import { rowOf, type CatalogueDocument } from '@/domain/catalogue/catalogueDocument'
import { previsModel } from '@/domain/project/projectSettings'

/** Nothing is saved that could not be called and priced. Fails: CATALOGUE_ROW_REFUSED, naming every fault. */
export const checkModel: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const document = { ...(originalDoc as object | undefined), ...data } as CatalogueDocument
  if (document.provider !== previsModel) rowOf(document)
  return data
}
