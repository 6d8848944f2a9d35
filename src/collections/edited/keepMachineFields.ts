import type { CollectionBeforeChangeHook, Field } from 'payload'
import { nobody } from '@/access/nobody'

/** Fields only the studio writes, through rows, tabs and collapsibles. */
const machineFields = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : machineFields(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible') return machineFields(field.fields)
    return 'name' in field && 'access' in field && field.access.update === nobody ? [field.name] : []
  })

/** An older version brings back what people wrote; where the work stands is not of the past. */
export const keepMachineFields = (fields: readonly Field[]): CollectionBeforeChangeHook => {
  const names = machineFields(fields)
  return ({ context, data, originalDoc }) => {
    if (context['isRestoringVersion'] !== true) return data
    const standing = originalDoc as Record<string, unknown>
    return { ...data, ...Object.fromEntries(names.map((name) => [name, standing[name]])) }
  }
}
