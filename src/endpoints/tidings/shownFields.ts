import type { FlattenedField, PayloadRequest } from 'payload'
import { nobody } from '@/access/nobody'

/** A field of a document that people edit, groups opened: where its value lies and how it is called on the page. */
export type ShownField = { path: readonly string[]; label: string; field: FlattenedField }

const counted = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt'])

/** What of a document can be told as a change: fields of the studio itself are left out. */
export const shownFields = (fields: readonly FlattenedField[], req: PayloadRequest): ShownField[] =>
  fields.flatMap((field) => opened(field, req))

const opened = (field: FlattenedField, req: PayloadRequest): ShownField[] => {
  if (counted.has(field.name) || field.type === 'join') return []
  if ('access' in field && field.access.update === nobody) return []
  const label = labelIn(field, req)
  if (field.type !== 'group' && field.type !== 'tab') return [{ path: [field.name], label: label ?? field.name, field }]
  return shownFields(field.flattenedFields, req).map((inner) => ({
    ...inner,
    path: [field.name, ...inner.path],
    label: label === null ? inner.label : `${label} › ${inner.label}`,
  }))
}

/** As the form calls it; null where the form says nothing. */
export const labelIn = (field: FlattenedField, { i18n, t }: PayloadRequest): string | null => {
  const label = 'label' in field ? field.label : undefined
  if (typeof label === 'string') return label
  if (typeof label === 'function') return label({ i18n, t })
  if (label && typeof label === 'object') return label[i18n.language] ?? label['en'] ?? field.name
  return label === false ? null : field.name
}

/** What lies at this place of a document. */
export const valueAt = (document: Record<string, unknown>, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    document,
  )
