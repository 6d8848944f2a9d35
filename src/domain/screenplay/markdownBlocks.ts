import type { Aside, SourceLine } from './sourceLines'
import type { LooseLine } from './looseParagraph'

/** A Markdown file as blocks, in order. `depth` counts the # of a heading; `info` stands behind a code fence. */
export type MarkdownBlock =
  | { kind: 'heading'; depth: number; lines: [LooseLine] }
  | { kind: 'paragraph'; lines: LooseLine[] }
  | { kind: 'fence'; info: string; lines: LooseLine[] }
  | { kind: 'comment'; lines: LooseLine[] }
  | { kind: 'page_break'; lines: [LooseLine] }
  | { kind: 'aside'; aside: Aside }

type Walk = { lines: SourceLine[]; blocks: MarkdownBlock[]; paragraph: LooseLine[]; asides: Aside[] }

/** Cuts lines into Markdown's blocks: enough of CommonMark for a script, in one pass. Never fails. */
export const readMarkdownBlocks = (lines: SourceLine[], from: number): MarkdownBlock[] => {
  const walk: Walk = { lines, blocks: [], paragraph: [], asides: [] }
  const closers = { fence: lastIndexOf(lines, /^(?:`{3,}|~{3,})$/), comment: lastIndexOf(lines, /-->/) }
  for (let at = from; at < lines.length;) at += readBlock(walk, at, closers)
  flush(walk)
  return walk.blocks
}

const lastIndexOf = (lines: SourceLine[], mark: RegExp): number =>
  lines.findLastIndex(({ text }) => mark.test(text.trim()))

const readBlock = (walk: Walk, at: number, closers: { fence: number; comment: number }): number => {
  const line = walk.lines[at]
  if (!line) return 1
  const text = line.text.trim()
  for (const aside of line.asides) walk.asides.push(aside)
  if (text === '') {
    if (!line.vanished || walk.paragraph.length === 0) flush(walk)
    return 1
  }
  if (/^(?:`{3}|~{3})/.test(text) && closers.fence > at) return readFence(walk, at, text)
  if (text.startsWith('<!--') && closers.comment >= at) return readComment(walk, at)
  return readHeading(walk, at, text) || readRule(walk, text, line) || addLine(walk, line)
}

const readFence = (walk: Walk, at: number, text: string): number => {
  flush(walk)
  const fence = text.slice(0, 3)
  const inner: LooseLine[] = []
  let next = at + 1
  for (; next < walk.lines.length; next += 1) {
    const line = walk.lines[next]
    if (!line || line.text.trim().startsWith(fence)) break
    inner.push({ text: line.text, line: line.line })
    for (const aside of line.asides) walk.asides.push(aside)
  }
  walk.blocks.push({
    kind: 'fence',
    info: text
      .replace(/^[`~]+/, '')
      .trim()
      .toLowerCase(),
    lines: inner,
  })
  return next + 1 - at
}

const readComment = (walk: Walk, at: number): number => {
  flush(walk)
  const inner: LooseLine[] = []
  let next = at
  let ended = false
  for (; next < walk.lines.length && !ended; next += 1) {
    const line = walk.lines[next]
    ended = line?.text.includes('-->') ?? false
    if (line) inner.push({ text: line.text.replace('<!--', '').replace(/-->.*/, '').trim(), line: line.line })
  }
  walk.blocks.push({ kind: 'comment', lines: inner })
  return next - at
}

const readHeading = (walk: Walk, at: number, text: string): number => {
  const line = walk.lines[at]?.line ?? at + 1
  const [, marks, words] = /^(#{1,6})\s+(\S.*)$/.exec(text) ?? []
  if (marks && words) {
    flush(walk)
    const bare = words.replace(/(\s)#+$/, '$1').trim()
    walk.blocks.push({ kind: 'heading', depth: marks.length, lines: [{ text: bare, line }] })
    return 1
  }
  const depth = underlineDepth(walk.lines[at + 1]?.text.trim() ?? '')
  if (depth === 0 || walk.paragraph.length > 0 || /^[-=*+>]/.test(text)) return 0
  walk.blocks.push({ kind: 'heading', depth, lines: [{ text, line }] })
  return 2
}

/** A line of = or - below a single line makes it a heading of the first or second order. */
const underlineDepth = (below: string): 0 | 1 | 2 => {
  if (/^={2,}$/.test(below)) return 1
  return /^-{2,}$/.test(below) ? 2 : 0
}

const readRule = (walk: Walk, text: string, line: SourceLine): number => {
  const pageBreak = /^={3,}$/.test(text)
  if (!pageBreak && !/^([-*_])(?: ?\1){2,}$/.test(text)) return 0
  flush(walk)
  if (pageBreak) walk.blocks.push({ kind: 'page_break', lines: [{ text: '', line: line.line }] })
  return 1
}

const addLine = (walk: Walk, line: SourceLine): number => {
  const unquoted = line.text.replace(/^(?:\s{0,3}> ?){1,5}/, '')
  const item = /^\s*(?:[-*+]|\d{1,4}[.)])\s+(\S.*)$/.exec(unquoted)
  if (item) flush(walk)
  walk.paragraph.push({
    text: plainLinks(item?.[1] ?? unquoted)
      .replace(/\\$/, '')
      .trim(),
    line: line.line,
  })
  return 1
}

/** A link is its words, a picture its description. */
const plainLinks = (text: string): string => text.replace(/!?\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')

const flush = (walk: Walk): void => {
  if (walk.paragraph.length > 0) walk.blocks.push({ kind: 'paragraph', lines: walk.paragraph })
  for (const aside of walk.asides) walk.blocks.push({ kind: 'aside', aside })
  walk.paragraph = []
  walk.asides = []
}
