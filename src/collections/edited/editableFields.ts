import type { Field } from 'payload'
import { nobody } from '@/access/nobody'

export type EditableField = {
  name: string
  /** What it holds when nobody chose anything; undefined when nothing. */
  initial: unknown
}

/** The top fields of a document that people edit: through rows, tabs and collapsibles; machine fields left out. */
export const editableFields = (fields: readonly Field[]): EditableField[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : editableFields(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible') return editableFields(field.fields)
    if (field.type === 'ui' || field.type === 'join') return []
    if (!('name' in field)) return editableFields(field.fields)
    if ('access' in field && field.access.update === nobody) return []
    return [{ name: field.name, initial: initialOf(field) }]
  })

const initialOf = (field: Field): unknown => {
  if (field.type === 'group') {
    return Object.fromEntries(editableFields(field.fields).map(({ name, initial }) => [name, initial]))
  }
  const value: unknown = 'defaultValue' in field ? field.defaultValue : undefined
  return typeof value === 'function' ? undefined : value
}
