import type { ScreenplayElement } from '@/domain/screenplay/screenplay'
import { castName } from '@/domain/screenplay/castNames'
import { withoutEmphasis } from '@/domain/screenplay/emphasis'
import { foldName, isRole, wordsOfName } from './wordsOfName'

/** The text says that who was called `from` is `to`. `sure` false: only somebody's own words say so. */
export type Rename = { from: string; to: string; line: number; sure: boolean; quote: string }

const says = [
  'is', 'was', 'turns out to be', 'becomes', 'now', 'now known as', 'known as', 'called', 'named', 'name is', 'who is', 'whose name is',
  'alias', 'aka', 'a\\.k\\.a\\.', 'hereafter', 'henceforth', 'from now on', 'from here on', 'we will know (?:him|her|them) as',
  'we(?: now)? know (?:him|her|them) as', 'whom we will call', 'reveals (?:himself|herself|themselves) (?:as|to be)', 'revealed (?:as|to be)',
].join('|') // prettier-ignore
const introduces =
  /(?:\bmy name(?:'s| is)|\bi'm|\bi am|\bcall me|\bthe name's|\bname's)\s+((?:\p{Lu}[\p{L}'-]*\s?){1,3})/giu

/**
 * Where the text gives a person of no name a name: "the man (JONAS)", "The man is JONAS", "MAN (JONAS)" as a cue, or a
 * MAN who says "My name is Jonas". Both names must be names of the cast, and only people called by what they are
 * ("MAN", "STRANGER", "OLD WOMAN") get another one.
 */
export const renamesIn = (elements: readonly ScreenplayElement[], names: readonly string[]): Rename[] => {
  const roles = names.filter(isRole)
  const proper = new Map(names.filter((name) => !isRole(name)).map((name) => [foldName(name), name]))
  if (roles.length === 0 || proper.size === 0) return []
  const found: Rename[] = []
  const patterns = roles.flatMap((from) => [saidOf(from), besideOf(from)].map((pattern) => ({ from, pattern })))
  let speaker = ''
  for (const element of elements) {
    if (element.type === 'character') {
      speaker = castName(element.text)
      found.push(...inCue(element, proper))
    } else if (element.type === 'action') {
      for (const { from, pattern } of patterns) found.push(...inAction(element, { from, pattern, proper }))
    } else if (element.type === 'dialogue' && isRole(speaker)) found.push(...inWords(element, speaker, proper))
  }
  return found
}

const saidOf = (role: string): RegExp => {
  const words = wordsOfName(role).map((word) => word.replace(/[^\p{L}\p{N}']/gu, ''))
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[ -]+')}(?:['’]s)?\\s*(?:(?:,|–|—|--)?\\s*(?:${says})\\b|\\(|–|—|--)\\s*[:,]?\\s*((?:\\p{Lu}[\\p{L}'’-]*\\s?){1,3})`,
    'iu',
  )
}

/** "The stranger, PAUL, digs": the name set beside; "the man, PAUL, OTTO and IDA" are several people. */
const besideOf = (role: string): RegExp => {
  const words = wordsOfName(role).map((word) => word.replace(/[^\p{L}\p{N}']/gu, ''))
  const lower = words.join(' ').toLowerCase()
  const forms = [words.join(' '), lower, lower.replace(/^./u, (first) => first.toUpperCase())].join('|')
  return new RegExp(`\\b[Tt]he (?:${forms}), ((?:\\p{Lu}[\\p{L}'’-]*\\s?){1,3}), (?!and |or )\\p{Ll}`, 'u')
}

type Naming = { from: string; pattern: RegExp; proper: ReadonlyMap<string, string> }

const inAction = ({ text, line }: ScreenplayElement, { from, pattern, proper }: Naming): Rename[] => {
  const match = pattern.exec(withoutEmphasis(text))
  const to = match && properIn(match[1] ?? '', proper)
  return to ? [{ from, to, line: line + newlines(text, match.index), sure: true, quote: match[0].trim() }] : []
}

const inCue = ({ text, extension, line }: ScreenplayElement, proper: ReadonlyMap<string, string>): Rename[] => {
  const from = castName(text)
  const inner = foldName((extension ?? '').split(',')[0] ?? '')
  const to = isRole(from) ? proper.get(inner) : undefined
  return to ? [{ from, to, line, sure: true, quote: `${text} (${extension ?? ''})` }] : []
}

const inWords = ({ text, line }: ScreenplayElement, from: string, proper: ReadonlyMap<string, string>): Rename[] => {
  for (const match of withoutEmphasis(text).matchAll(introduces)) {
    const to = properIn(match[1] ?? '', proper)
    if (to) return [{ from, to, line: line + newlines(text, match.index), sure: false, quote: match[0].trim() }]
  }
  return []
}

/** The longest of the first words that is a name of the cast. The search ignores case, so capitals are asked for here. */
const properIn = (words: string, proper: ReadonlyMap<string, string>): string | undefined => {
  const list = words.trim().split(/\s+/)
  if (!/^\p{Lu}/u.test(list[0] ?? '')) return undefined
  for (let length = list.length; length > 0; length--) {
    const name = proper.get(foldName(list.slice(0, length).join(' ')))
    if (name) return name
  }
  return undefined
}

const newlines = (text: string, to: number): number => text.slice(0, to).split('\n').length - 1
