import { kindOfLine, looksLikeHeading, type LineKind } from './lineKinds'
import { openNoticeBook, type NoticeBook } from './noticeBook'
import { noteOddCharacters } from './oddCharacters'
import type { Screenplay, ScreenplayElement } from './screenplay'
import { readSourceLines, type SourceLine } from './sourceLines'
import { readSpeech } from './speech'
import { readTitlePage } from './titlePage'

type Walk = {
  lines: SourceLine[]
  elements: ScreenplayElement[]
  notices: NoticeBook
  blankBefore: boolean
  inParagraph: boolean
  /** The speech that a `^` would stand beside: nothing but blank lines and asides came after it. */
  partner: ScreenplayElement[] | undefined
}

/**
 * Reads Fountain 1.1. In: any text. Out: its elements in the order of the file, with 1-based lines, and the text
 * itself. Never throws, takes time in proportion to the text. docs/screenplay-formats.md states every rule.
 */
export const parseFountain = (source: string): Screenplay => {
  const notices = openNoticeBook()
  const { lines, open } = readSourceLines(source)
  noteOddCharacters(source, notices)
  for (const { mark, line } of open) notices.add(openMarkNotice(mark, line))
  const { entries: titlePage, next } = readTitlePage(lines)
  const elements: ScreenplayElement[] = lines.slice(0, next).flatMap(({ asides }) => asides)
  const walk: Walk = { lines, elements, notices, blankBefore: true, inParagraph: false, partner: undefined }
  for (let at = next; at < lines.length;) at = readNext(walk, at)
  return { titlePage, elements, notices: notices.all(), source }
}

/** Reads what begins at line index `at`; gives the index behind it. */
const readNext = (walk: Walk, at: number): number => {
  const line = walk.lines[at]
  if (!line) return at + 1
  if (line.vanished) {
    append(walk.elements, line.asides)
    return at + 1
  }
  if (line.text.trim() === '') {
    walk.blankBefore = true
    walk.inParagraph = false
    return at + 1
  }
  const kind = kindAt(walk, at, line)
  if (kind.kind === 'character') return addSpeech(walk, at, kind.text)
  walk.partner = undefined
  if (kind.kind === 'action' || kind.kind === 'lyrics') return addParagraph(walk, at, kind.kind)
  walk.blankBefore = false
  walk.inParagraph = false
  walk.elements.push(elementOf(kind, line.line))
  append(walk.elements, line.asides)
  return at + 1
}

const kindAt = (walk: Walk, at: number, line: SourceLine): LineKind => {
  let below = at + 1
  while (walk.lines[below]?.vanished) below += 1
  const following = walk.lines[below]?.text.trim() ?? ''
  const { blankBefore, inParagraph } = walk
  return kindOfLine(line.text, {
    blankBefore, inParagraph, followed: following !== '', headingFollows: looksLikeHeading(following),
  }) // prettier-ignore
}

const elementOf = (kind: LineKind, line: number): ScreenplayElement => {
  const element: ScreenplayElement = { type: kind.kind, text: kind.text, line }
  if (kind.kind === 'scene_heading' && kind.sceneNumber !== '') element.sceneNumber = kind.sceneNumber
  if (kind.kind === 'section') element.depth = kind.depth
  return element
}

/** Lines of one kind that follow each other are one element: a paragraph of action, a verse. */
const addParagraph = (walk: Walk, at: number, type: 'action' | 'lyrics'): number => {
  const first = walk.lines[at]?.line ?? at + 1
  const words: string[] = []
  const asides: ScreenplayElement[] = []
  let next = at
  for (; next < walk.lines.length; next += 1) {
    const line = walk.lines[next]
    if (!line || line.vanished || line.text.trim() === '') break
    const kind = kindAt(walk, next, line)
    if (kind.kind !== type) break
    if (type === 'action' && next > at) noteHeadingInside(walk.notices, line)
    words.push(kind.text.trimEnd())
    append(asides, line.asides)
    walk.blankBefore = false
    walk.inParagraph = type === 'action'
  }
  walk.elements.push({ type, text: words.join('\n'), line: first })
  append(walk.elements, asides)
  return next
}

const addSpeech = (walk: Walk, at: number, cue: string): number => {
  const speech = readSpeech(walk.lines, at, cue)
  const left = speech.dual ? walk.partner : undefined
  const spoken = speech.elements.filter(({ type }) => type !== 'note' && type !== 'boneyard')
  if (left) {
    for (const element of left) element.dual = 'left'
    for (const element of spoken) element.dual = 'right'
  }
  if (speech.dual && !left) walk.notices.add(dualAloneNotice(walk.lines[at]?.line ?? at + 1))
  for (const line of speech.headingInside) walk.notices.add(headingInsideNotice(line))
  walk.partner = left ? undefined : spoken
  walk.blankBefore = false
  walk.inParagraph = false
  append(walk.elements, speech.elements)
  return speech.next
}

/** push(...many) would overflow the stack for a line with a hundred thousand notes. */
const append = (elements: ScreenplayElement[], more: readonly ScreenplayElement[]): void => {
  for (const element of more) elements.push(element)
}

const noteHeadingInside = (notices: NoticeBook, line: SourceLine): void => {
  if (/^\s*(INT|EXT|EST)[.\s/]/.test(line.text)) notices.add(headingInsideNotice(line.line))
}

const headingInsideNotice = (line: number) => ({
  code: 'SCREENPLAY_HEADING_NEEDS_BLANK_LINE',
  line,
  what: 'This line looks like a scene heading but follows text directly; put a blank line above it to make it one.',
})

const dualAloneNotice = (line: number) => ({
  code: 'SCREENPLAY_DUAL_ALONE',
  line,
  what: 'A ^ asks for dual dialogue, but no free speech stands directly before this one; it was read as a plain speech.',
})

const openMarkNotice = (mark: '[[' | '/*', line: number) =>
  mark === '/*'
    ? { code: 'SCREENPLAY_BONEYARD_OPEN', line, what: 'This /* is never closed by */; it was read as text.' }
    : {
        code: 'SCREENPLAY_NOTE_OPEN',
        line,
        what: 'This [[ is not closed by ]] before the next blank line, so it was read as text; two spaces on the blank line keep a note together.',
      }
