import type { Field } from 'payload'
import { machineOnly } from '../fields/machineOnly'

/**
 * The integer revision that guards every write, and who wrote each field last: the pipeline never replaces what a
 * person wrote, it makes a proposal.
 */
export const revisionFields: Field[] = [
  machineOnly<Field>({
    name: 'rev',
    label: 'Revision',
    type: 'number',
    defaultValue: 0,
    admin: { position: 'sidebar', description: 'Counts the changes.' },
  }),
  machineOnly<Field>({
    name: 'authors',
    type: 'array',
    labels: { singular: 'Author', plural: 'Authors' },
    // a row per field would fill the page; it is read over REST and by the panels that show proposals
    admin: { disabled: true },
    fields: [
      { name: 'field', type: 'text', required: true },
      { name: 'author', type: 'text', required: true },
      { name: 'at', type: 'date' },
    ],
  }),
]
