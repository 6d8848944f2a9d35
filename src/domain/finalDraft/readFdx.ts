import { readCue } from '../screenplay/cue'
import type { Screenplay, ScreenplayElement } from '../screenplay/screenplay'
import { readRuns } from './runs'
import { readFdxTitlePage } from './titlePage'
import { childrenOf, readXml, refused, type XmlNode } from './xml'

const types: Record<string, ScreenplayElement['type']> = {
  'scene heading': 'scene_heading', action: 'action', general: 'action', shot: 'action', 'cast list': 'note', character: 'character',
  parenthetical: 'parenthetical', dialogue: 'dialogue', lyrics: 'lyrics', singing: 'lyrics', transition: 'transition',
  'new act': 'section', 'end of act': 'note', 'outline body': 'synopsis',
} // prettier-ignore

/**
 * Reads Final Draft XML as title page and elements; `composeFountain` makes the text of them. `line` counts the
 * paragraphs. Document types and entities are refused. Fails: FDX_REFUSED.
 */
export const readFdx = (source: string): Pick<Screenplay, 'titlePage' | 'elements'> => {
  const root = readXml(source).find(({ name }) => name === 'FinalDraft')
  if (!root) throw refused('It holds no <FinalDraft> element.')
  const paragraphs = childrenOf(childrenOf(root, 'Content')[0], 'Paragraph')
  const elements = paragraphs.flatMap((paragraph, at) => readParagraph(paragraph, at + 1))
  return { titlePage: readFdxTitlePage(root), elements: withSpeakers(elements) }
}

const readParagraph = (paragraph: XmlNode, line: number): ScreenplayElement[] => {
  const broken: ScreenplayElement[] =
    paragraph.attributes.StartsNewPage === 'Yes' ? [{ type: 'page_break', text: '', line }] : []
  const [dual] = childrenOf(paragraph, 'DualDialogue')
  return [...broken, ...(dual ? readDual(dual, line) : readPlain(paragraph, line))]
}

const readPlain = (paragraph: XmlNode, line: number): ScreenplayElement[] => {
  const text = readRuns(paragraph)
  const element = text.trim() === '' ? [] : [elementOf(paragraph, text, line)]
  const summary = childrenOf(childrenOf(paragraph, 'SceneProperties')[0], 'Summary').flatMap((one) => wordsIn(one))
  const notes = childrenOf(paragraph, 'ScriptNote').flatMap((one) => wordsIn(one).join('\n') || [])
  return [
    ...element,
    ...summary.map((one) => ({ type: 'synopsis' as const, text: one.replace(/\n/g, ' '), line })),
    ...notes.map((one) => ({ type: 'note' as const, text: one, line })),
  ]
}

const wordsIn = (node: XmlNode): string[] =>
  childrenOf(node, 'Paragraph').flatMap((one) => {
    const text = one.children.flatMap((run) => run.children.map((inner) => inner.text)).join('')
    return text.trim() === '' ? [] : [text]
  })

const elementOf = ({ attributes }: XmlNode, text: string, line: number): ScreenplayElement => {
  const given = (attributes.Type ?? 'Action').toLowerCase()
  const outline = /^outline (\d)$/.exec(given)
  if (outline) return { type: 'section', text: text.trim(), line, depth: Number(outline[1]) }
  const type = types[given] ?? 'action'
  if (type === 'section') return { type, text: text.trim(), line, depth: 1 }
  if (type === 'scene_heading') return headingOf({ text, line, number: attributes.Number ?? '' })
  if (type === 'character') return characterOf(text, line)
  if (type === 'parenthetical') return { type, text: unbracketed(text.trim()), line }
  if (type === 'action' && attributes.Alignment === 'Center') return { type: 'centered', text: text.trim(), line }
  return { type, text: type === 'action' ? text.trimEnd() : text.trim(), line }
}

const headingOf = ({ text, line, number }: { text: string; line: number; number: string }): ScreenplayElement => {
  const heading: ScreenplayElement = { type: 'scene_heading', text: text.replace(/\s+/g, ' ').trim(), line }
  return /^[\w.-]{1,20}$/.test(number) ? { ...heading, sceneNumber: number } : heading
}

const characterOf = (text: string, line: number): ScreenplayElement => {
  const { name, extension } = readCue(text.replace(/\s+/g, ' '))
  return { type: 'character', text: name, line, ...(extension === '' ? {} : { extension }) }
}

const unbracketed = (text: string): string =>
  text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text

/** The second name begins the speech on the right. */
const readDual = (dual: XmlNode, line: number): ScreenplayElement[] => {
  let side: 'left' | 'right' = 'left'
  let names = 0
  return childrenOf(dual, 'Paragraph').flatMap((paragraph) =>
    readPlain(paragraph, line).map((element) => {
      if (element.type === 'character' && ++names > 1) side = 'right'
      return element.type === 'note' ? element : { ...element, dual: side }
    }),
  )
}

/** Words in brackets or of a speech that nobody's name stands above are action. */
const withSpeakers = (elements: readonly ScreenplayElement[]): ScreenplayElement[] => {
  let speaking = false
  return elements.map((element) => {
    const { type, text } = element
    if (type === 'character') speaking = true
    else if (type !== 'note' && type !== 'dialogue' && type !== 'parenthetical' && type !== 'lyrics') speaking = false
    if (speaking || (type !== 'dialogue' && type !== 'parenthetical')) return element
    return { ...element, type: 'action', text: type === 'parenthetical' ? `(${text})` : text }
  })
}
