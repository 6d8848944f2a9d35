import type { TextField } from 'payload'
import { labelOf } from './labelOf'

/**
 * One word of a closed list, kept as text: GraphQL makes an enum of a select, and "16:9", "720p" or "24" cannot be a
 * word of one.
 */
export const plainWord = (name: string, words: readonly string[], initial: string): TextField => ({
  name,
  label: labelOf(name),
  type: 'text',
  required: true,
  defaultValue: initial,
  validate: (value: unknown) => (typeof value === 'string' && words.includes(value)) || `One of ${words.join(', ')}.`,
  admin: {
    components: { Field: { path: '/admin/ChoiceField/ChoiceField#ChoiceField', clientProps: { options: [...words] } } },
  },
})
