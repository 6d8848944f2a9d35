import type { CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'
import { rowOf, type CatalogueDocument } from '@/domain/catalogue/catalogueDocument'
import { previsModel } from '@/domain/project/projectSettings'

const words = z.string().nullish()
const day = z.union([z.string(), z.date()]).nullish()
const rule = z.looseObject({ unit: words, nanodollars: z.number().nullish(), when: words, asOf: day, source: words })

/** What the fields of the form take. It is looked at before Payload looks at the fields one by one. */
const readable = z.looseObject({
  slug: z.string(),
  title: z.string(),
  provider: z.string(),
  department: words,
  endpoint: words,
  version: words,
  says: words,
  facts: words,
  source: words,
  replacedBy: words,
  shutdownDate: day,
  asOf: day,
  typicalSeconds: z.number().nullish(),
  priceRules: z.array(rule).nullish(),
})

/** Nothing is saved that could not be called and priced. Fails: CATALOGUE_ROW_REFUSED, naming every fault. */
export const checkModel: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const document = { ...(originalDoc as object | undefined), ...data }
  // what is of the wrong kind altogether is told field by field, as everywhere
  if (!readable.safeParse(document).success) return data
  const row = document as CatalogueDocument
  if (row.provider !== previsModel) rowOf(row)
  return data
}
