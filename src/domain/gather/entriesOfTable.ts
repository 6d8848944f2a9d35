import { limits } from '../limits'
import { oddJson } from '../oddJson'
import type { RawItem, RawPlace } from './rawItem'

/** One row or object of a file, and where it stands in it. */
export type TableRow = { values: Record<string, unknown>; place: RawPlace }
type Entry = Pick<RawItem, 'kind' | 'title' | 'text' | 'data'> & { place: RawPlace }
/** `refused`: why nothing of the file is taken, for people. */
export type TableEntries = { entries: Entry[] } | { refused: string }

const kinds = { note: /^notes?$/i, character: /^(?:characters?|people|persons?|cast)$/i, scene: /^scenes?$/i, location: /^(?:locations?|places?)$/i, prop: /^(?:props?|things?)$/i } // prettier-ignore
type Kind = keyof typeof kinds
const titles = /^(?:title|name|heading)$/i
const texts = /^(?:text|description|body|content)$/i

/** The kind of entries a word means: `Characters` → character. Null for any other word. */
export const kindNamed = (word: string): Kind | null =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(word.trim())) ?? null

/**
 * Rows of a CSV or objects of a JSON file as entries: `kind` (else that of the list or of the file's name, else note),
 * `title` or `name`, `text` or `description`; everything else goes into `data`. Empty rows are overlooked.
 */
export const entriesOfTable = (
  rows: readonly (TableRow & { kind?: Kind | null })[],
  fileName: string,
): TableEntries => {
  if (rows.length > limits.tableEntriesMax)
    return { refused: `It holds ${String(rows.length)} entries; at most ${String(limits.tableEntriesMax)} are taken.` }
  const fallback = kindNamed(fileName.replace(/\.[^.]*$/, '')) ?? 'note'
  const entries: Entry[] = []
  for (const { values, place, kind } of rows) {
    const odd = oddJson(values)
    if (odd) return { refused: `At ${placeWords(place)} “${odd.path.slice(0, 80)}” ${odd.why}.` }
    const read = entryOf(values, kind ?? fallback)
    if (typeof read === 'string') return { refused: `At ${placeWords(place)} ${read}.` }
    if (read) entries.push({ ...read, place })
  }
  return entries.length > 0 ? { entries } : { refused: 'It holds no entry.' }
}

export const placeWords = ({ row, line, page, path }: RawPlace): string =>
  path ??
  (row !== undefined ? `row ${String(row)}` : line !== undefined ? `line ${String(line)}` : `page ${String(page)}`)

const textMost = 200_000

const entryOf = (values: Record<string, unknown>, fallback: Kind): Omit<Entry, 'place'> | string | null => {
  const fields = Object.entries(values).filter(([, value]) => value !== '' && value !== null)
  if (fields.length === 0) return null
  const taken: string[] = []
  const wordsAt = (names: RegExp): string => {
    const [name, value] = fields.find(([one, inner]) => names.test(one) && typeof inner === 'string') ?? []
    if (name !== undefined) taken.push(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [given, titled, told] = [wordsAt(/^kind$/i), wordsAt(titles), wordsAt(texts)]
  const kind = given === '' ? fallback : kindNamed(given)
  if (!kind) return `the kind “${given.slice(0, 40)}” is none of ${Object.keys(kinds).join(', ')}`
  const text = told === '' ? titled : told
  if (text === '') return 'neither a title nor a text is given'
  if (text.length > textMost || text.includes('\0')) return 'the text is too long or holds zero bytes'
  const title = (titled === '' ? (text.split('\n', 1)[0] ?? '').slice(0, 80) : titled).slice(0, 300)
  return { kind, title, text, data: Object.fromEntries(fields.filter(([name]) => !taken.includes(name))) }
}

/** The rows of a JSON file: a list of objects, or an object with such lists (`characters`, `scenes` …). */
export const rowsOfJson = (value: unknown): (TableRow & { kind: Kind | null })[] | null => {
  const lists: [string, unknown][] = Array.isArray(value) ? [['', value]] : isObject(value) ? Object.entries(value) : []
  const named = lists.filter(([name, list]) => (name === '' || kindNamed(name) !== null) && Array.isArray(list))
  if (named.length === 0) return isObject(value) && lists.length > 0 ? [{ values: value, place: { path: '$' }, kind: null }] : null
  return named.flatMap(([name, list]) =>
    (list as unknown[]).map((one, i) => ({
      values: isObject(one) ? one : { text: typeof one === 'string' ? one : '' },
      place: { path: `${name}[${String(i + 1)}]` },
      kind: name === '' ? null : kindNamed(name),
    })),
  )
} // prettier-ignore

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
