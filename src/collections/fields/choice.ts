import type { SelectField } from 'payload'
import { labelOf } from './labelOf'

type Choice = { description?: string; initial?: string; required?: boolean; index?: boolean; readOnly?: boolean }

const spoken = (value: string) => {
  const words = value.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One word of a closed list; '' counts as nothing chosen. */
export const choice = (name: string, values: readonly string[], more: Choice = {}): SelectField => ({
  name,
  label: labelOf(name),
  type: 'select',
  options: values.map((value) => ({ label: spoken(value), value })),
  ...(more.required ? { required: true } : {}),
  ...(more.index ? { index: true } : {}),
  ...(more.initial ? { defaultValue: more.initial } : {}),
  hooks: { beforeValidate: [({ value }: { value?: unknown }) => (value === '' ? null : value)] },
  admin: {
    ...(more.description ? { description: more.description } : {}),
    ...(more.readOnly ? { readOnly: true } : {}),
  },
})
