import type { LargerFactor, OneOffKind } from '@/domain/oneOff/oneOff'

/** A picture of the library as the form shows it. */
export type Chosen = { id: string; title: string; url: string }

/** What stands in the form. `model` '': the project's own. */
export type Wished = {
  project: string
  kind: OneOffKind
  prompt: string
  model: string
  reference: Chosen | null
  seconds: string
  factor: LargerFactor
  take: number
}

export const nothingWished: Wished = { project: '', kind: 'picture', prompt: '', model: '', reference: null, seconds: '5', factor: 2, take: 1 } // prettier-ignore

/** What must be there before there is a price; null: it all is. */
export const missingIn = ({ project, kind, prompt, reference }: Wished): 'project' | 'picture' | 'words' | null => {
  if (project === '') return 'project'
  if (kind === 'larger') return reference === null ? 'picture' : null
  return prompt.trim() === '' ? 'words' : null
}

/** The body of the request; null while something is missing. */
export const bodyOfWish = (wished: Wished): object | null => {
  if (missingIn(wished) !== null) return null
  const { kind, prompt, model, reference, seconds, factor, take } = wished
  const always = { kind, reference: reference?.id ?? null, take, ...(model === '' ? {} : { model }) }
  if (kind === 'larger') return { ...always, factor }
  return { ...always, prompt, ...(kind === 'clip' ? { seconds: Number(seconds) } : {}) }
}

/** The project a list is filtered by, as its address says; '' for all. */
export const projectIn = (query: URLSearchParams): string =>
  [...query].find(([name, value]) => /\[project\]\[(?:equals|in)\]/.test(name) && /^[0-9a-f]{24}$/.test(value))?.[1] ??
  ''
