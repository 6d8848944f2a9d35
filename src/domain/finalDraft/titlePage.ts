import { readTitleKey, isKnownKey, type TitleEntry } from '../screenplay/titlePage'
import { readRuns, writeRuns } from './runs'
import { childrenOf, type XmlNode } from './xml'

/** Stand in the middle of the page, in this order; the others stand below them by name. */
const middle = ['title', 'credit', 'author', 'authors', 'source']
const isMiddle = (key: string): boolean => middle.includes(key.toLowerCase())

/** The title page; '' when there is none. */
export const writeFdxTitlePage = (entries: readonly TitleEntry[]): string => {
  const lines = [
    ...entries.filter(({ key }) => isMiddle(key)).flatMap(({ values }) => values.map((text) => [' Alignment="Center"', text] as const)),
    ...entries.filter(({ key }) => !isMiddle(key)).flatMap(({ key, values }) => (values.length > 0 ? values : ['']).map((text, i) => ['', i === 0 ? `${key}: ${text}` : text] as const)),
  ]
  if (lines.length === 0) return ''
  const paragraphs = lines.map(([where, text]) => `      <Paragraph${where} Type="General">${writeRuns(text)}</Paragraph>`)
  return `  <TitlePage>\n    <Content>\n${paragraphs.join('\n')}\n    </Content>\n  </TitlePage>\n`
} // prettier-ignore

const credit =
  /^(?:(?:story|screenplay|teleplay|original screenplay|written|adapted|created|a film)\b.*\bby|by|von|par|de)$/i
const source = /^(?:based (?:on|upon)|adapted from|from the|inspired by|nach)\b/i
const dated =
  /^(?:(?:first|second|third|final|shooting|rev(?:ised|ision)?)\b.*draft|draft\b|rev\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$)/i

/**
 * Final Draft's title page is free text: the first line in the middle is the title, “written by” the credit, what
 * follows it the authors, “based on …” the source; below stand lines with their names, a draft's date, and the contact.
 */
export const readFdxTitlePage = (root: XmlNode | undefined): TitleEntry[] => {
  const entries: TitleEntry[] = []
  const add = (key: string, text: string) => {
    const standing = entries.find((entry) => entry.key === key)
    if (standing) standing.values.push(text)
    else entries.push({ key, values: [text] })
  }
  const has = (key: string) => entries.some((entry) => entry.key === key)
  let below = 'Contact'
  for (const paragraph of childrenOf(childrenOf(childrenOf(root, 'TitlePage')[0], 'Content')[0], 'Paragraph')) {
    for (const line of readRuns(paragraph).split('\n')) {
      const text = line.trim()
      if (text === '') continue
      if (paragraph.attributes.Alignment === 'Center') add(middleKey(text, has), text)
      else {
        const key = belowKey(text)
        below = key ?? below
        add(below, key === null ? text : (readTitleKey(text)?.values[0] ?? text))
      }
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
