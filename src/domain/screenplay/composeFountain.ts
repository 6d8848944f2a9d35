import { looksLikeCue } from './cue'
import { kindOfLine, looksLikeHeading, type LinePlace } from './lineKinds'
import type { Screenplay, ScreenplayElement } from './screenplay'
import { connectingLine, readSourceLines } from './sourceLines'
import { parentheticalLinesMax } from './speech'
import { composeTitlePage, readTitlePage } from './titlePage'

const apart: LinePlace = { blankBefore: true, inParagraph: false, followed: false, headingFollows: false }
const isAside = ({ type }: ScreenplayElement): boolean => type === 'note' || type === 'boneyard'

/**
 * Prints Fountain from title page and elements alone, for a screenplay that was edited or came from another importer.
 * Reading it again gives the same elements (lines aside). Three things Fountain cannot say come back a little
 * different: a stray `[[` or `/*` inside words is pried apart by a space, pieces of dialogue with nothing between them
 * become one, and a blank line inside action or free lyrics makes two elements.
 */
export const composeFountain = ({ titlePage, elements }: Pick<Screenplay, 'titlePage' | 'elements'>): string => {
  const after = nextWords(elements)
  const parts: string[] = []
  let speaking = false
  let before: ScreenplayElement | undefined
  elements.forEach((element, at) => {
    const following = after[at]
    const joined = speaking && belongs(isAside(element) ? following : element, before)
    if (before) parts.push(joined ? '\n' : '\n\n')
    speaking = element.type === 'character' || joined
    const spoken = speaking && following !== undefined && belongs(following, element)
    parts.push(elementText(element, spoken))
    before = element
  })
  const title = composeTitlePage(titlePage)
  const body = parts.length > 0 ? `${parts.join('')}\n` : ''
  if (title !== '') return `${pryApart(title)}\n${body}`
  const opening = readSourceLines(body.slice(0, 2000)).lines
  // A blank line keeps words from being read as a title page or a byte order mark.
  return readTitlePage(opening).entries.length > 0 || body.startsWith('\uFEFF') ? `\n${body}` : body
}

/** For each element the next one behind it that is no note and no boneyard. */
const nextWords = (elements: ScreenplayElement[]): (ScreenplayElement | undefined)[] => {
  const after: (ScreenplayElement | undefined)[] = []
  let next: ScreenplayElement | undefined
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    after[at] = next
    const element = elements[at]
    if (element && !isAside(element)) next = element
  }
  return after
}

/** Whether an element goes on with the speech it stands in. Two verses in a row cannot: they would become one. */
const belongs = (element: ScreenplayElement | undefined, before: ScreenplayElement | undefined): boolean =>
  element?.type === 'dialogue' ||
  element?.type === 'parenthetical' ||
  (element?.type === 'lyrics' && before?.type !== 'lyrics')

const elementText = (element: ScreenplayElement, spoken: boolean): string => {
  const text = element.type === 'character' ? characterText(element, spoken) : printed[element.type](element)
  return isAside(element) ? text : pryApart(text)
}

const printed: Record<ScreenplayElement['type'], (element: ScreenplayElement) => string> = {
  action: ({ text }) => actionText(text),
  character: (element) => characterText(element, false),
  dialogue: ({ text }) => linesOf(text, (line) => line),
  lyrics: ({ text }) => linesOf(text, (line) => `~${line}`),
  parenthetical: ({ text }) => `(${text.split('\n').length > parentheticalLinesMax ? oneLine(text) : text})`,
  scene_heading: (element) => headingText(element),
  section: ({ text, depth }) => `${'#'.repeat(Math.max(1, depth ?? 1))} ${oneLine(text)}`,
  synopsis: ({ text }) => `= ${oneLine(text)}`,
  centered: ({ text }) => `> ${oneLine(text)} <`,
  transition: ({ text }) => (readsAsItself(oneLine(text)) ? oneLine(text) : `> ${oneLine(text)}`),
  note: ({ text }) => noteText(text),
  boneyard: ({ text }) => `/* ${text.replaceAll('*/', '* /')} */`,
  page_break: () => '===',
}

const readsAsItself = (line: string): boolean => {
  const { kind, text } = kindOfLine(line, apart)
  return kind === 'transition' && text === line
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim()

const linesOf = (text: string, print: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? connectingLine : print(line)))
    .join('\n')

const headingText = ({ text, sceneNumber }: ScreenplayElement): string => {
  const words = oneLine(text)
  return `${looksLikeHeading(words) ? '' : '.'}${words}${sceneNumber === undefined ? '' : ` #${sceneNumber}#`}`
}

const characterText = ({ text, extension, dual }: ScreenplayElement, spoken: boolean): string => {
  const words = `${oneLine(text)}${extension === undefined ? '' : ` (${oneLine(extension)})`}`
  const place = { ...apart, followed: true, headingFollows: true }
  const natural = spoken && looksLikeCue(words) && kindOfLine(words, place).kind === 'character'
  return `${natural && !words.startsWith('@') ? '' : '@'}${words}${dual === 'right' ? ' ^' : ''}`
}

/** A line that would be read as something else gets its `!`. */
const actionText = (text: string): string => {
  const lines = text.split('\n')
  const forced = lines.map((line, at) => {
    const above = lines[at - 1]?.trim() ?? ''
    const below = lines[at + 1]?.trim() ?? ''
    const place = {
      blankBefore: above === '', inParagraph: above !== '', followed: below !== '',
      headingFollows: looksLikeHeading(below),
    } // prettier-ignore
    const kind = kindOfLine(line, place)
    return kind.kind === 'action' && kind.text === line.trimEnd() ? line : `!${line}`
  })
  return forced.join('\n')
}

const noteText = (text: string): string => {
  const whole = text.replaceAll(']]', '] ]').split('\n').map((line) => (line.trim() === '' ? connectingLine : line)) // prettier-ignore
  const inner = text === '' ? '' : whole.join('\n')
  const pad = inner.startsWith('[') || inner.endsWith(']') ? ' ' : ''
  return `[[${pad}${inner}${pad}]]`
}

/** Words may not open a note or a boneyard that would swallow what follows. */
const pryApart = (text: string): string => text.replace(/\[(?=\[)/g, '[ ').replaceAll('/*', '/ *')
