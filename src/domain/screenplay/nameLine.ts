import { isUpperCase, readCue } from './cue'
import { looksLikeHeading, looksLikeTransition } from './lineKinds'

/** "**MARA (V.O.):** (softly) Hello." taken apart; what is missing is ''. */
export type NameLine = { name: string; extension: string; parenthetical: string; words: string }

/** Words before a colon that label something and speak no line. */
const labels = new Set([
  'NOTE', 'NOTES', 'TIME', 'LOCATION', 'PLACE', 'SETTING', 'SCENE', 'DATE', 'TITLE', 'AUTHOR', 'SUMMARY', 'SYNOPSIS',
  'LOGLINE', 'GENRE', 'TONE', 'MUSIC', 'SOUND', 'SFX', 'VFX', 'FX', 'SUPER', 'SUBTITLE', 'CHARACTER', 'CHARACTERS',
  'CAST', 'ACT', 'CHAPTER', 'PART', 'TODO', 'FADE IN', 'FADE OUT', 'CAMERA', 'SHOT', 'ACTION', 'WARNING', 'URL',
  'HINWEIS', 'ORT', 'ZEIT', 'SZENE', 'FIGUREN', 'MUSIK', 'KAPITEL', 'TITEL', 'PERSONNAGES', 'LIEU', 'PERSONAJES',
]) // prettier-ignore

type Shape = { open: string; before: string; close: string; late: string; rest?: string }
const shape =
  /^(?<open>[*_]{0,3})(?<before>[^:：*_]{1,60})(?<close>[*_]{0,3})[:：](?<late>[*_]{0,3})(?:\s+(?<rest>.*))?$/u
const voiceMark = /^(V\.? ?O|O\.? ?S|O\.? ?C|CONT|OFF|VOICE|FILTERED|PRE-?LAP|ON PHONE)/iu

/**
 * Reads "NAME: words". A name is in capitals, or marked bold or italic, or one of `names` (those that come more than
 * once); headings, transitions and labels such as "Note:" are none. Undefined when the line is something else.
 */
export const readNameLine = (line: string, names: ReadonlySet<string>): NameLine | undefined => {
  const match = shape.exec(line.trim())
  if (!match) return undefined
  const { open, before, close, late, rest = '' } = match.groups as Shape
  const cue = readCue(before)
  const marked = open !== '' && (close === open || late === open)
  const plain = open === '' && (isUpperCase(cue.name) || names.has(cue.name))
  if (!(marked || plain) || !isName(cue.name)) return undefined
  const [parenthetical, words] = splitParenthetical(rest.trim())
  const isVoice = voiceMark.test(cue.extension)
  const manner = [isVoice ? '' : cue.extension, parenthetical].filter((part) => part !== '').join(', ')
  return { name: cue.name, extension: isVoice ? cue.extension : '', parenthetical: manner, words }
}

/** The names written in small letters that open at least two lines with "Name: …". */
export const namesThatReturn = (lines: readonly string[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const match = /^(\p{Lu}[^:：*_]{0,40})[:：]\s+\S/u.exec(line.trim())
    const { name } = readCue(match?.[1] ?? '')
    const words = name.split(/\s+/)
    if (!isName(name) || words.length > 3 || !words.every((word) => /^\p{Lu}/u.test(word))) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name))
}

const isName = (name: string): boolean =>
  /\p{L}/u.test(name) &&
  name.split(/\s+/).length <= 5 &&
  !labels.has(name.toUpperCase().replace(/[\s\d.#]+$/, '')) &&
  !looksLikeHeading(name) &&
  !looksLikeTransition(`${name}:`)

const splitParenthetical = (rest: string): [string, string] => {
  const close = rest.startsWith('(') ? rest.indexOf(')') : -1
  return close < 0 ? ['', rest] : [rest.slice(1, close).trim(), rest.slice(close + 1).trim()]
}
