import mammoth from 'mammoth'
import { checkZip } from './checkZip.mjs'
import { refuse } from './refuse.mjs'

/** The paragraphs of a Word document: `{ paragraphs: [{ style, indent, centred, text }] }`, indents in points. */
export const readDocx = async (bytes) => {
  await checkZip(bytes)
  const paragraphs = []
  const keep = mammoth.transforms.paragraph((paragraph) => {
    paragraphs.push({
      style: String(paragraph.styleName ?? ''),
      indent: Number(paragraph.indent?.start ?? 0) / 20,
      centred: paragraph.alignment === 'center',
      text: wordsOf(paragraph),
    })
    return paragraph
  })
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      { transformDocument: keep, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
  } catch {
    throw refuse('It is no Word document that can be read.')
  }
  if (paragraphs.every(({ text }) => text.trim() === '')) throw refuse('It holds no text.')
  return { paragraphs }
}

const breaks = { line: '\n', page: '\n', column: '\n' }

const wordsOf = (element) => {
  if (element.type === 'text') return element.value
  if (element.type === 'tab') return '\t'
  if (element.type === 'break') return breaks[element.breakType] ?? '\n'
  return (element.children ?? []).map(wordsOf).join('')
}
