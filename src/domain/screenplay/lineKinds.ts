import { isUpperCase, looksLikeCue, readCue } from './cue'

/** What one line is when it stands outside a speech, and its words without the marks. */
export type LineKind =
  | { kind: 'action' | 'lyrics' | 'transition' | 'centered' | 'synopsis'; text: string }
  | { kind: 'character'; text: string }
  | { kind: 'scene_heading'; text: string; sceneNumber: string }
  | { kind: 'section'; text: string; depth: number }
  | { kind: 'page_break'; text: '' }

/**
 * Where a line stands. `blankBefore`: the line above is blank or there is none; `inParagraph`: it continues an action
 * paragraph; `followed`: a line with words follows at once; `headingFollows`: that line is a scene heading.
 */
export type LinePlace = { blankBefore: boolean; inParagraph: boolean; followed: boolean; headingFollows: boolean }

const headingPrefix = /^[\p{Cf}*_]*(?:INT\.?\/EXT|EXT\.?\/INT|INT|EXT|EST|I\.?\/E|E\.?\/I)[.\s]/iu
const pageBreak = /^={3,}$/
/** Fountain knows only "… TO:"; these are so common that nobody means them as a picture. */
const otherTransitions = new Set([
  'FADE IN', 'FADE OUT', 'FADE TO BLACK', 'FADE TO WHITE', 'FADE FROM BLACK', 'CUT TO BLACK', 'CUT TO WHITE',
  'SMASH CUT TO BLACK', 'DISSOLVE TO BLACK', 'AUFBLENDE', 'ABBLENDE', 'FONDU AU NOIR', 'FUNDIDO A NEGRO',
]) // prettier-ignore

/** True for a line that is a scene heading by its first word: INT, EXT, EST, INT./EXT, I/E …, then a dot or space. */
export const looksLikeHeading = (trimmed: string): boolean => headingPrefix.test(trimmed)

export const looksLikePageBreak = (trimmed: string): boolean => pageBreak.test(trimmed)

/** True for "CUT TO:", "FADE OUT." and their kin, in capitals. */
export const looksLikeTransition = (trimmed: string): boolean => {
  if (trimmed.length > 80) return false
  const bare = trimmed.replace(/[*_]/g, '').trim()
  if (!isUpperCase(bare)) return false
  return bare.endsWith('TO:') || otherTransitions.has(bare.replace(/[.:…]+$/, ''))
}

/** Says what a line outside a speech is. A mark with nothing behind it ("#", ">", "@") is ordinary text. */
export const kindOfLine = (line: string, place: LinePlace): LineKind =>
  forcedKind(line.trim(), place) ?? naturalKind(line.trim(), place) ?? { kind: 'action', text: line.trimEnd() }

const forcedKind = (trimmed: string, place: LinePlace): LineKind | undefined => {
  const rest = trimmed.slice(1)
  return rest.trim() === '' ? undefined : forced[trimmed.charAt(0)]?.({ trimmed, rest, words: rest.trim(), place })
}

type Forced = { trimmed: string; rest: string; words: string; place: LinePlace }
/** The marks that force a kind by standing first. */
const forced: Record<string, (line: Forced) => LineKind | undefined> = {
  '!': ({ rest }) => ({ kind: 'action', text: rest }),
  '@': ({ words }) => (readCue(words).name === '' ? undefined : { kind: 'character', text: words }),
  '~': ({ words }) => ({ kind: 'lyrics', text: words }),
  '#': ({ trimmed }) => sectionOf(trimmed),
  '=': ({ trimmed, words }) =>
    looksLikePageBreak(trimmed) ? { kind: 'page_break', text: '' } : { kind: 'synopsis', text: words },
  '>': ({ words }) => arrowOf(words),
  '.': ({ rest, words, place }) => (place.inParagraph || /^[.\s]/.test(rest) ? undefined : headingOf(words)),
}

const naturalKind = (trimmed: string, place: LinePlace): LineKind | undefined => {
  if (!place.inParagraph && looksLikeHeading(trimmed)) return headingOf(trimmed)
  if (!place.blankBefore) return undefined
  if ((!place.followed || place.headingFollows) && looksLikeTransition(trimmed)) {
    return { kind: 'transition', text: trimmed }
  }
  return place.followed && looksLikeCue(trimmed) ? { kind: 'character', text: trimmed } : undefined
}

const sectionOf = (trimmed: string): LineKind | undefined => {
  let depth = 1
  while (trimmed.charAt(depth) === '#') depth += 1
  const text = trimmed.slice(depth).trim()
  return text === '' ? undefined : { kind: 'section', text, depth }
}

const arrowOf = (words: string): LineKind | undefined => {
  if (!words.endsWith('<')) return { kind: 'transition', text: words }
  const text = words.slice(0, -1).trim()
  return text === '' ? undefined : { kind: 'centered', text }
}

/** "INT. HOUSE - DAY #12A#" → the words and the number. What is no number (white space inside) stays in the words. */
const headingOf = (trimmed: string): LineKind => {
  const from = trimmed.endsWith('#') ? trimmed.lastIndexOf('#', trimmed.length - 2) : -1
  const sceneNumber = from > 0 ? trimmed.slice(from + 1, -1) : ''
  const text = trimmed.slice(0, Math.max(from, 0)).trimEnd()
  if (!/^[\p{L}\p{N}.\-–()/]+$/u.test(sceneNumber) || text === '') {
    return { kind: 'scene_heading', text: trimmed, sceneNumber: '' }
  }
  return { kind: 'scene_heading', text, sceneNumber }
}
