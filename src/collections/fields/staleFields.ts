import type { Field } from 'payload'
import { machineOnly } from './machineOnly'
import { line } from './words'

/** Whether what was made no longer fits the documents, since when, and why, field by field. Only the studio writes here. */
export const staleFields = (): Field[] => [
  machineOnly<Field>({ name: 'stale', type: 'checkbox', defaultValue: false, index: true }),
  machineOnly<Field>({ name: 'staleSince', type: 'date' }),
  machineOnly<Field>({
    name: 'staleReasons',
    type: 'array',
    labels: { singular: 'Reason', plural: 'Reasons' },
    fields: [
      line('reason'),
      line('of', 'The document that changed.'),
      line('field'),
      line('now', 'What the field says now.'),
      { name: 'makes', type: 'text', hasMany: true, admin: { description: 'Steps that would be done again.' } },
      line('by'),
      { name: 'at', type: 'date' },
    ],
  }),
]
