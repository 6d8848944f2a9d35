import { textOf } from '@/domain/words'

/** One thing that is true in a film. */
export type Fact = {
  /** Whom or what it is about: a person, a place, a thing, a clip name, "the world". */
  subject: string
  /** "is called", "wears", "says", "plays in" … */
  predicate: string
  /** What the subject is, has or does; '' where the sentence says it all. */
  object: string
  /** One sentence for people, found by its words. */
  text: string
  /** Lines of the screenplay that say so, from 1; empty where no line does. */
  lines: number[]
  /** The document and the field it was taken from. */
  source: { collection: string; document: string; field: string }
  /** Scene documents it holds in (1, 2, 3 …); null: in the whole film. */
  scope: { fromSequence: number; toSequence: number | null } | null
}

/** A fact found for a question. */
export type FoundFact = Fact & {
  /** 0–1; comparable only within one answer. */
  score: number
}

export type Document = Record<string, unknown>
type Draft = Pick<Fact, 'subject' | 'predicate' | 'text'> & Partial<Pick<Fact, 'object' | 'lines' | 'scope'>>

/** A fact of one field of one document; words that say nothing make none. */
export const factFrom = (source: Fact['source'], draft: Draft): Fact[] => {
  const text = draft.text.replace(/\s+/g, ' ').trim().slice(0, 600)
  if (text === '' || text === 'Not in the text.') return []
  return [{ object: '', lines: [], scope: null, ...draft, text, source }]
}

/** Rows of a document's list, whatever else it may hold. */
export const rowsIn = (list: unknown): Document[] =>
  Array.isArray(list) ? list.filter((row): row is Document => typeof row === 'object' && row !== null) : []

/** Words of a document's list of words. */
export const wordsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map(textOf).filter((word) => word !== '') : []

/** Lines a text names: "(line 12)", "line 12: …". */
export const linesIn = (text: unknown): number[] =>
  [...textOf(text).matchAll(/\bline (\d+)\b/g)].map(([, line]) => Number(line))

/** A told sentence without the line it ends on. */
export const withoutLine = (text: string): string => text.replace(/ \(line \d+\)$/, '')

export const lineOf = (line: unknown): number[] => (typeof line === 'number' && line > 0 ? [line] : [])
