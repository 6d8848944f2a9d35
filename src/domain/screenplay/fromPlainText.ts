import { parseFountain } from './fountain'
import { readLooseParagraph, type LooseLine } from './looseParagraph'
import { namesThatReturn, readNameLine } from './nameLine'
import type { Screenplay, ScreenplayElement } from './screenplay'
import { readSourceLines, type SourceLine } from './sourceLines'
import { readTitlePage } from './titlePage'

const chapter = /^(?:chapter|part|act|prologue|epilogue|kapitel|teil|akt|chapitre|partie|acte|capítulo|parte|acto)\b/iu

/**
 * Reads a plain text the way it was most likely meant: as Fountain when it has scene headings or cues, as "NAME: words"
 * when it speaks that way, else as an outline whose paragraphs are action. `as` says which. Never fails.
 */
export const fromPlainText = (source: string): { screenplay: Screenplay; as: 'fountain' | 'names' | 'outline' } => {
  const fountain = parseFountain(source)
  const { lines } = readSourceLines(source)
  const names = namesThatReturn(lines.map(({ text }) => text))
  const body = lines.slice(readTitlePage(lines).next)
  const hasCues = fountain.elements.some(({ type }) => type === 'character')
  const hasHeadings = fountain.elements.some(({ type }) => type === 'scene_heading')
  const hasNames = body.some(({ text }) => readNameLine(text, names) !== undefined)
  if ((hasHeadings && (hasCues || !hasNames)) || (!hasNames && hasCredibleCues(fountain))) {
    return { screenplay: fountain, as: 'fountain' }
  }
  const read = (paragraph: LooseLine[]) =>
    hasNames ? readLooseParagraph(paragraph, names) : [outlineElement(paragraph)]
  const elements = readParagraphs(body, read)
  return { screenplay: { ...fountain, elements }, as: hasNames ? 'names' : 'outline' }
}

/** A first line in capitals may be a cue or the headline of a chapter: a name comes back, or most paragraphs have one. */
const hasCredibleCues = ({ elements, titlePage }: Screenplay): boolean => {
  const cues = elements.flatMap(({ type, text }) => (type === 'character' ? [text] : []))
  if (cues.length === 0 || cues.some((name) => chapter.test(name))) return false
  const actions = elements.filter(({ type }) => type === 'action').length
  return titlePage.length > 0 || new Set(cues).size < cues.length || cues.length >= actions
}

const readParagraphs = (
  lines: SourceLine[],
  read: (paragraph: LooseLine[]) => ScreenplayElement[],
): ScreenplayElement[] => {
  const elements: ScreenplayElement[] = []
  // Without a single blank line every line is a paragraph of its own.
  const loose = lines.some(({ text, vanished }, at) => !vanished && text.trim() === '' && at < lines.length - 1)
  let paragraph: LooseLine[] = []
  let asides: ScreenplayElement[] = []
  const flush = () => {
    if (paragraph.length > 0) for (const element of read(paragraph)) elements.push(element)
    for (const aside of asides) elements.push(aside)
    paragraph = []
    asides = []
  }
  for (const { text, line, asides: own, vanished } of lines) {
    if (text.trim() !== '') paragraph.push({ text, line })
    for (const aside of own) asides.push(aside)
    if ((text.trim() === '' && !vanished) || !loose) flush()
  }
  flush()
  return elements
}

const outlineElement = (paragraph: LooseLine[]): ScreenplayElement => {
  const [first] = paragraph
  const text = paragraph.map((line) => line.text.trimEnd()).join('\n')
  const line = first?.line ?? 1
  if (paragraph.length === 1 && text.length < 80 && chapter.test(text.trim())) {
    return { type: 'section', text: text.trim(), line, depth: 1 }
  }
  return { type: 'action', text, line }
}
