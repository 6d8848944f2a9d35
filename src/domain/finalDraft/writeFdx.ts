import type { Screenplay, ScreenplayElement } from '../screenplay/screenplay'
import { writeRuns } from './runs'
import { writeFdxTitlePage } from './titlePage'
import { xmlText } from './xml'

/** Final Draft's names of the paragraphs of a screenplay. What has none of its own is told below. */
const typeOf: Partial<Record<ScreenplayElement['type'], string>> = {
  scene_heading: 'Scene Heading', action: 'Action', character: 'Character', parenthetical: 'Parenthetical', dialogue: 'Dialogue',
  lyrics: 'Lyrics', transition: 'Transition', centered: 'Action', synopsis: 'Outline Body',
} // prettier-ignore

type Given = Pick<Screenplay, 'titlePage' | 'elements'>
/** `newPage`: a page break stands before the paragraph that comes. */
type Writing = { out: string[]; newPage: boolean }

/**
 * Writes a screenplay as Final Draft XML: title page, scene numbers, extensions, speeches side by side, emphasis, page
 * breaks, notes as script notes. What was struck out (boneyard) is left out: Final Draft has no place for it.
 */
export const writeFdx = ({ titlePage, elements }: Given): string => {
  const writing: Writing = { out: [], newPage: false }
  for (let at = 0; at < elements.length;) at = writeFrom(writing, elements, at)
  const body = writing.out.join('\n')
  return `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
${body}
  </Content>
${writeFdxTitlePage(titlePage)}</FinalDraft>
`
}

/** Writes what begins at `at`; gives the index behind it. */
const writeFrom = (writing: Writing, elements: readonly ScreenplayElement[], at: number): number => {
  const element = elements[at]
  if (!element || element.type === 'boneyard') return at + 1
  if (element.type === 'page_break') {
    writing.newPage = true
    return at + 1
  }
  if (element.dual === 'left') return writeDual(writing, elements, at)
  const { notes, next } = notesAfter(elements, at)
  const start = writing.newPage ? ' StartsNewPage="Yes"' : ''
  writing.newPage = false
  writing.out.push(`    ${paragraph(element, notes, start)}`)
  return next
}

/** Two speeches at once, the left one first. */
const writeDual = (writing: Writing, elements: readonly ScreenplayElement[], from: number): number => {
  const inner: string[] = []
  let at = from
  for (; elements[at]?.dual ?? elements[at]?.type === 'boneyard';) {
    const element = elements[at]
    const { notes, next } = notesAfter(elements, at)
    if (element && element.type !== 'boneyard') inner.push(`        ${paragraph(element, notes, '')}`)
    const following = elements[next]
    at = next
    if (following?.dual === 'left' && element?.dual === 'right') break
  }
  const start = writing.newPage ? ' StartsNewPage="Yes"' : ''
  writing.newPage = false
  writing.out.push(`    <Paragraph${start}>\n      <DualDialogue>\n${inner.join('\n')}\n      </DualDialogue>\n    </Paragraph>`)
  return at
} // prettier-ignore

/** Notes hang on the paragraph before them. */
const notesAfter = (elements: readonly ScreenplayElement[], at: number): { notes: string[]; next: number } => {
  const notes: string[] = []
  let next = at + 1
  for (; elements[next]?.type === 'note'; next++) notes.push(elements[next]?.text ?? '')
  return { notes, next }
}

const paragraph = (element: ScreenplayElement, notes: readonly string[], start: string): string => {
  const all = element.type === 'note' ? [element.text, ...notes] : notes
  const hanging = all.map(
    (note) => `<ScriptNote Name=""><Paragraph><Text>${xmlText(note)}</Text></Paragraph></ScriptNote>`,
  )
  const words = element.type === 'note' ? '' : writeRuns(wordsOf(element))
  return `<Paragraph Type="${xmlType(element)}"${attributesOf(element)}${start}>${hanging.join('')}${words}</Paragraph>`
}

const xmlType = ({ type, depth = 1 }: ScreenplayElement): string =>
  type === 'section' ? `Outline ${String(Math.min(4, Math.max(1, depth)))}` : (typeOf[type] ?? 'General')

const attributesOf = ({ type, sceneNumber }: ScreenplayElement): string => {
  if (type === 'centered') return ' Alignment="Center"'
  return sceneNumber === undefined ? '' : ` Number="${xmlText(sceneNumber)}"`
}

const wordsOf = ({ type, text, extension }: ScreenplayElement): string => {
  if (type === 'character') return extension === undefined ? text : `${text} (${extension})`
  return type === 'parenthetical' ? `(${text})` : text
}
