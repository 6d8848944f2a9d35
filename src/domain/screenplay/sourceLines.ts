/** A note or a boneyard that was lifted out of its line. `line` is 1-based. */
export type Aside = { type: 'note' | 'boneyard'; text: string; line: number }

/**
 * One line as the parser sees it: the words with notes and boneyards lifted out. A note that runs over several lines
 * joins them into one. `line` is where the words begin, 1-based. `vanished`: nothing but asides stood there, so the
 * line is neither text nor blank.
 */
export type SourceLine = { text: string; line: number; asides: Aside[]; vanished: boolean }

/** A `[[` or `/*` that is never closed and therefore stays in the text. */
export type OpenMark = { mark: '[[' | '/*'; line: number }

/** The line that holds a note or a speech together where a blank line would end it. */
export const connectingLine = '  '

type Part = { from: number; to: number }
type Cut = Part & { type: Aside['type'] }

/**
 * Cuts a text into lines (ends: LF, CRLF, CR) without notes and boneyards. Each character is looked at a constant
 * number of times, whatever is left open. Never fails.
 */
export const readSourceLines = (source: string): { lines: SourceLine[]; open: OpenMark[] } => {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { cuts, open } = findCuts(text)
  const lines: SourceLine[] = []
  const newline = finder(text, '\n')
  let lineNumber = 1
  let at = 0
  let next = 0
  while (at <= text.length) {
    const draft = startLine(text, lineNumber)
    for (;;) {
      const cut = cuts[next]
      const end = Math.min(newline(at), text.length)
      if (!cut || cut.from >= end) {
        keep(draft, { from: at, to: end }, lineNumber)
        at = end + 1
        lineNumber += 1
        break
      }
      keep(draft, { from: at, to: cut.from }, lineNumber)
      const inner = text.slice(cut.from + 2, cut.to - 2)
      draft.asides.push({ type: cut.type, text: tidy(inner), line: lineNumber })
      lineNumber += countNewlines(inner)
      at = cut.to
      next += 1
    }
    lines.push(finishLine(draft))
  }
  return { lines, open: withLines(text, open) }
}

type Draft = { whole: string; parts: string[]; asides: Aside[]; line: number; found: boolean; last: string }

const startLine = (whole: string, line: number): Draft => ({
  whole, parts: [], asides: [], line, found: false, last: '',
}) // prettier-ignore

/** Adds a kept piece. Where an aside was lifted out, one space is enough, and no new mark may come into being. */
const keep = (draft: Draft, { from, to }: Part, line: number): void => {
  if (from === to) return
  let piece = draft.whole.slice(from, to)
  if (draft.asides.length > 0 && (draft.last === '' || isSpace(draft.last))) piece = piece.trimStart()
  if (piece === '') return
  if (['/*', '*/', '[[', ']]'].includes(draft.last + piece.charAt(0))) draft.parts.push(' ')
  if (!draft.found && piece.trim() !== '') {
    draft.found = true
    draft.line = line
  }
  draft.parts.push(piece)
  draft.last = piece.charAt(piece.length - 1)
}

const finishLine = ({ parts, asides, line }: Draft): SourceLine => {
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.join('')
  return { text: joined, line, asides, vanished: asides.length > 0 && joined.trim() === '' }
}

const isSpace = (character: string): boolean => character.trim() === ''

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const countNewlines = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Inside an aside blank lines carry no meaning: they become empty, the ends are trimmed. */
const tidy = (inner: string): string =>
  inner.includes('\n')
    ? inner
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim()
    : inner.trim()

/** The next place of `mark` at or after `from`, remembered, so that asking in rising order costs one pass in all. */
const finder = (text: string, mark: string) => {
  let place = -1
  return (from: number): number => {
    if (place < from) {
      const found = text.indexOf(mark, from)
      place = found < 0 ? Infinity : found
    }
    return place
  }
}

/** The next blank line that ends a note: no more than white space, but not the connecting two spaces. */
const blankFinder = (text: string) => {
  let place = -1
  return (from: number): number => {
    if (place >= from) return place
    for (let start = text.indexOf('\n', from); start >= 0;) {
      const end = endOfLine(text, start + 1)
      const line = text.slice(start + 1, end)
      place = start
      if (line !== connectingLine && line.trim() === '') return place
      start = end < text.length ? end : -1
    }
    place = Infinity
    return place
  }
}

/** Finds notes and boneyards from the left: what opens first wins, and reaches to its first closing mark. */
const findCuts = (text: string): { cuts: Cut[]; open: { mark: OpenMark['mark']; at: number }[] } => {
  const cuts: Cut[] = []
  const open: { mark: OpenMark['mark']; at: number }[] = []
  const [noteOpens, noteCloses] = [finder(text, '[['), finder(text, ']]')]
  const [boneyardOpens, boneyardCloses] = [finder(text, '/*'), finder(text, '*/')]
  const blank = blankFinder(text)
  for (let at = 0; ;) {
    const from = Math.min(noteOpens(at), boneyardOpens(at))
    if (from === Infinity) return { cuts, open }
    const isNote = noteOpens(at) === from
    const close = isNote ? noteCloses(from + 2) : boneyardCloses(from + 2)
    const closed = close !== Infinity && (!isNote || blank(from) > close)
    if (closed) cuts.push({ type: isNote ? 'note' : 'boneyard', from, to: close + 2 })
    else open.push({ mark: isNote ? '[[' : '/*', at: from })
    at = closed ? close + 2 : from + 2
  }
}

const withLines = (text: string, open: { mark: OpenMark['mark']; at: number }[]): OpenMark[] => {
  let line = 1
  let from = 0
  return open.map(({ mark, at }) => {
    line += countNewlines(text.slice(from, at))
    from = at
    return { mark, line }
  })
}
