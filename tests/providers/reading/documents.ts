import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib'
import { ZipFile } from 'yazl'
import { deflateSync } from 'node:zlib'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'

/** Where Final Draft sets each kind of line, and how wide. Points. */
const set: Record<string, [x: number, letters: number]> = {
  scene_heading: [108, 60], action: [108, 60], character: [266, 38], parenthetical: [223, 25], dialogue: [180, 35], transition: [432, 20],
} // prettier-ignore
const [pageLines, lineHeight, top] = [54, 12, 72]

const wrapped = (text: string, letters: number): string[] => {
  const lines = ['']
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length + 1 > letters) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** A screenplay as a screenplay program prints it: page numbers, (MORE) and (CONT'D), (CONTINUED), a title page. */
export const screenplayPdf = async (elements: readonly ScreenplayElement[], title = 'NIGHT RAIN'): Promise<Buffer> => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Courier)
  const cover = pdf.addPage([612, 792])
  for (const [i, text] of [title, 'written by', 'Mara Voss'].entries())
    cover.drawText(text, { x: 306 - font.widthOfTextAtSize(text, 12) / 2, y: 500 - i * 24, size: 12, font })
  cover.drawText('Cliff Road 1', { x: 108, y: 90, size: 12, font })
  const sheet = pages(pdf, font)
  let speaker = ''
  for (const { type, text, extension, sceneNumber } of elements) {
    const [x, letters] = set[type] ?? set['action']!
    const words = type === 'parenthetical' ? `(${text})` : extension ? `${text} (${extension})` : text
    const joined = type === 'parenthetical' || type === 'dialogue'
    if (type === 'character') speaker = text
    if (!joined) sheet.blank(type === 'character' ? 4 : 2)
    for (const line of wrapped(words, letters)) {
      if (joined && sheet.left() < 2) {
        sheet.write(266, '(MORE)')
        sheet.turn()
        sheet.write(266, `${speaker} (CONT'D)`)
      }
      sheet.write(x, line)
      if (type === 'scene_heading' && sceneNumber !== undefined) sheet.beside(sceneNumber)
    }
  }
  return Buffer.from(await pdf.save())
}

const pages = (pdf: PDFDocument, font: PDFFont) => {
  let page: PDFPage
  let line = 0
  let number = 0
  const turn = () => {
    if (number > 0) page.drawText('(CONTINUED)', { x: 450, y: 792 - top - pageLines * lineHeight - 6, size: 12, font })
    page = pdf.addPage([612, 792])
    number++
    if (number > 1) {
      page.drawText(`${String(number)}.`, { x: 520, y: 792 - 40, size: 12, font })
      page.drawText('CONTINUED:', { x: 108, y: 792 - 56, size: 12, font })
    }
    line = 0
  }
  turn()
  const y = () => 792 - top - line * lineHeight
  return {
    turn,
    left: () => pageLines - line,
    blank: (needed: number) => {
      if (line > 0) line++
      if (pageLines - line < needed) turn()
    },
    write: (x: number, text: string) => {
      if (line >= pageLines) turn()
      page.drawText(text, { x, y: y(), size: 12, font })
      line++
    },
    beside: (text: string) => {
      for (const x of [72, 530]) page.drawText(text, { x, y: y() + lineHeight, size: 12, font })
    },
  }
}

/** A PDF of these objects, numbered from 1, the first one the catalogue. */
export const rawPdf = (objects: readonly string[]): Buffer => {
  let body = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const from = body.length
    body += `${String(i + 1)} 0 obj\n${object}\nendobj\n`
    return from
  })
  const rows = at.map((from) => `${String(from).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(body.length)}\n%%EOF`,
    'latin1',
  )
}
const stream = (content: string, more = '') =>
  `<<${more}/Length ${String(content.length)}>>\nstream\n${content}\nendstream`
const font = '<</Type/Font/Subtype/Type1/BaseFont/Courier>>'

/** Pages that are their own children, and a drawing that draws itself twice, twice, twice … */
export const loopingPdfs = (): Buffer[] => [
  rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F 6 0 R>>>>>>',
    stream('/X Do'),
    stream('BT /F 12 Tf (ha) Tj ET /X Do /X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>/Font<</F 6 0 R>>>>'),
    font,
  ]),
] // prettier-ignore

/** A page whose content unpacks to `megabytes`. */
export const bombPdf = (megabytes: number): Buffer => {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, 'BT (ha) Tj ET\n')).toString('latin1')
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(packed, '/Filter/FlateDecode'),
    font,
  ])
}

type Paragraph = { text: string; style?: string; indent?: number }

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const docxBody = (paragraphs: readonly Paragraph[]) =>
  paragraphs
    .map(({ text, style, indent }) => `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style.replace(/ /g, '')}"/>` : ''}${indent ? `<w:ind w:left="${String(indent * 20)}"/>` : ''}</w:pPr><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`)
    .join('') // prettier-ignore

/** A Word document of these paragraphs; `more` parts stand beside it, `prolog` before its XML. */
export const docx = async (
  paragraphs: readonly Paragraph[],
  { prolog = '', more = {} }: { prolog?: string; more?: Record<string, Buffer> } = {},
): Promise<Buffer> => {
  const names = [...new Set(paragraphs.flatMap(({ style }) => (style ? [style] : [])))]
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, Buffer> = {
    '[Content_Types].xml': Buffer.from(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    ),
    '_rels/.rels': Buffer.from(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': Buffer.from(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': Buffer.from(
      `${head}<w:styles ${w}>${names.map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/ /g, '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    ),
    'word/document.xml': Buffer.from(
      `${head}${prolog}<w:document ${w}><w:body>${docxBody(paragraphs)}</w:body></w:document>`,
    ),
    ...more,
  }
  return zipOf(parts)
}

export const zipOf = async (parts: Record<string, Buffer>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(parts)) zip.addBuffer(bytes, name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
