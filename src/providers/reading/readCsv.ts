import { CsvError, parse } from 'csv-parse/sync'
import type { TableRow } from '@/domain/gather/entriesOfTable'

type Parsed = { record: string[]; info: { lines: number } }

/**
 * The rows of a CSV with a first row of names; a semicolon or a tab parts cells as well as a comma. Rows are counted as
 * in a spreadsheet: the first one under the names is row 2. `refused` says what is wrong, for people.
 */
export const readCsv = (text: string): { rows: TableRow[] } | { refused: string } => {
  try {
    const parsed = parse(text, { bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true, max_record_size: 400_000 }) as unknown as Parsed[] // prettier-ignore
    const [head, ...body] = parsed
    const names = (head?.record ?? []).map((name) => name.trim())
    if (names.every((name) => name === '')) return { refused: 'Its first row holds no names of columns.' }
    if (new Set(names).size < names.length) return { refused: 'Two of its columns have the same name.' }
    return { rows: body.map(({ record, info }, i) => ({ values: valuesOf(names, record), place: { row: i + 2, line: info.lines } })) } // prettier-ignore
  } catch (error) {
    return { refused: error instanceof CsvError ? `It is broken: ${error.message.slice(0, 160)}.` : 'It is no CSV.' }
  }
}

const valuesOf = (names: readonly string[], record: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name, i) => (name === '' ? [] : [[name, record[i] ?? '']])))

/** What parts the names in the first line. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const)
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}
