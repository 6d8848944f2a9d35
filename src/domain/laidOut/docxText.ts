import { composeFountain } from '../screenplay/composeFountain'
import { looksLikeCue, readCue } from '../screenplay/cue'
import { looksLikeHeading } from '../screenplay/lineKinds'
import type { ScreenplayElement } from '../screenplay/screenplay'

/** A paragraph of a Word document; `indent` in points. */
export type DocxParagraph = { style: string; indent: number; centred: boolean; text: string }

const styles: [RegExp, ScreenplayElement['type']][] = [
  [/scene ?heading|slug ?line|sceneheader/i, 'scene_heading'],
  [/parenthetical|wryly/i, 'parenthetical'],
  [/character|^cue$/i, 'character'],
  [/dialogu?e/i, 'dialogue'],
  [/transition/i, 'transition'],
  [/^action$|scene description/i, 'action'],
  [/lyrics/i, 'lyrics'],
]
/** How far in a speech stands where no style says it. Points. */
const [speechIndent, cueIndent] = [36, 105]

/**
 * A Word document as text with the name of a file that is read like it: Fountain where its styles or its indents are a
 * screenplay's, Markdown where it has headings of its own, else plain text.
 */
export const docxText = (paragraphs: readonly DocxParagraph[]): { text: string; as: 'fountain' | 'md' | 'txt' } => {
  const styled = paragraphs.filter(({ style }) => typeOf(style) !== null).length
  const headings = paragraphs.filter(({ text }) => looksLikeHeading(text.trim()))
  const isSet = paragraphs.some(({ indent, text }) => indent >= cueIndent && looksLikeCue(text.trim()))
  if (styled >= 2 || (headings.length > 0 && isSet))
    return { text: composeFountain({ titlePage: [], elements: elementsOf(paragraphs) }), as: 'fountain' }
  const titled = paragraphs.some(({ style }) => headingDepth(style) > 0)
  const hasBlanks = paragraphs.filter(({ text }) => text.trim() === '').length > paragraphs.length / 10
  const lines = paragraphs.map((one, at) => lineOf(one, { next: paragraphs[at + 1], hasBlanks, titled }))
  return { text: `${lines.join('').trimEnd()}\n`, as: titled ? 'md' : 'txt' }
}

const typeOf = (style: string) => styles.find(([name]) => name.test(style))?.[1] ?? null
const headingDepth = (style: string): number =>
  /^title$/i.test(style) ? 1 : Number(/^(?:heading|überschrift|titre) ?([1-6])$/i.exec(style)?.[1] ?? 0)

type Around = { next: DocxParagraph | undefined; hasBlanks: boolean; titled: boolean }

/** A name and what is said stay together where nothing else parts paragraphs. */
const lineOf = ({ text, style }: DocxParagraph, { next, hasBlanks, titled }: Around): string => {
  const depth = headingDepth(style)
  if (depth > 0 && text.trim() !== '') return `\n${'#'.repeat(depth)} ${text.trim()}\n\n`
  const words = text.trim()
  const opens = /^\(.*\)$/.test(words) || (looksLikeCue(words) && !looksLikeHeading(words))
  const speaks = opens && next !== undefined && !looksLikeCue(next.text.trim())
  return `${text.trimEnd()}${(hasBlanks && !titled) || speaks ? '\n' : '\n\n'}`
}

const elementsOf = (paragraphs: readonly DocxParagraph[]): ScreenplayElement[] => {
  let speaking = false
  return paragraphs.flatMap((paragraph, at): ScreenplayElement[] => {
    const text = paragraph.text.trim()
    if (text === '') {
      speaking = speaking && (paragraphs[at + 1]?.indent ?? 0) >= speechIndent
      return []
    }
    const type = typeOf(paragraph.style) ?? byIndent(paragraph, speaking)
    speaking = type === 'character' || (speaking && (type === 'dialogue' || type === 'parenthetical'))
    const kept = speaking || (type !== 'dialogue' && type !== 'parenthetical') ? type : 'action'
    return [elementOf(kept, text, at + 1)]
  })
}

const byIndent = ({ text, indent, style }: DocxParagraph, speaking: boolean): ScreenplayElement['type'] => {
  const words = text.trim()
  if (looksLikeHeading(words)) return 'scene_heading'
  if (headingDepth(style) > 0) return 'section'
  if (indent >= cueIndent && looksLikeCue(words)) return 'character'
  if (!speaking || indent < speechIndent) return 'action'
  return words.startsWith('(') ? 'parenthetical' : 'dialogue'
}

const elementOf = (type: ScreenplayElement['type'], text: string, line: number): ScreenplayElement => {
  if (type === 'parenthetical') return { type, text: text.replace(/^\(|\)$/g, ''), line }
  if (type !== 'character') return { type, text, line }
  const { name, extension } = readCue(text)
  return { type, text: name, line, ...(extension === '' ? {} : { extension }) }
}
