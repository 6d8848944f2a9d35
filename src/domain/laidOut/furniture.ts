import { looksLikeHeading } from '../screenplay/lineKinds'
import type { PdfPage, Row, Segment } from './pages'

const pageNumber = /^(?:page |- ?)?\d{1,4}[A-Z]?(?: ?-|\.|\))?$/i
const carriedOver = /^\(?(?:CONTINUED|CONT['’]D|FORTSETZUNG|SUITE)\)?:?(?: \(\d+\))?$/
const more = /^\((?:MORE|MEHR|SUITE|MÁS)\)$/i
/** How far from the edges headers and footers stand, as a share of the page's height. */
const edge = 0.1

/** Lines without what belongs to the pages: numbers, headers and footers that come back, (CONTINUED), marks of revisions. */
export const withoutFurniture = (rows: readonly Row[], pages: readonly PdfPage[]): Row[] => {
  const running = runningWords(rows, pages)
  const kept: Row[] = []
  let gapAbove = false
  for (const row of rows) {
    const segments = row.segments.filter(({ text }) => !/^\*+$/.test(text))
    const all = segments.map(({ text }) => text).join(' ')
    const drop =
      segments.length === 0 ||
      carriedOver.test(all) ||
      segments.every(({ text }) => carriedOver.test(text) || pageNumber.test(text)) ||
      (isAtEdge(row, pages) &&
        !segments.some(({ text }) => looksLikeHeading(text)) &&
        (segments.some(({ text }) => pageNumber.test(text)) || running.has(wordsOf(segments))))
    if (drop) gapAbove = gapAbove || row.gap
    else {
      const top = row.page !== kept.at(-1)?.page
      kept.push({ ...row, segments, gap: row.gap || gapAbove, top })
      gapAbove = false
    }
  }
  return kept
}

/** “(MORE)” under a speech that goes on on the next page. */
export const isMore = ({ segments }: Row): boolean => segments.length === 1 && more.test(segments[0]?.text ?? '')

const isAtEdge = ({ y, page }: Row, pages: readonly PdfPage[]): boolean => {
  const height = pages[page - 1]?.height ?? 0
  return y < height * edge || y > height * (1 - edge)
}

const wordsOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\d\s.]+/g, ' ')
    .trim()
    .toLowerCase()

/** Words at the edges of a third of the pages, three at least. */
const runningWords = (rows: readonly Row[], pages: readonly PdfPage[]): Set<string> => {
  const counts = new Map<string, number>()
  for (const row of rows)
    if (isAtEdge(row, pages)) counts.set(wordsOf(row.segments), (counts.get(wordsOf(row.segments)) ?? 0) + 1)
  return new Set([...counts].flatMap(([text, count]) => (count >= Math.max(3, pages.length / 3) ? [text] : [])))
}
