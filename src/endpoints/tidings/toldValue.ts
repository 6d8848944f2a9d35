import type { FlattenedField, PayloadRequest } from 'payload'
import { labelIn } from './shownFields'

/** "characters 65f0…": a document a value points to. */
type Pointer = string
/** Pointer → what the document is called. Empty: pointers are told as they are, which is enough to compare. */
export type Names = ReadonlyMap<Pointer, string>
type Telling = { req: PayloadRequest; names: Names }

type Teller = (field: never, value: unknown, telling: Telling) => string

/** A value as one reads it; '' where there is none. A row of a list is a line. */
export const toldValue = (field: FlattenedField, value: unknown, telling: Telling): string => {
  if (value === null || value === undefined || value === '') return ''
  const tell: Teller = tellers[field.type] ?? inWords
  return tell(field as never, value, telling)
}

type Choosing = Extract<FlattenedField, { type: 'select' | 'radio' }>
type Pointing = Extract<FlattenedField, { type: 'relationship' | 'upload' }>
type Nesting = Extract<FlattenedField, { type: 'array' | 'group' | 'tab' }>

const inWords = (_: FlattenedField, value: unknown): string => listed(value).map(plain).join(', ')
const chosen = (field: Choosing, value: unknown, { req }: Telling): string =>
  listed(value)
    .map((one) => optionIn(field, one, req))
    .join(', ')
const named = ({ relationTo }: Pointing, value: unknown, { names }: Telling): string =>
  listed(value)
    .map((one) => pointerIn(relationTo, one))
    .map((pointer) => names.get(pointer) ?? pointer.split(' ').at(-1) ?? '')
    .join(', ')
const inRows = ({ flattenedFields }: Nesting, value: unknown, telling: Telling): string =>
  listed(value)
    .map((row) => rowIn(flattenedFields, row, telling))
    .join('\n')

const tellers: Partial<Record<FlattenedField['type'], Teller>> = {
  checkbox: (_, value) => (value === true ? 'yes' : 'no'),
  date: (_, value) => (value instanceof Date ? value.toISOString() : plain(value)),
  select: chosen,
  radio: chosen,
  relationship: named,
  upload: named,
  array: inRows,
  group: inRows,
  tab: inRows,
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const rowIn = (fields: readonly FlattenedField[], row: unknown, telling: Telling): string =>
  fields
    .flatMap((field) => {
      if (field.name === 'id') return []
      const told = toldValue(field, (row as Record<string, unknown> | null)?.[field.name], telling)
      return told === '' ? [] : [`${labelIn(field, telling.req) ?? field.name}: ${told}`]
    })
    .join(' · ')

const optionIn = (field: Choosing, value: unknown, { i18n, t }: PayloadRequest): string => {
  const option = field.options.find((one) => (typeof one === 'string' ? one : one.value) === value)
  const label = typeof option === 'object' ? option.label : undefined
  const told: unknown = typeof label === 'function' ? label({ i18n, t }) : label
  if (typeof told === 'string') return told
  const words = (told ?? {}) as Record<string, string>
  return words[i18n.language] ?? words['en'] ?? plain(value)
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : plain(value)

const pointerIn = (relationTo: string | readonly string[], value: unknown): Pointer => {
  if (typeof relationTo === 'string') return `${relationTo} ${idOf(value)}`
  const many = value as { relationTo?: unknown; value?: unknown }
  return `${String(many.relationTo)} ${idOf(many.value)}`
}

/** Every document a value points to, also in its rows. */
export const pointersIn = (field: FlattenedField, value: unknown): Pointer[] => {
  if (value === null || value === undefined || value === '') return []
  if (field.type === 'relationship' || field.type === 'upload')
    return listed(value).map((one) => pointerIn(field.relationTo, one))
  if (field.type !== 'array' && field.type !== 'group' && field.type !== 'tab') return []
  return listed(value).flatMap((row) =>
    field.flattenedFields.flatMap((inner) => pointersIn(inner, (row as Record<string, unknown> | null)?.[inner.name])),
  )
}
