import { StudioError } from '@/domain/errors/StudioError'

/** A template as its document has it: a required variable must say something, an optional one may be empty or unknown. */
export type DeclaredTemplate = { text: string; required: readonly string[]; optional: readonly string[] }
/** Bare words declare nothing: every variable must be known, and an empty one is a value. */
export type Template = string | DeclaredTemplate

const variable = /\[([a-z][a-z0-9_]*)\]/gi
const labelled = /^[A-Z][^:.\n]{0,40}: /

/**
 * Fills `[variables]`; reports every missing one at once. Values are data: brackets inside them stay as they are. A
 * line "Label: [variable]" whose variables are all empty says nothing and is left out. Fails: PROMPT_VARIABLES_MISSING.
 */
export const fillTemplate = (template: Template, values: Readonly<Record<string, string>>): string => {
  const { text } = declared(template)
  const missing = missingIn(template, values)
  if (missing.length > 0) throw variablesMissing(missing)
  const saysNothing = (line: string): boolean => {
    const names = variablesOf(line)
    return labelled.test(line) && names.length > 0 && names.every((name) => (values[name] ?? '').trim() === '')
  }
  const lines = text.split('\n').filter((line) => !saysNothing(line))
  return lines
    .map((line) => line.replace(variable, (_, name: string) => values[name] ?? '').replace(/[ \t]+$/gm, ''))
    .join('\n')
    .trim()
}

const declared = (template: Template): DeclaredTemplate =>
  typeof template === 'string' ? { text: template, required: [], optional: [] } : template

/** Every variable a template cannot do without and nobody has a value for. */
export const missingIn = (template: Template, values: Readonly<Record<string, string>>): string[] => {
  const { text, required, optional } = declared(template)
  return variablesOf(text).filter((name) => {
    const value = values[name]
    return value === undefined ? !optional.includes(name) : required.includes(name) && value.trim() === ''
  })
}

const variablesMissing = (missing: readonly string[]) => {
  const names = missing.join(', ')
  return new StudioError({
    code: 'PROMPT_VARIABLES_MISSING',
    what: 'A prompt could not be filled.',
    why: `No value is known for: ${names}.`,
    fix: 'Fill these fields on the scene, its cast or its place, or take the variables out of the template.',
    field: names,
  })
}

/** The names a template uses, in order of appearance, once each. */
export const variablesOf = (template: string): string[] => [
  ...new Set([...template.matchAll(variable)].map((m) => m[1] ?? '')),
]
