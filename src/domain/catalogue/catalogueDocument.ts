import { StudioError } from '../errors/StudioError'
import { conditionsAsWords, conditionsIn } from '../money/priceConditions'
import { catalogueModelSchema, type CatalogueModel } from './model'

/** A row as it stands in the Models collection; what people may leave empty may be missing. */
export type CatalogueDocument = {
  slug: string
  title: string
  department: string
  provider: string
  endpoint?: string | null | undefined
  version?: string | null | undefined
  says?: string | null | undefined
  priceRules?:
    | { unit?: string | null; nanodollars?: number | null; when?: string | null; asOf?: Day; source?: string | null }[]
    | null
    | undefined
  shutdownDate?: Day
  replacedBy?: string | null | undefined
  typicalSeconds?: number | null | undefined
  source?: string | null | undefined
  asOf?: Day
  /** JSON: which field takes what, and the limits. */
  facts?: string | null | undefined
}
type Day = string | Date | null | undefined

export type CatalogueField = keyof CatalogueDocument

/** Of these the latest person's word counts, whatever the studio ships; the others are what the row is. */
const mayBeChanged = [
  'title', 'says', 'endpoint', 'version', 'priceRules', 'shutdownDate', 'replacedBy', 'typicalSeconds', 'source', 'asOf', 'facts',
] as const satisfies readonly CatalogueField[] // prettier-ignore

/** A row of the catalogue as the collection keeps it. */
export const documentOf = (row: CatalogueModel): CatalogueDocument => ({
  slug: row.id,
  title: row.title,
  says: row.says,
  department: row.kind,
  provider: row.provider,
  endpoint: row.endpoint,
  version: row.version,
  priceRules: row.prices.map(({ unit, nanodollars, when, asOf, source }) => ({
    unit, nanodollars, when: conditionsAsWords(when), asOf, source,
  })),
  shutdownDate: row.shutdownDate,
  replacedBy: row.replacedBy,
  typicalSeconds: row.typicalSeconds,
  source: row.source,
  asOf: row.asOf,
  facts: JSON.stringify({ fields: row.fields, limits: row.limits }, null, 2),
}) // prettier-ignore

/** The row a document stands for. Fails: CATALOGUE_ROW_REFUSED, naming every fault. */
export const rowOf = (document: CatalogueDocument): CatalogueModel => {
  const faults: string[] = []
  const read = catalogueModelSchema.safeParse({
    id: document.slug,
    kind: document.department,
    provider: document.provider,
    title: document.title,
    endpoint: document.endpoint,
    prices: pricesOf(document.priceRules ?? [], faults),
    shutdownDate: dayOf(document.shutdownDate),
    typicalSeconds: document.typicalSeconds ?? null,
    ...wordsOf(document),
    ...factsOf(said(document.facts) ?? '{}', faults),
  })
  if (!read.success) faults.push(...read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  if (read.success && faults.length === 0) return read.data
  throw new StudioError({
    code: 'CATALOGUE_ROW_REFUSED',
    what: `The model “${document.slug.slice(0, 80)}” was not saved.`,
    why: `${faults.slice(0, 5).join('; ')}.`,
    fix: 'Change what is named; docs/models.md says what a row holds.',
    field: faults[0]?.split(/[:.]/)[0] ?? '',
  })
}

/** What may be left empty. */
const wordsOf = (document: CatalogueDocument) => ({
  says: said(document.says) ?? document.title,
  version: said(document.version) ?? '1',
  replacedBy: said(document.replacedBy),
  source: said(document.source) ?? 'a person of this studio',
  asOf: dayOf(document.asOf) ?? '1970-01-01',
})

const said = (words: string | null | undefined): string | null => (words === '' ? null : (words ?? null))

/** What counts: the studio's own row, with what a person changed in it; `changed` are the fields people wrote last. */
export const mergedRow = (
  document: CatalogueDocument,
  { builtIn, changed }: { builtIn: CatalogueModel; changed: readonly string[] },
): CatalogueModel => {
  const shipped = documentOf(builtIn)
  const own = mayBeChanged.filter((field) => changed.includes(field)).map((field) => [field, document[field]] as const)
  return own.length === 0 ? builtIn : rowOf({ ...shipped, ...Object.fromEntries(own) })
}

const pricesOf = (rules: NonNullable<CatalogueDocument['priceRules']>, faults: string[]): unknown[] =>
  rules.map(({ unit, nanodollars, when, asOf, source }, at) => {
    const conditions = conditionsIn(when ?? '')
    if (conditions === null)
      faults.push(`priceRules.${at}.when: “${(when ?? '').slice(0, 60)}” is no list of conditions`)
    if (!source) faults.push(`priceRules.${at}.source: where the price is written is missing`)
    return { unit, nanodollars, when: conditions ?? {}, asOf: dayOf(asOf) ?? '', source: source ?? '' }
  })

const factsOf = (facts: string, faults: string[]): { fields?: unknown; limits?: unknown } => {
  try {
    const read: unknown = JSON.parse(facts)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return pick(read)
  } catch {
    // told below like every other text that is no object
  }
  faults.push('facts: it is no JSON object')
  return {}
}

const pick = (facts: { fields?: unknown; limits?: unknown }): { fields?: unknown; limits?: unknown } => ({
  ...(facts.fields === undefined ? {} : { fields: facts.fields }),
  ...(facts.limits === undefined ? {} : { limits: facts.limits }),
})

/** The day of a date, "2026-12-11". */
const dayOf = (date: Day): string | null => {
  if (!date) return null
  return (typeof date === 'string' ? date : date.toISOString()).slice(0, 10)
}
