import type { GroupField } from 'payload'
import { line, prose } from './words'

/** What failed, in a person's words: what, why, fix. */
export const storyOfError = (name = 'error'): GroupField => ({
  name,
  type: 'group',
  fields: [line('code'), prose('what', undefined, 2), prose('why', undefined, 2), prose('fix', undefined, 2)],
})
