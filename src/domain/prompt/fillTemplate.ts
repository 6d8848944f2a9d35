import { StudioError } from '@/domain/errors/StudioError'

/** Fills `[variables]`; reports every missing one at once. Values are data: brackets inside them stay as they are. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string => {
  const missing = new Set<string>()
  const text = template.replace(/\[([a-z][a-z0-9_]*)\]/gi, (whole, name: string) => {
    const value = values[name]
    if (value !== undefined) return value
    missing.add(name)
    return whole
  })
  if (missing.size === 0) return text.replace(/[ \t]+\n/g, '\n').trim()
  const names = [...missing].join(', ')
  throw new StudioError({
    code: 'PROMPT_VARIABLES_MISSING',
    what: 'A prompt could not be filled.',
    why: `No value is known for: ${names}.`,
    fix: 'Fill these fields on the scene, its cast or its place, or take the variables out of the template.',
    field: names,
  })
}

/** The names a template uses, in order of appearance, once each. */
export const variablesOf = (template: string): string[] => [
  ...new Set([...template.matchAll(/\[([a-z][a-z0-9_]*)\]/gi)].map((m) => m[1] ?? '')),
]
