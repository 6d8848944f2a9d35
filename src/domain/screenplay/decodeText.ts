import { StudioError } from '@/domain/errors/StudioError'
import type { Notice } from './screenplay'
import { readWindows1252 } from './windows1252'

/** The text of a file and what was noticed while turning its bytes into letters. */
export type DecodedText = { text: string; notices: Notice[] }

const asFountain = 'Export it as Fountain or as plain text (.fountain, .txt) and use that file.'
/** First bytes of files that are no text: name, what to do, bytes. */
const knownFiles: [name: string, fix: string, bytes: number[]][] = [
  ['a PDF', `${asFountain} In most screenplay programs: File > Export.`, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or a document of Word, Pages or LibreOffice', asFountain, [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word document', asFountain, [0xd0, 0xcf, 0x11, 0xe0]],
  ['a JPEG picture', 'Choose the file that holds the written screenplay.', [0xff, 0xd8, 0xff]],
  ['a PNG picture', 'Choose the file that holds the written screenplay.', [0x89, 0x50, 0x4e, 0x47]],
  ['a GIF picture', 'Choose the file that holds the written screenplay.', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', 'Unpack it and use the text file inside.', [0x1f, 0x8b, 0x08]],
  ['a rich text document', asFountain, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
/** More control characters than this share is no writing. A few are noted and kept. */
const controlShareMax = 0.01
const controlsAlwaysKept = 4

/**
 * Turns bytes into text: UTF-8 (a BOM stays in the text), UTF-16 with a BOM, else Windows-1252 with a notice.
 * Fails: SCREENPLAY_NOT_TEXT for pictures, PDF, Word, archives, Final Draft's XML and anything that is no writing.
 */
export const decodeText = (bytes: Uint8Array, fileName: string): DecodedText => {
  const known = knownFiles.find(([, , magic]) => magic.every((byte, at) => bytes[at] === byte))
  if (known) throw notText({ fileName, why: `Its first bytes are those of ${known[0]}.`, fix: known[1] })
  const decoded = decode(bytes)
  const controls = countControls(decoded.text)
  const allowed = Math.max(controlsAlwaysKept, decoded.text.length * controlShareMax)
  if (controls > allowed || decoded.text.includes('\0')) {
    const why = decoded.text.includes('\0')
      ? 'It holds zero bytes, which no written text does.'
      : `${String(controls)} of its ${String(decoded.text.length)} characters are control characters.`
    throw notText({ fileName, why, fix: asFountain })
  }
  if (/^\s*<\?xml/.test(decoded.text.slice(0, 200)) && decoded.text.slice(0, 2000).includes('<FinalDraft')) {
    throw notText({ fileName, why: 'It is a Final Draft file (XML).', fix: asFountain })
  }
  return decoded
}

const notText = ({ fileName, why, fix }: { fileName: string; why: string; fix: string }) =>
  new StudioError({
    code: 'SCREENPLAY_NOT_TEXT',
    what: `“${fileName}” is not a text that can be read as a screenplay.`,
    why,
    fix,
    retry: 'never',
  })

const decode = (bytes: Uint8Array): DecodedText => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: read(bytes, 'utf-16le'), notices: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: read(bytes, 'utf-16be'), notices: [] }
  const text = read(bytes, 'utf-8')
  const broken = count(text, /\uFFFD/g)
  if (broken === 0 || isUtf8(bytes)) return { text, notices: [] }
  const foreign = count(text, /[^\p{ASCII}\uFFFD]/gu)
  if (foreign > broken * 4) {
    const what = `The file is UTF-8 with ${String(broken)} broken characters; each was replaced by U+FFFD.`
    return { text, notices: [{ code: 'SCREENPLAY_BROKEN_UTF8', line: lineOf(text), what }] }
  }
  const what = 'The file is not UTF-8; it was read as Windows-1252 (Latin-1). Save it as UTF-8 if letters look wrong.'
  return { text: readWindows1252(bytes), notices: [{ code: 'SCREENPLAY_LATIN1', line: lineOf(text), what }] }
}

const read = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

/** A text may hold U+FFFD itself; only the strict decoder knows. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const lineOf = (text: string): number => text.slice(0, text.indexOf('\uFFFD')).split(/\r\n?|\n/).length

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const countControls = (text: string): number => count(text, /(?![\t\n\v\f\r\u0085])\p{Cc}/gu)
