import type { RawKind, RawItem, RawPlace } from './rawItem'

/** An entry as findings read it. */
export type FoundIn = Pick<RawItem, 'kind' | 'title' | 'text' | 'data' | 'author' | 'file'> & {
  id: string
  place?: RawPlace
}
/** Where something is said: the entry, who gave it, the file and the place in it; `quote`: its words. */
export type FindingSource = {
  id: string
  kind: RawKind
  title: string
  author: string
  file: string | null
  place: RawPlace | null
  quote: string
}

/** Entries that may be one. `alike`: 0–1, from 0.85 on. */
export type Duplicate = { what: string; alike: number; sources: FindingSource[] }
/** Two or more values of one thing: MARA's age, Mara's coat, when the wedding begins. */
export type Contradiction = {
  of: string
  about: string
  what: string
  values: { value: string; source: FindingSource }[]
}

const quoteMost = 240

/** `line` is counted in the entry's text; the whole of a file has it in that file. */
export const sourceOf = (item: FoundIn, quote: string, line = 0): FindingSource => ({
  id: item.id,
  kind: item.kind,
  title: item.title,
  author: item.author,
  file: item.file?.name ?? null,
  place: item.place ?? (line > 0 ? { line } : null),
  quote: quote.replace(/\s+/g, ' ').trim().slice(0, quoteMost),
})

export const foldedName = (name: string): string => name.replace(/\s+/g, ' ').trim().toUpperCase()
