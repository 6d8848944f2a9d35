import type { Part, PartField } from './part'

/** One field that says something else than what a result was made from. `null`: it said nothing. */
export type Difference = { path: string; from: PartField | null; to: PartField | null }

/** Field by field, what differs between what was read then and what would be read now. `null`: the document is not there. */
export const differencesOf = (then: Pick<Part, 'fields'> | null, now: Pick<Part, 'fields'> | null): Difference[] => {
  const before = new Map((then?.fields ?? []).map((field) => [field.path, field]))
  const after = new Map((now?.fields ?? []).map((field) => [field.path, field]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [from, to] = [before.get(path) ?? null, after.get(path) ?? null]
    return from?.mark === to?.mark ? [] : [{ path, from, to }]
  })
}

const listed: ReadonlySet<string> = new Set(['cast', 'props', 'prompts', 'settings', 'title'])

/** Under which key two parts are the same thing: one of many by its document, the scene or its place by what it is for. */
export const partKey = ({ role, of }: Pick<Part, 'role' | 'of'>): string => (listed.has(role) ? `${role}:${of}` : role)
