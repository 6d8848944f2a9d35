import { isUpperCase, looksLikeCue, readCue } from './cue'
import { withoutEmphasis } from './emphasis'
import { parseHeading } from './heading'
import { kindOfLine, looksLikeHeading, looksLikeTransition } from './lineKinds'
import { readNameLine } from './nameLine'
import type { ScreenplayElement } from './screenplay'

export type LooseLine = { text: string; line: number }

type Draft = { elements: ScreenplayElement[]; speaking: boolean; open: boolean }

/**
 * Reads a paragraph of a text that is no Fountain, line by line: scene headings wherever they stand, "NAME: words" and
 * a name in capitals above words as speech, a lone "CUT TO:" as transition, everything else as action.
 */
export const readLooseParagraph = (lines: readonly LooseLine[], names: ReadonlySet<string>): ScreenplayElement[] => {
  const draft: Draft = { elements: [], speaking: false, open: false }
  lines.forEach((line, at) => {
    if (addHeading(draft, line) || addNameLine(draft, line, names)) return
    const place = { first: at === 0, last: at === lines.length - 1 }
    if (!addCue(draft, line, place)) addWords(draft, line)
  })
  return draft.elements
}

/** A scene heading by its first word; INNEN, INTÉRIEUR and their kin count when a dot follows. */
export const headingElement = ({ text, line }: LooseLine): ScreenplayElement | undefined => {
  const words = withoutEmphasis(text).trim()
  if (!looksLikeHeading(words) && !isForeignHeading(words)) return undefined
  const kind = kindOfLine(`.${words}`, {
    blankBefore: true,
    inParagraph: false,
    followed: false,
    headingFollows: false,
  })
  if (kind.kind !== 'scene_heading') return undefined
  const element: ScreenplayElement = { type: 'scene_heading', text: kind.text, line }
  if (kind.sceneNumber !== '') element.sceneNumber = kind.sceneNumber
  return element
}

const isForeignHeading = (words: string): boolean =>
  /^\p{L}+(?:\/\p{L}+)?\. ?\S/u.test(words) && isUpperCase(words) && parseHeading(words).intExt !== 'NONE'

const addHeading = (draft: Draft, line: LooseLine): boolean => {
  // A sentence may begin with "Int" or "Est": inside a paragraph only capitals or a dot make a heading.
  const bare = withoutEmphasis(line.text).trim()
  const sure = /^(?:INT|EXT|EST|I\/E)\b/.test(bare) || /^\p{L}+\.?(?:\/\p{L}+)?\./u.test(bare)
  const heading = sure ? headingElement(line) : undefined
  if (!heading) return false
  draft.elements.push(heading)
  draft.speaking = false
  draft.open = false
  return true
}

const addNameLine = (draft: Draft, { text, line }: LooseLine, names: ReadonlySet<string>): boolean => {
  const spoken = readNameLine(text, names)
  if (!spoken) return false
  const character: ScreenplayElement = { type: 'character', text: spoken.name, line }
  if (spoken.extension !== '') character.extension = spoken.extension
  draft.elements.push(character)
  if (spoken.parenthetical !== '') draft.elements.push({ type: 'parenthetical', text: spoken.parenthetical, line })
  if (spoken.words !== '') draft.elements.push({ type: 'dialogue', text: spoken.words, line })
  draft.speaking = true
  draft.open = spoken.words !== ''
  return true
}

const addCue = (draft: Draft, { text, line }: LooseLine, place: { first: boolean; last: boolean }): boolean => {
  const bare = withoutEmphasis(text).trim()
  if (place.first && place.last && looksLikeTransition(bare)) {
    draft.elements.push({ type: 'transition', text: bare, line })
    return true
  }
  if (!place.first || place.last || !looksLikeCue(bare)) return false
  const { name, extension } = readCue(bare)
  const character: ScreenplayElement = { type: 'character', text: name, line }
  if (extension !== '') character.extension = extension
  draft.elements.push(character)
  draft.speaking = true
  return true
}

const addWords = (draft: Draft, { text, line }: LooseLine): void => {
  const words = draft.speaking ? text.trim() : text.trimEnd()
  if (draft.speaking && words.startsWith('(') && words.endsWith(')')) {
    draft.elements.push({ type: 'parenthetical', text: words.slice(1, -1).trim(), line })
    draft.open = false
    return
  }
  const last = draft.elements.at(-1)
  if (draft.open && last) last.text += `\n${words}`
  else draft.elements.push({ type: draft.speaking ? 'dialogue' : 'action', text: words, line })
  draft.open = true
}
