import { looksLikeCue, readCue } from '../screenplay/cue'
import { looksLikeHeading, looksLikeTransition } from '../screenplay/lineKinds'
import type { Screenplay, ScreenplayElement } from '../screenplay/screenplay'
import { titleEntriesOf } from '../screenplay/titleLines'
import { dualFrom, isDualStart } from './dualRows'
import { isMore, withoutFurniture } from './furniture'
import { rowsOf, type PdfPage, type Row } from './pages'

/** How far right of the action the columns of a screenplay begin. Points. */
export const columns = { speech: 36, cue: 105, far: 200 } as const

const sceneNumber = /^[A-Z]{0,2}\d{1,4}[A-Z]{0,2}\.?$/
const numbered = /^([A-Z]?\d{1,4}[A-Z]{0,2})[.)]?\s+(?=(?:INT|EXT|EST|I\/E)[\s./])/

/** `line` of the elements is the page they begin on. */
type Reading = { left: number; elements: ScreenplayElement[]; speaker: string; open: boolean; moreOf: string }

/**
 * Reads pages that are set as a screenplay: by where a line begins it is a heading, action, a name, words in brackets,
 * speech or a transition; speeches over two pages are one. Null when the pages are not set so.
 */
export const screenplayOfPages = (pages: readonly PdfPage[]): Pick<Screenplay, 'titlePage' | 'elements'> | null => {
  const all = withoutFurniture(rowsOf(pages), pages)
  const headings = all.filter((row) => looksLikeHeading(bareHeading(row)))
  if (headings.length === 0) return null
  const left = mostCommon(headings.map(({ segments }) => headingSegment(segments)?.x ?? 0))
  const titled = headings.every(({ page }) => page > 1) && all.filter(({ page }) => page === 1).length <= 30
  const titlePage = titled ? titleEntriesOf(titleLines(all, pages)) : []
  const rows = titled ? all.filter(({ page }) => page > 1) : all
  const reading: Reading = { left, elements: [], speaker: '', open: false, moreOf: '' }
  for (let at = 0; at < rows.length;) at = readRow(reading, rows, at)
  return { titlePage, elements: reading.elements }
}

const mostCommon = (values: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0
}

const titleLines = (rows: readonly Row[], pages: readonly PdfPage[]) =>
  rows
    .filter(({ page }) => page === 1)
    .flatMap(({ segments }) => segments)
    .map(({ x, end, text }) => ({ text, inMiddle: Math.abs((x + end) / 2 - (pages[0]?.width ?? 612) / 2) < 45 }))

const headingSegment = (segments: Row['segments']) => segments.find(({ text }) => looksLikeHeading(unnumbered(text)))
const unnumbered = (text: string): string => text.replace(numbered, '')
const bareHeading = ({ segments }: Row): string => unnumbered(headingSegment(segments)?.text ?? '')

/** Reads the row at `at`; gives the index behind what it read. */
const readRow = (reading: Reading, rows: readonly Row[], at: number): number => {
  const row = rows[at]
  if (!row) return at + 1
  if (isMore(row)) {
    reading.moreOf = reading.speaker
    return at + 1
  }
  if (looksLikeHeading(bareHeading(row))) addHeading(reading, row)
  else if (isDualStart(row)) {
    const { elements, next } = dualFrom(rows, at)
    reading.elements.push(...elements)
    reading.speaker = ''
    return next
  } else addText(reading, row, rows[at + 1])
  return at + 1
}

const addHeading = (reading: Reading, row: Row): void => {
  const segment = headingSegment(row.segments)
  const text = segment?.text ?? ''
  const own = numbered.exec(text)?.[1]
  const aside = row.segments.find((one) => one !== segment && sceneNumber.test(one.text))?.text.replace('.', '')
  const number = own ?? aside
  reading.elements.push({
    type: 'scene_heading', text: unnumbered(text), line: row.page, ...(number === undefined ? {} : { sceneNumber: number }),
  }) // prettier-ignore
  reading.speaker = ''
  reading.open = true
}

const addText = (reading: Reading, row: Row, next: Row | undefined): void => {
  const { left } = reading
  const words = row.segments.filter((one) => one.x >= left - 12 || !sceneNumber.test(one.text))
  const text = words.map((one) => one.text).join(' ')
  const x = (words[0]?.x ?? left) - left
  if (x < columns.speech) addBody(reading, row, text)
  else if (isCue(row, { text, x, left }, next)) addCue(reading, row, text)
  else if (looksLikeTransition(text) || (x > columns.far && text.endsWith(':')))
    addClosed(reading, { type: 'transition', text, line: row.page })
  else if (reading.speaker !== '') addSpeech(reading, row, text)
  else if (row.gap) addClosed(reading, { type: 'centered', text, line: row.page })
  else addBody(reading, row, text)
}

type Placed = { text: string; x: number; left: number }
/** A name stands far to the right, in capitals, and right below it begins what is said. */
const isCue = (row: Row, { text, x, left }: Placed, next: Row | undefined): boolean => {
  if (x < columns.cue || !row.gap || !looksLikeCue(text) || looksLikeTransition(text) || !next || next.gap) return false
  const below = (next.segments[0]?.x ?? 0) - left
  return below >= columns.speech && below < columns.far
}

const addCue = (reading: Reading, { page }: Row, text: string): void => {
  const { name, extension } = readCue(text)
  if (reading.moreOf === name && /CONT/i.test(extension)) reading.moreOf = ''
  else reading.elements.push({ type: 'character', text: name, line: page, ...(extension === '' ? {} : { extension }) })
  reading.speaker = name
  reading.open = false
}

const addSpeech = (reading: Reading, { page }: Row, text: string): void => {
  const last = reading.elements.at(-1)
  const isAside = last?.type === 'parenthetical' && reading.open
  if (isAside || text.startsWith('(')) {
    const words = text.replace(/^\(|\)$/g, '')
    if (isAside) last.text += ` ${words}`
    else reading.elements.push({ type: 'parenthetical', text: words, line: page })
    reading.open = !text.endsWith(')')
  } else if (last?.type === 'dialogue') last.text += ` ${text}`
  else reading.elements.push({ type: 'dialogue', text, line: page })
}

const addClosed = (reading: Reading, element: ScreenplayElement): void => {
  reading.elements.push(element)
  reading.speaker = ''
  reading.open = false
}

type Next = { row: Row; text: string }
/** A heading goes on in capitals, a paragraph with the next line, also over the end of a page in the middle of a sentence. */
const goesOn = ({ open }: Reading, last: ScreenplayElement, { row, text }: Next): boolean => {
  if (last.type === 'scene_heading') return !row.gap && looksLikeCue(text)
  if (last.type !== 'action' || !open) return false
  return !row.gap || (row.top && !/[.!?:…"”)\]—-]$/.test(last.text))
}

const addBody = (reading: Reading, row: Row, text: string): void => {
  reading.speaker = ''
  const last = reading.elements.at(-1)
  if (last && goesOn(reading, last, { row, text })) last.text += ` ${text}`
  else if (looksLikeTransition(text)) addClosed(reading, { type: 'transition', text, line: row.page })
  else {
    reading.elements.push({ type: 'action', text, line: row.page })
    reading.open = true
  }
}
