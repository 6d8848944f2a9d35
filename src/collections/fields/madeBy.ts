import type { Field } from 'payload'
import { machineOnly } from './machineOnly'
import { line } from './words'

/** Which agent made a document, and from what: the hash of exactly the fields it was made from. */
export const madeBy: Field = {
  type: 'collapsible',
  label: 'Made by',
  admin: { initCollapsed: true, position: 'sidebar' },
  fields: [machineOnly(line('generatedByAgent')), machineOnly(line('inputHash'))],
}
