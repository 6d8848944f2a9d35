import { withoutFurniture } from './furniture'
import { rowsOf, type PdfPage } from './pages'

/** Pages of prose as plain text: lines of a paragraph joined, paragraphs apart, words cut at a line's end made whole. */
export const textOfPages = (pages: readonly PdfPage[]): string => {
  const paragraphs: string[] = []
  for (const row of withoutFurniture(rowsOf(pages), pages)) {
    const text = row.segments.map((one) => one.text).join(' ')
    const last = paragraphs.at(-1)
    const goesOn = last !== undefined && (!row.gap || (row.top && !/[.!?:…"”)\]]$/.test(last)))
    if (!goesOn) paragraphs.push(text)
    else paragraphs[paragraphs.length - 1] = /\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(text) ? `${last.slice(0, -1)}${text}` : `${last} ${text}`
  }
  return `${paragraphs.join('\n\n')}\n`
} // prettier-ignore
