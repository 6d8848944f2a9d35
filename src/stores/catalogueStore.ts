import { mergedRow, rowOf, type CatalogueDocument } from '@/domain/catalogue/catalogueDocument'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { previsModel } from '@/domain/project/projectSettings'
import type { FieldAuthor, LibraryStore } from './libraryStore'

type Standing = CatalogueDocument & { enabled?: boolean | null; authors?: FieldAuthor[] }
export type CatalogueStore = ReturnType<typeof catalogueStore>

/** The catalogue as it counts: what Backlot ships, with what people changed in the Models collection. */
export const catalogueStore = (library: Pick<LibraryStore, 'find'>) => ({
  /** Every model that may be called. One that was switched off is not there. */
  async models(): Promise<CatalogueModel[]> {
    const documents = (await library.find('models', {})) as unknown as Standing[]
    const standing = new Map(documents.map((document) => [document.slug, document]))
    const shipped = builtInModels.flatMap((builtIn) => rowsOf(standing.get(builtIn.id), builtIn))
    const known = new Set(builtInModels.map(({ id }) => id))
    const added = documents.filter(({ slug, provider }) => !known.has(slug) && provider !== previsModel)
    return [...shipped, ...added.flatMap((document) => rowsOf(document, null))]
  },
})

const rowsOf = (document: Standing | undefined, builtIn: CatalogueModel | null): CatalogueModel[] => {
  if (!document) return builtIn ? [builtIn] : []
  if (document.enabled === false) return []
  try {
    return [builtIn ? mergedRow(document, { builtIn, changed: changedByPeople(document) }) : rowOf(document)]
  } catch {
    // what was written past the forms and cannot be read is no model: it is not called
    return []
  }
}

/** The fields whose last author is a person. */
export const changedByPeople = ({ authors = [] }: { authors?: FieldAuthor[] }): string[] =>
  authors.filter(({ author }) => author !== 'import' && !author.startsWith('agent:')).map(({ field }) => field)
