import type { PayloadRequest } from 'payload'
import { canonical } from '@/domain/canonical'
import type { FieldAuthor, KeptState } from './keptStates'
import { valueAt, type ShownField } from './shownFields'
import { textParts, type TextPart } from './textParts'
import { toldValue, type Names } from './toldValue'

export type Change = {
  /** "look.costumeColor" */
  field: string
  label: string
  kind: 'text' | 'flag' | 'moment'
  from: string
  to: string
  /** Of a long text, instead of both whole. */
  parts: TextPart[] | null
  author: string
  at: string
}

type Changed = { shown: ShownField; before: unknown; after: unknown }
type Pair = { older: KeptState; newer: KeptState }

const plain = (value: unknown): unknown => {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, key === 'id' ? null : plain(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== null))
}
const same = (before: unknown, after: unknown): boolean => canonical([plain(before)]) === canonical([plain(after)])

/** What the newer state says otherwise; row ids and the kinds of empty are no difference. */
export const changedBetween = (fields: readonly ShownField[], { older, newer }: Pair): Changed[] =>
  fields.flatMap((shown) => {
    const [before, after] = [valueAt(older.document, shown.path), valueAt(newer.document, shown.path)]
    return same(before, after) ? [] : [{ shown, before, after }]
  })

const shortMost = 160
const cutMost = 600
const isShort = (text: string): boolean => text.length <= shortMost && !text.includes('\n')
const cut = (text: string): string => (text.length > cutMost ? `${text.slice(0, cutMost)} …` : text)
const kindOf = ({ field }: ShownField): Change['kind'] =>
  field.type === 'checkbox' ? 'flag' : field.type === 'date' ? 'moment' : 'text'

type Telling = { req: PayloadRequest; names: Names; newer: KeptState }

/** A change as people read it, with who made it. */
export const toldChange = ({ shown, before, after }: Changed, { req, names, newer }: Telling): Change => {
  const [from, to] = [before, after].map((value) => toldValue(shown.field, value, { req, names })) as [string, string]
  const long = !isShort(from) || !isShort(to)
  const { author, at } = authorOf(newer, shown.path[0] ?? '')
  return {
    field: shown.path.join('.'),
    label: shown.label,
    kind: kindOf(shown),
    parts: long ? textParts(from, to) : null,
    from: cut(from),
    to: cut(to),
    author,
    at,
  }
}

/** Rows of the fields' last authors, the newest first. */
export const authorsIn = ({ document }: KeptState): FieldAuthor[] => {
  const rows = Array.isArray(document['authors']) ? (document['authors'] as FieldAuthor[]) : []
  return [...rows].sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
}

const authorOf = (state: KeptState, field: string): { author: string; at: string } => {
  const rows = authorsIn(state)
  const row = rows.find((one) => one.field === field) ?? rows[0]
  return { author: row?.author ?? '', at: row?.at ?? state.at }
}
