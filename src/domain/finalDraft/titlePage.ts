import { titleEntriesOf } from '../screenplay/titleLines'
import type { TitleEntry } from '../screenplay/titlePage'
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

/** Final Draft's title page is free text; rules: titleEntriesOf. */
export const readFdxTitlePage = (root: XmlNode | undefined): TitleEntry[] =>
  titleEntriesOf(
    childrenOf(childrenOf(childrenOf(root, 'TitlePage')[0], 'Content')[0], 'Paragraph').flatMap((paragraph) =>
      readRuns(paragraph).split('\n').map((text) => ({ text, inMiddle: paragraph.attributes.Alignment === 'Center' })),
    ),
  ) // prettier-ignore
