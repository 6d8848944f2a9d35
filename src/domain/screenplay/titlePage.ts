import { isUpperCase } from './cue'
import { looksLikeHeading, looksLikeTransition } from './lineKinds'
import type { Screenplay } from './screenplay'
import type { SourceLine } from './sourceLines'

export type TitleEntry = Screenplay['titlePage'][number]

const knownKeys = new Set([
  'title', 'credit', 'author', 'authors', 'writer', 'writers', 'written by', 'source', 'notes', 'draft date', 'draft',
  'date', 'contact', 'copyright', 'revision', 'format', 'font', 'language', 'lang', 'genre', 'logline', 'episode',
  'series', 'subtitle', 'version', 'director', 'company', 'titel', 'autor', 'autorin', 'titre', 'auteur', 'título',
]) // prettier-ignore

/**
 * Reads the title page, which can only be the first thing of a text. Gives its entries and the index of the first line
 * behind it; no entries and 0 when the text begins otherwise ("FADE IN:", "MARA: …" and headings are no keys).
 */
export const readTitlePage = (lines: SourceLine[]): { entries: TitleEntry[]; next: number } => {
  const entries: TitleEntry[] = []
  let next = 0
  let whole = true
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (!line || line.vanished) continue
    if (line.text.trim() === '') break
    whole = addTitleLine(entries, line.text)
    if (!whole) break
  }
  return isTitlePage(entries, whole) ? { entries, next } : { entries: [], next: 0 }
}

const addTitleLine = (entries: TitleEntry[], text: string): boolean => {
  const last = entries.at(-1)
  if (last && /^\s/.test(text)) {
    last.values.push(text.trim())
    return true
  }
  const entry = readTitleKey(text)
  if (entry) entries.push(entry)
  return entry !== undefined
}

/** "Draft date: 1 May" → its key and first value; undefined when the line is something else. */
export const readTitleKey = (text: string): TitleEntry | undefined => {
  const colon = text.slice(0, 61).indexOf(':')
  if (colon < 1 || /^\s/.test(text)) return undefined
  const trimmed = text.trim()
  if (looksLikeHeading(trimmed) || looksLikeTransition(trimmed)) return undefined
  const key = text.slice(0, colon).trim()
  const after = text.slice(colon + 1)
  if (!isKnownKey(key) && after !== '' && !/^\s/.test(after)) return undefined
  const value = after.trim()
  return { key, values: value === '' ? [] : [value] }
}

export const isKnownKey = (key: string): boolean => knownKeys.has(key.toLowerCase())

/** Keys nobody knows make a title page only when there are several, nothing else, and the first is not shouted. */
const isTitlePage = (entries: TitleEntry[], whole: boolean): boolean => {
  const [first] = entries
  if (!first) return false
  if (entries.some(({ key }) => isKnownKey(key))) return whole || isKnownKey(first.key)
  return (
    whole &&
    entries.length > 1 &&
    !isUpperCase(first.key) &&
    /^[\p{L}\p{N}.-]+(?: [\p{L}\p{N}.-]+){0,2}$/u.test(first.key)
  )
}

/** Prints a title page; '' when there are no entries. */
export const composeTitlePage = (entries: TitleEntry[]): string => entries.map(composeEntry).join('')

const composeEntry = ({ key, values }: TitleEntry): string => {
  const lines = values.flatMap((value) => value.split(/\r\n?|\n/)).map((value) => value.trim())
  const [only] = lines
  if (lines.length <= 1) return `${key}:${only ? ` ${only}` : ''}\n`
  return `${key}:\n${lines.map((line) => `    ${line}\n`).join('')}`
}
