import { getDocumentProxy } from 'unpdf'
import { refuse } from './refuse.mjs'

const pagesMax = 1000
const lettersMax = 6_000_000

/** The text layer of a PDF: `{ pages: [{ width, height, items: [[x, y, width, size, text]] }] }`, y from the top, in points. */
export const readPdf = async (bytes) => {
  const pdf = await open(bytes)
  if (pdf.numPages > pagesMax) throw refuse(`It has ${pdf.numPages} pages; at most ${pagesMax} are read.`)
  const pages = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const [left = 0, bottom = 0] = page.view
    const { items } = await page.getTextContent()
    const words = items.filter(({ str }) => typeof str === 'string' && str.trim() !== '')
    for (const { str } of words) letters += str.length
    if (letters > lettersMax) throw refuse('It holds more text than a screenplay has.')
    pages.push({ width, height, items: words.map((item) => itemOf(item, { left, top: bottom + height })) })
    page.cleanup()
  }
  if (letters === 0) throw refuse('It holds pictures of pages, but no text.')
  return { pages }
}

const itemOf = ({ str, transform, width, height }, { left, top }) => {
  const rounded = (value) => Math.round(value * 10) / 10
  const [, , , size, x, y] = transform
  return [rounded(x - left), rounded(top - y), rounded(width), rounded(Math.abs(size) || height || 12), str]
}

const open = async (bytes) => {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false })
  } catch (error) {
    if (error?.name === 'PasswordException') throw refuse('It is locked with a password.')
    throw refuse('It is no PDF that can be read.')
  }
}
