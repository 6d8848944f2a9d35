import { isKnownKey, readTitleKey, type TitleEntry } from './titlePage'

const credit =
  /^(?:(?:story|screenplay|teleplay|original screenplay|written|adapted|created|a film)\b.*\bby|by|von|par|de)$/i
const source = /^(?:based (?:on|upon)|adapted from|from the|inspired by|nach)\b/i
const dated =
  /^(?:(?:first|second|third|final|shooting|rev(?:ised|ision)?)\b.*draft|draft\b|rev\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$)/i

/**
 * A title page as it is set: the first line in the middle is the title, “written by” the credit, what follows it the
 * authors, “based on …” the source; elsewhere stand lines with their names, a draft's date, and the contact.
 */
export const titleEntriesOf = (lines: readonly { text: string; inMiddle: boolean }[]): TitleEntry[] => {
  const entries: TitleEntry[] = []
  const add = (key: string, text: string) => {
    const standing = entries.find((entry) => entry.key === key)
    if (standing) standing.values.push(text)
    else entries.push({ key, values: [text] })
  }
  const has = (key: string) => entries.some((entry) => entry.key === key)
  let below = 'Contact'
  for (const { text: given, inMiddle } of lines) {
    const text = given.trim()
    if (text === '') continue
    if (inMiddle) add(middleKey(text, has), text)
    else {
      const key = belowKey(text)
      below = key ?? below
      add(below, key === null ? text : (readTitleKey(text)?.values[0] ?? text))
    }
  }
  return entries.map((entry) => ({ ...entry, values: entry.values.filter((value) => value !== '') }))
}

const middleKey = (text: string, has: (key: string) => boolean): string => {
  if (credit.test(text)) return 'Credit'
  if (source.test(text)) return 'Source'
  if (has('Credit')) return has('Source') ? 'Source' : 'Author'
  return has('Title') && !has('Author') && dated.test(text) ? 'Draft date' : 'Title'
}

/** The name a line gives itself; null when it goes on with the one above. */
const belowKey = (text: string): string | null => {
  const key = readTitleKey(text)?.key
  if (key !== undefined && isKnownKey(key)) return key
  return dated.test(text) ? 'Draft date' : null
}
