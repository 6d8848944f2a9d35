import { inDollars } from '../money/nanodollars'
import type { CatalogueModel } from './model'

/** What a provider itself says of one of its models; null: it does not say. */
export type ListedModel = {
  /** False: it knows it no more. */
  isListed: boolean
  isDeprecated: boolean
  shutdownDate: string | null
  /** Its input: fields and, where there is a closed list, the values each takes as text. */
  input: { fields: ReadonlyMap<string, readonly string[] | null>; required: readonly string[] } | null
  price: { unit: string; nanodollars: number } | null
}

/** Everything in which a row and its provider differ, a sentence for each. Nothing is changed. */
export const compareListing = (row: CatalogueModel, listed: ListedModel): string[] => {
  if (!listed.isListed) return ['its provider does not list it any more']
  return [
    ...(listed.isDeprecated ? ['its provider calls it deprecated'] : []),
    ...shutdownOf(row, listed),
    ...(listed.input ? fieldsOf(row, listed.input) : []),
    ...(listed.price ? priceOf(row, listed.price) : []),
  ]
}

const shutdownOf = ({ shutdownDate }: CatalogueModel, listed: ListedModel): string[] =>
  listed.shutdownDate === null || listed.shutdownDate === shutdownDate
    ? []
    : [`it is shut down on ${listed.shutdownDate}, here ${shutdownDate ?? 'never'}`]

type Input = NonNullable<ListedModel['input']>

const fieldsOf = (row: CatalogueModel, input: Input): string[] => {
  const sent = sentBy(row)
  const unknown = [...sent.keys()].filter((field) => !input.fields.has(field))
  const missing = input.required.filter((field) => !sent.has(field))
  return [
    ...unknown.map((field) => `it has no field “${field}”`),
    ...missing.map((field) => `it needs “${field}”, which is never sent`),
    ...[...sent].flatMap(([field, values]) => valuesOf(field, values, input.fields.get(field) ?? null)),
  ]
}

/** The fields a row may send, and where it is a closed list the values as text. */
const sentBy = ({ kind, fields }: CatalogueModel): Map<string, readonly string[] | null> => {
  const open = [
    kind === 'upscale' ? null : fields.prompt, fields.negative, fields.seed, fields.size, fields.images?.field, fields.endImage?.field,
    fields.voice?.field.split('.')[0], fields.pitch?.field.split('.')[0], fields.rate?.field.split('.')[0], fields.factor?.field, ...Object.keys(fields.constant),
    ...(fields.audio.kind === 'flag' ? [fields.audio.field] : []),
  ] // prettier-ignore
  return new Map([...open.flatMap((field) => (field ? [[field, null] as const] : [])), ...closedLists(fields)])
}

const closedLists = ({ duration, resolution, aspect, fps }: CatalogueModel['fields']) => {
  const shapes = aspect ? [...aspect.allowed, ...(aspect.follows ? [aspect.follows] : [])] : []
  return [
    ...('field' in duration ? [[duration.field, secondsOf(duration)] as const] : []),
    ...(resolution ? [[resolution.field, resolution.allowed] as const] : []),
    ...(aspect ? [[aspect.field, shapes] as const] : []),
    ...(fps ? [[fps.field, fps.allowed.map(String)] as const] : []),
  ]
}

const secondsOf = (duration: CatalogueModel['fields']['duration']): string[] | null => {
  if (duration.kind === 'suffix-s') return duration.seconds.map((each) => `${each}s`)
  return duration.kind === 'enum-string' || duration.kind === 'enum-int' ? duration.seconds.map(String) : null
}

const valuesOf = (field: string, ours: readonly string[] | null, theirs: readonly string[] | null): string[] => {
  if (ours === null || theirs === null) return []
  const refused = ours.filter((value) => !theirs.includes(value))
  const more = theirs.filter((value) => !ours.includes(value))
  return [
    ...(refused.length > 0 ? [`“${field}” does not take ${refused.join(', ')}`] : []),
    ...(more.length > 0 ? [`“${field}” also takes ${more.join(', ')}`] : []),
  ]
}

const priceOf = ({ prices }: CatalogueModel, { unit, nanodollars }: NonNullable<ListedModel['price']>): string[] => {
  const told = `${inDollars(nanodollars)} for each ${unit}`
  if (prices.length === 0) return [`its price is ${told}; here it has none`]
  const same = prices.filter((rule) => rule.unit === unit)
  if (same.length === 0) return [`its price is ${told}; here it is counted by ${unitsOf(prices)}`]
  if (same.some((rule) => rule.nanodollars === nanodollars)) return []
  return [`its price is ${told}; here ${same.map((rule) => inDollars(rule.nanodollars)).join(', ')}`]
}

const unitsOf = (prices: CatalogueModel['prices']): string => [...new Set(prices.map(({ unit }) => unit))].join(', ')
