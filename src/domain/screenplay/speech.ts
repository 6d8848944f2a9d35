import { readCue } from './cue'
import { looksLikeHeading, looksLikePageBreak } from './lineKinds'
import type { ScreenplayElement } from './screenplay'
import { connectingLine, type Aside, type SourceLine } from './sourceLines'

/** A speech: its cue, everything below it, and the index of the first line behind it. */
export type Speech = { elements: ScreenplayElement[]; dual: boolean; next: number; headingInside: number[] }

type Draft = {
  elements: ScreenplayElement[]
  headingInside: number[]
  /** Words gathered for the element under way. */
  words: string[]
  type: 'dialogue' | 'lyrics'
  line: number
  asides: Aside[]
  /** A connecting line was seen and is kept if more words follow. */
  gap: boolean
}

/** A parenthetical that is broken over lines is closed within this many. */
export const parentheticalLinesMax = 4

/**
 * Reads the speech whose cue stands at `at` (`cue`: the line without `@`). It ends at a blank line that is not two
 * spaces, or at a page break. Inside it only parentheticals and lyrics are told from dialogue.
 */
export const readSpeech = (lines: SourceLine[], at: number, cue: string): Speech => {
  const { name, extension, dual } = readCue(cue)
  const line = lines[at]
  const character: ScreenplayElement = { type: 'character', text: name, line: line?.line ?? at + 1 }
  if (extension !== '') character.extension = extension
  const draft: Draft = {
    elements: [character, ...(line?.asides ?? [])],
    headingInside: [], words: [], type: 'dialogue', line: 0, asides: [], gap: false,
  } // prettier-ignore
  let next = at + 1
  for (let step = 1; step > 0; next += step) step = readLine(draft, lines, next)
  flush(draft)
  return { elements: draft.elements, dual, next, headingInside: draft.headingInside }
}

/** Reads what stands at `at`; gives how many lines it took, 0 at the end of the speech. */
const readLine = (draft: Draft, lines: SourceLine[], at: number): number => {
  const line = lines[at]
  if (!line) return 0
  if (line.vanished) {
    flush(draft)
    for (const aside of line.asides) draft.elements.push(aside)
    return 1
  }
  const trimmed = line.text.trim()
  if (trimmed === '') {
    draft.gap = line.text === connectingLine
    return draft.gap ? 1 : 0
  }
  if (looksLikePageBreak(trimmed)) return 0
  if (looksLikeHeading(trimmed) && /^(INT|EXT|EST)\b/.test(trimmed)) {
    if (draft.gap) return 0
    draft.headingInside.push(line.line)
  }
  return readParenthetical(draft, lines, at) || addWords(draft, line, trimmed)
}

const readParenthetical = (draft: Draft, lines: SourceLine[], at: number): number => {
  const taken = parentheticalLength(lines, at)
  if (taken === 0) return 0
  flush(draft)
  const own = lines.slice(at, at + taken)
  const text = own.map(({ text: words }) => words.trim()).join('\n')
  draft.elements.push({ type: 'parenthetical', text: text.slice(1, -1).trim(), line: own[0]?.line ?? at + 1 })
  draft.asides = own.flatMap(({ asides }) => asides)
  flush(draft)
  return taken
}

/** How many lines the parenthetical at `at` has: one as a rule, a few when its bracket is closed further down. */
const parentheticalLength = (lines: SourceLine[], at: number): number => {
  const first = wordsAt(lines, at)
  if (!first.startsWith('(')) return 0
  if (first.endsWith(')')) return 1
  if (/[()]/.test(first.slice(1))) return 0
  for (let taken = 2; taken <= parentheticalLinesMax; taken += 1) {
    const words = wordsAt(lines, at + taken - 1)
    const bracket = words.search(/[()]/)
    if (words === '' || looksLikePageBreak(words)) return 0
    if (bracket >= 0) return bracket === words.length - 1 && words.endsWith(')') ? taken : 0
  }
  return 0
}

const wordsAt = (lines: SourceLine[], at: number): string => lines[at]?.text.trim() ?? ''

const addWords = (draft: Draft, line: SourceLine, trimmed: string): number => {
  const sung = trimmed.startsWith('~') ? trimmed.slice(1).trim() : ''
  const type = sung === '' ? 'dialogue' : 'lyrics'
  if (draft.words.length > 0 && draft.type !== type) flush(draft)
  if (draft.words.length === 0) {
    draft.type = type
    draft.line = line.line
  } else if (draft.gap) draft.words.push('')
  draft.gap = false
  draft.words.push(type === 'lyrics' ? sung : trimmed)
  for (const aside of line.asides) draft.asides.push(aside)
  return 1
}

const flush = (draft: Draft): void => {
  if (draft.words.length > 0) {
    draft.elements.push({ type: draft.type, text: draft.words.join('\n'), line: draft.line })
  }
  for (const aside of draft.asides) draft.elements.push(aside)
  draft.words = []
  draft.asides = []
  draft.gap = false
}
