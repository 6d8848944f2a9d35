import { canonical } from '@/domain/canonical'
import { documentOf, mergedRow, rowOf, type CatalogueDocument } from '@/domain/catalogue/catalogueDocument'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import type { Stores } from '@/pipeline/stores'
import { changedByPeople } from '@/stores/catalogueStore'

type Library = Stores['library']
type Document = Awaited<ReturnType<Library['find']>>[number]

/** The free offline models, as the catalogue lists them. */
const previsModels = [
  { slug: 'previs-boards', department: 'image', title: 'Previs boards' },
  { slug: 'previs-layers', department: 'edit', title: 'Previs layers' },
  { slug: 'previs-animatic', department: 'video', title: 'Previs animatic' },
  { slug: 'previs-measure', department: 'vision', title: 'Previs measuring judge' },
  { slug: 'previs-scratch', department: 'speech', title: 'Previs scratch voices' },
  { slug: 'previs-sound', department: 'music', title: 'Previs sound' },
].map((row): CatalogueDocument => ({
  ...row,
  provider: 'previs',
  priceRules: [{ unit: 'run', nanodollars: 0, asOf: '2026-11-21', source: 'Made on this machine.' }],
}))

/**
 * Puts the models Backlot knows into the collection, and renews in those that stand what no person changed. Another
 * program may do the same at the same time: the first one counts.
 */
export const seedModels = async (library: Library): Promise<void> => {
  const standing = new Map((await library.find('models', {})).map((document) => [document['slug'], document]))
  const shipped = [...previsModels, ...builtInModels.map(documentOf)]
  await Promise.all(
    shipped
      .filter(({ slug }) => !standing.has(slug))
      .map((row) =>
        library.create('models', { ...row, enabled: true, rev: 1 }).catch(async (error: unknown) => {
          const [there] = await library.find('models', { slug: row.slug })
          if (!there) throw error
        }),
      ),
  )
  for (const row of previsModels) {
    const document = standing.get(row.slug)
    // written before prices had dates and units of today
    if (document && unitOf(document) !== 'run')
      await library.update('models', { where: { id: document.id }, data: { priceRules: row.priceRules } })
  }
  for (const builtIn of builtInModels) {
    const document = standing.get(builtIn.id)
    if (document) await renew(library, document, builtIn)
  }
}

const renew = async (library: Library, document: Document, builtIn: (typeof builtInModels)[number]): Promise<void> => {
  const stored = readable(document)
  const now = readable(document, builtIn)
  if (now === null || (stored && canonical(stored) === canonical(now))) return
  const { id, rev } = document
  await library.update('models', { where: { id, ...(rev === undefined ? {} : { rev }) }, data: documentOf(now) })
}

const unitOf = (document: Document): unknown => (document as unknown as CatalogueDocument).priceRules?.[0]?.unit

const readable = (document: Document, builtIn?: (typeof builtInModels)[number]) => {
  const row = document as unknown as CatalogueDocument
  try {
    return builtIn ? mergedRow(row, { builtIn, changed: changedByPeople(document) }) : rowOf(row)
  } catch {
    return null
  }
}
