/** A page of a PDF in points: `items` are `[x, y, width, size, text]`, y from the top. */
export type PdfPage = { width: number; height: number; items: [number, number, number, number, string][] }

/** Words of one line that stand together. */
export type Segment = { x: number; end: number; text: string }
/** A line of a page. `gap`: more room above it than between lines of a paragraph. `top`: the first of its page. */
export type Row = { page: number; y: number; segments: Segment[]; gap: boolean; top: boolean }

/** Farther apart than this are two columns. Points. */
const columnGap = 18

/** The lines of all pages from the top, each with its words from the left. Page furniture is still among them. */
export const rowsOf = (pages: readonly PdfPage[]): Row[] => {
  const rows = pages.flatMap((page, index) => rowsOfPage(page, index + 1))
  const step = lineStep(rows)
  return rows.map((row, at) => {
    const before = rows[at - 1]
    const top = before?.page !== row.page
    return { ...row, top, gap: top || row.y - before.y > step * 1.5 }
  })
}

const rowsOfPage = ({ items }: PdfPage, page: number): Omit<Row, 'gap' | 'top'>[] => {
  const rows: { page: number; y: number; items: PdfPage['items'] }[] = []
  for (const item of [...items].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const last = rows.at(-1)
    if (last && item[1] - last.y <= Math.max(2, item[3] * 0.35)) last.items.push(item)
    else rows.push({ page, y: item[1], items: [item] })
  }
  return rows.map((row) => ({ page, y: row.y, segments: segmentsOf(row.items) }))
}

const segmentsOf = (items: PdfPage['items']): Segment[] => {
  const segments: Segment[] = []
  for (const [x, , width, size, text] of [...items].sort((a, b) => a[0] - b[0])) {
    const last = segments.at(-1)
    const room = last ? x - last.end : 0
    if (!last || room > columnGap) segments.push({ x, end: x + width, text })
    else {
      last.text += room > size * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(text) ? ` ${text}` : text
      last.end = Math.max(last.end, x + width)
    }
  }
  return segments
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** The usual distance between two lines: what comes most often among those that can be one. Points. */
const lineStep = (rows: readonly { page: number; y: number }[]): number => {
  const counts = new Map<number, number>()
  rows.forEach((row, at) => {
    const before = rows[at - 1]
    const step = before?.page === row.page ? Math.round(row.y - before.y) : 0
    if (step >= 9 && step <= 40) counts.set(step, (counts.get(step) ?? 0) + 1)
  })
  // short pages have more paragraphs than lines in them: the smallest that is no accident
  const most = Math.max(0, ...counts.values())
  const common = [...counts].filter(([, count]) => count >= most * 0.15).map(([step]) => step)
  return common.length > 0 ? Math.min(...common) : 14
}
