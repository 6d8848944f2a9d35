import { fillTemplate, missingIn } from '@/domain/prompt/fillTemplate'
import type { Job } from './promptShape'

/** What a person has changed and not sent: values by variable, or the whole text. */
export type Edit = { values: Record<string, string>; text: string | null }
export const noEdit: Edit = { values: {}, text: null }

export const isEdited = ({ values, text }: Edit): boolean => text !== null || Object.keys(values).length > 0

/** `filled`: a value is there; `changed`: another than the take was told; `missing`: required and empty; `empty`: may be. */
export type VariableState = 'filled' | 'changed' | 'missing' | 'empty'

const valuesOf = ({ values }: Job, edit: Edit): Record<string, string> => ({
  ...Object.fromEntries(values.map(({ name, value }) => [name, value])),
  ...edit.values,
})

/** Required variables nobody has a value for; none where the words are a person's own. */
export const missingNow = (job: Job, edit: Edit): string[] =>
  edit.text !== null || (job.own !== '' && Object.keys(edit.values).length === 0)
    ? []
    : missingIn(job.template, valuesOf(job, edit))

/** The words as they would be sent; missing variables stand in brackets. */
export const textNow = (job: Job, edit: Edit): string => {
  if (edit.text !== null) return edit.text
  if (job.own !== '' && Object.keys(edit.values).length === 0) return job.own
  const values = valuesOf(job, edit)
  const shown = Object.fromEntries(missingIn(job.template, values).map((name) => [name, `[${name}]`]))
  return fillTemplate(job.template, { ...values, ...shown })
}

/** `sent`: what the take that is compared with was told; null: no take yet. */
export const stateOf = (job: Job, { edit, sent, name }: { edit: Edit; sent: string | null; name: string }): VariableState => {
  const value = valuesOf(job, edit)[name] ?? ''
  if (value.trim() === '') return missingIn(job.template, valuesOf(job, edit)).includes(name) ? 'missing' : 'empty'
  return name in edit.values || (sent !== null && !sent.includes(value)) ? 'changed' : 'filled'
} // prettier-ignore

type Part = { text: string } | { variable: string }

/** A template in its parts: words as they stand, and variables. */
export const partsOf = (template: string): Part[] =>
  template.split(/(\[[a-z][a-z0-9_]*\])/i).flatMap((part): Part[] => {
    if (part === '') return []
    const variable = /^\[(.+)\]$/.exec(part)?.[1]
    return variable === undefined ? [{ text: part }] : [{ variable }]
  })
