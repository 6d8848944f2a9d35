import type { TransitionKind } from '@/domain/scene/vocabulary'
import { castName } from './castNames'
import type { ScreenplayElement } from './screenplay'
import { transitionOf } from './transitionOf'

/** Words of the file and the line they begin in. */
export type Words = { kind: 'action'; text: string; line: number }
export type Stretch = { text: string; line: number; parenthetical: string; verse: boolean }
export type Speech = {
  kind: 'speech'
  /** The name the cast knows the speaker by, and the name as the cue has it. */
  character: string
  cue: string
  extension: string
  dual: '' | 'left' | 'right'
  stretches: Stretch[]
}
export type Join = { kind: 'transition'; transition: TransitionKind; opens: boolean }

/** One heading and everything up to the next. `heading` is null before the first one. */
export type HeadingBlock = { heading: ScreenplayElement | null; parts: (Words | Speech | Join)[] }

/** Who sings when a verse stands outside any speech. */
export const singer = 'SINGER'

/** The headings of a screenplay in order, each with its action, speeches and transitions. Linear. `nameOf`: a cue → the name the cast knows. */
export const headingBlocks = (elements: ScreenplayElement[], nameOf = (cue: string): string => cue): HeadingBlock[] => {
  const blocks: HeadingBlock[] = [{ heading: null, parts: [] }]
  let current = blocks[0] ?? { heading: null, parts: [] }
  for (const reader: Reader = { elements, at: 0, nameOf }; reader.at < elements.length;) {
    const element = elements[reader.at]
    if (element?.type === 'scene_heading') {
      current = { heading: element, parts: [] }
      blocks.push(current)
    }
    readPart(reader, current)
  }
  return blocks.map(keepLastWords)
}

/** True when a heading holds something to show or to say. */
export const hasContent = ({ parts }: HeadingBlock): boolean => parts.some(({ kind }) => kind !== 'transition')

type Reader = { elements: ScreenplayElement[]; at: number; nameOf: (cue: string) => string }

const readPart = (reader: Reader, { parts }: HeadingBlock): void => {
  const element = reader.elements[reader.at]
  if (!element) return
  if (element.type === 'character') {
    readSpeech(reader, element, parts)
    return
  }
  reader.at += 1
  const { type, text, line } = element
  if (type === 'transition') parts.push(join(text))
  if (type === 'lyrics') parts.push(sung(element, parts.at(-1)))
  if (type === 'action' || type === 'centered') parts.push({ kind: 'action', text: text.trim(), line })
}

const join = (text: string): Join => ({ kind: 'transition', ...transitionOf(text) })

/** A verse below somebody's words is theirs; one that stands alone has a singer nobody sees. */
const sung = ({ text, line }: ScreenplayElement, before: HeadingBlock['parts'][number] | undefined): Speech => {
  const by = before?.kind === 'speech' ? before : { character: singer, cue: singer, extension: 'O.S.' }
  const stretches = [{ text, line, parenthetical: '', verse: true }]
  return { kind: 'speech', character: by.character, cue: by.cue, extension: by.extension, dual: '', stretches }
}

const readSpeech = (reader: Reader, cue: ScreenplayElement, parts: HeadingBlock['parts']): void => {
  const stretches: Stretch[] = []
  let aside: string[] = []
  for (reader.at += 1; reader.at < reader.elements.length; reader.at += 1) {
    const element = reader.elements[reader.at]
    if (!element || !belowCue.has(element.type)) break
    if (element.type === 'parenthetical') aside.push(element.text)
    if (element.type !== 'dialogue' && element.type !== 'lyrics') continue
    addStretch(stretches, element, aside.join('; '))
    aside = []
  }
  const name = castName(cue.text)
  const character = reader.nameOf(name)
  if (stretches.length > 0)
    parts.push({
      kind: 'speech',
      character,
      cue: name,
      extension: cue.extension ?? '',
      dual: cue.dual ?? '',
      stretches,
    })
  else if (aside.length > 0) parts.push({ kind: 'action', text: `${cue.text} (${aside.join('; ')})`, line: cue.line })
}

const belowCue: ReadonlySet<string> = new Set(['parenthetical', 'dialogue', 'lyrics', 'note', 'boneyard'])

const addStretch = (stretches: Stretch[], { type, text, line }: ScreenplayElement, parenthetical: string): void => {
  if (/\S/.test(text)) stretches.push({ text, line, parenthetical, verse: type === 'lyrics' })
}

/** "FADE IN:" and "FADE OUT." are joins, also when they were read as action; a heading that has nothing else keeps them. */
const keepLastWords = (block: HeadingBlock): HeadingBlock => {
  const parts = block.parts
    .filter((part) => part.kind !== 'action' || part.text !== '')
    .map((part) => (part.kind === 'action' && /^(FADE|CUT|SMASH CUT|DISSOLVE|WIPE)\b[A-Z ]{0,20}[.:]?$/.test(part.text) ? join(part.text) : part)) // prettier-ignore
  const read = { ...block, parts }
  return hasContent(read) || block.heading === null
    ? read
    : { ...block, parts: block.parts.filter((part) => part.kind !== 'action' || part.text !== '') }
}
