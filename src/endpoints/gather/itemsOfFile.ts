import { createHash } from 'node:crypto'
import { readFdx } from '@/domain/finalDraft/readFdx'
import { limits } from '@/domain/limits'
import type { RawItem } from '@/domain/gather/rawItem'
import { StudioError } from '@/domain/errors/StudioError'
import { entriesOfTable, rowsOfJson, type TableEntries } from '@/domain/gather/entriesOfTable'
import { decodeText } from '@/domain/screenplay/decodeText'
import { docxText } from '@/domain/laidOut/docxText'
import { screenplayOfPages } from '@/domain/laidOut/screenplayOfPages'
import { textOfPages } from '@/domain/laidOut/textOfPages'
import { composeFountain } from '@/domain/screenplay/composeFountain'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import { readCsv } from '@/providers/reading/readCsv'
import { readDocx } from '@/providers/reading/readDocx'
import { readPdf } from '@/providers/reading/readPdf'
import { fileRefused, type SentFile } from '../asked/filesOf'

type Given = { author: string }
/** What a file gives before who, when and where from is added. */
type Read = Pick<RawItem, 'kind' | 'title' | 'text' | 'data' | 'place'>
type Reader = (file: SentFile) => Read[] | Promise<Read[]>

const screenplay: Reader = ({ name, bytes }) => {
  const { fountain, format } = readScreenplay({ bytes, fileName: name })
  return [{ kind: 'screenplay', title: name, text: fountain, data: { format } }]
}

const finalDraft: Reader = ({ name, bytes }) => {
  if (bytes.length > limits.fdxBytesMax) throw tooLarge(name)
  const text = new TextDecoder().decode(bytes)
  return asScreenplay({ name, bytes }, composeFountain(readFdx(text)), { format: 'fdx' })
}

type As = { format: string; ending?: string }

/** Text taken out of a file, read like a file of that ending. */
const asScreenplay = ({ name }: SentFile, text: string, { format, ending = 'fountain' }: As): Read[] => {
  const { fountain } = readScreenplay({ bytes: Buffer.from(text), fileName: `${name}.${ending}` })
  return [{ kind: 'screenplay', title: name, text: fountain, data: { format } }]
}

const pdf: Reader = async (file) => {
  const read = await readPdf(file.bytes)
  if ('refused' in read) throw notRead(file, read.refused)
  const set = screenplayOfPages(read.pages)
  return set
    ? asScreenplay(file, composeFountain(set), { format: 'pdf' })
    : asScreenplay(file, textOfPages(read.pages), { format: 'pdf', ending: 'txt' })
}

const docx: Reader = async (file) => {
  const read = await readDocx(file.bytes)
  if ('refused' in read) throw notRead(file, read.refused)
  const { text, as } = docxText(read.paragraphs)
  return asScreenplay(file, text, { format: 'docx', ending: as })
}

const json: Reader = (file) => {
  const rows = rowsOfJson(parsed(file))
  if (!rows) throw notRead(file, 'It is no list of entries, nor an object with such lists.')
  return entriesIn(file, entriesOfTable(rows, file.name))
}

const csv: Reader = (file) => {
  const read = readCsv(tableText(file))
  if ('refused' in read) throw notRead(file, read.refused)
  return entriesIn(file, entriesOfTable(read.rows, file.name))
}

const entriesIn = (file: SentFile, read: TableEntries): Read[] => {
  if ('refused' in read) throw notRead(file, read.refused)
  return read.entries
}

const parsed = (file: SentFile): unknown => {
  try {
    return JSON.parse(tableText(file).replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof StudioError) throw error
    throw notRead(file, 'It is no JSON: it is broken where it was cut off or misspelt.')
  }
}

const tableText = (file: SentFile): string => {
  if (file.bytes.length > limits.tableBytesMax)
    throw notRead(file, `It is larger than ${String(limits.tableBytesMax / 1_000_000)} MB.`)
  return decodeText(file.bytes, file.name).text
}

const readers: [RegExp, Reader][] = [
  [/\.(?:fountain|spmd|md|markdown|txt|text)$/i, screenplay],
  [/\.fdx$/i, finalDraft],
  [/\.pdf$/i, pdf],
  [/\.docx$/i, docx],
  [/\.json$/i, json],
  [/\.csv$/i, csv],
]

/** The entries a file gives, by its name's ending. Fails: FILE_REFUSED, SCREENPLAY_*, FDX_REFUSED. */
export const itemsOfFile = async (file: SentFile, { author }: Given): Promise<RawItem[]> => {
  const { name, bytes } = file
  const reader = readers.find(([ending]) => ending.test(name))?.[1]
  if (!reader)
    throw fileRefused({
      name,
      why: 'Files of this kind are not read.',
      fix: 'Send a screenplay as Fountain, Final Draft (.fdx), PDF, Word (.docx), Markdown or plain text, or entries as JSON or CSV.',
    })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const from = { source: 'import' as const, author, file: { name, sha256, bytes: bytes.length } }
  return (await reader(file)).map((read) => ({ ...read, ...from }))
}

const tooLarge = (name: string) =>
  fileRefused({
    name,
    why: `It is larger than ${String(limits.fdxBytesMax / 1_000_000)} MB.`,
    fix: 'Split it into several files, for example one for each act.',
  })
const notRead = ({ name }: SentFile, why: string) =>
  fileRefused({ name, why, fix: 'Export it again from the program it was written in, or as Fountain or plain text.' })
