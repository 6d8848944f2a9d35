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

/** The body of the request; null while something is missing. */
export const bodyOfWish = ({
  project,
  kind,
  prompt,
  model,
  reference,
  seconds,
  factor,
  take,
}: Wished): object | null => {
  if (project === '') return null
  const chosen = model === '' ? {} : { model }
  if (kind === 'larger') return reference && { kind, reference: reference.id, factor, take, ...chosen }
  if (prompt.trim() === '') return null
  return {
    kind, prompt, take, reference: reference?.id ?? null, ...chosen,
    ...(kind === 'clip' ? { seconds: Number(seconds) } : {}),
  } // prettier-ignore
}

/** The project a list is filtered by, as its address says; '' for all. */
export const projectIn = (query: URLSearchParams): string =>
  [...query].find(([name, value]) => /\[project\]\[(?:equals|in)\]/.test(name) && /^[0-9a-f]{24}$/.test(value))?.[1] ??
  ''
