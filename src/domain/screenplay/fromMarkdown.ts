import { looksLikeCue } from './cue'
import { withoutEmphasis } from './emphasis'
import { parseFountain } from './fountain'
import { headingElement, readLooseParagraph, type LooseLine } from './looseParagraph'
import { readMarkdownBlocks, type MarkdownBlock } from './markdownBlocks'
import { namesThatReturn } from './nameLine'
import { openNoticeBook } from './noticeBook'
import { noteOddCharacters } from './oddCharacters'
import type { Screenplay, ScreenplayElement } from './screenplay'
import { readSourceLines, type SourceLine } from './sourceLines'
import { readTitleKey, readTitlePage, type TitleEntry } from './titlePage'

/**
 * Reads a script written in Markdown; docs/screenplay-formats.md states the rules. Lines are those of the Markdown
 * file, `source` is that file. Never fails.
 */
export const fromMarkdown = (source: string): Screenplay => {
  const notices = openNoticeBook()
  noteOddCharacters(source, notices)
  const { lines } = readSourceLines(source)
  const { entries, next } = readFrontMatter(lines) ?? readTitlePage(lines)
  const names = namesThatReturn(lines.map(({ text }) => text.replace(/^\s*(?:[-*+>]|\d{1,4}[.)])\s+/, '')))
  const blocks = readMarkdownBlocks(lines, next)
  const elements: ScreenplayElement[] = lines.slice(0, next).flatMap(({ asides }) => asides)
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    const joined = block && cueApart(block, blocks[at + 1])
    if (joined) at += 1
    if (block) for (const element of blockElements(joined ?? block, names)) elements.push(element)
  }
  return { titlePage: entries, elements, notices: notices.all(), source }
}

/** "---", then "key: value" lines, then "---". */
const readFrontMatter = (lines: SourceLine[]): { entries: TitleEntry[]; next: number } | undefined => {
  if (lines[0]?.text.trim() !== '---') return undefined
  const end = lines.slice(1, 200).findIndex(({ text }) => /^(?:---|\.\.\.)$/.test(text.trim())) + 1
  if (end === 0) return undefined
  const entries = lines.slice(1, end).flatMap(({ text }) => readTitleKey(text) ?? [])
  return { entries: entries.map(unquoted), next: end + 1 }
}

const unquoted = ({ key, values }: TitleEntry): TitleEntry => ({
  key,
  values: values.map((value) => value.replace(/^(["'])(.*)\1$/, '$2')),
})

/** A bold name in capitals that stands alone speaks the paragraph below it. */
const cueApart = (block: MarkdownBlock, below: MarkdownBlock | undefined): MarkdownBlock | undefined => {
  const [only] = block.kind === 'paragraph' ? block.lines : []
  if (!only || block.kind !== 'paragraph' || block.lines.length > 1 || below?.kind !== 'paragraph') return undefined
  const isBold = /^(\*\*|__).+\1$/.test(only.text) && looksLikeCue(withoutEmphasis(only.text))
  if (!isBold || headingElement(only)) return undefined
  return { kind: 'paragraph', lines: [only, ...below.lines] }
}

const blockElements = (block: MarkdownBlock, names: ReadonlySet<string>): ScreenplayElement[] => {
  switch (block.kind) {
    case 'heading':
      return [headingElement(block.lines[0]) ?? { type: 'section', ...block.lines[0], depth: block.depth }]
    case 'paragraph':
      return readLooseParagraph(block.lines, names)
    case 'fence':
      return fenceElements(block.info, block.lines)
    case 'comment':
      return asideOf('boneyard', block.lines)
    case 'page_break':
      return [{ type: 'page_break', ...block.lines[0] }]
    case 'aside':
      return [block.aside]
  }
}

/** A fence marked fountain holds Fountain; other code is no story and becomes a note. */
const fenceElements = (info: string, lines: LooseLine[]): ScreenplayElement[] => {
  if (info !== 'fountain') return asideOf('note', lines)
  const inner = parseFountain(`\n${lines.map(({ text }) => text).join('\n')}`)
  return inner.elements.map((element) => ({ ...element, line: lines[element.line - 2]?.line ?? element.line }))
}

const asideOf = (type: 'note' | 'boneyard', lines: LooseLine[]): ScreenplayElement[] => {
  const text = lines.map((line) => line.text.trimEnd()).join('\n').trim() // prettier-ignore
  const [first] = lines
  return first && text !== '' ? [{ type, text, line: first.line }] : []
}
