import type { IntExt, TimeOfDay } from '@/domain/scene/vocabulary'
import { withoutEmphasis } from './emphasis'
import {
  besideTime, dayWords, headingTags, insideWords, outsideWords, relativePhrases, relativeWords, timePhrases, timeWords,
} from './headingWords' // prettier-ignore

/**
 * A scene heading taken apart. `location` keeps the writer's words; `timeOfDay` is null where the heading names no time
 * or only goes on from the scene before (LATER, CONTINUOUS); `timeAsWritten` is '' when it says nothing about time.
 */
export type Heading = { intExt: IntExt; location: string; timeOfDay: TimeOfDay | null; timeAsWritten: string }

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const days = setOf(dayWords)
const relatives = setOf(relativeWords)
const beside = setOf(besideTime)
const tags = setOf(headingTags)
const inside = setOf(insideWords)
const outside = setOf(outsideWords)
const times = new Map(
  (Object.keys(timeWords) as TimeOfDay[]).flatMap((time) => timeWords[time].split(' ').map((word) => [word, time])),
)

/**
 * Reads "INT. ANNA'S KITCHEN - LATER - NIGHT" → INT, "ANNA'S KITCHEN", night, "LATER - NIGHT". Understands English,
 * German, French, Spanish, Italian, Portuguese and Dutch words of time and clock times. Never fails.
 */
export const parseHeading = (text: string): Heading => {
  const words = withoutEmphasis(text)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const { intExt, rest } = readPrefix(words)
  const { location, timeParts } = splitTime(rest)
  return { intExt, location, timeOfDay: timeOf(timeParts), timeAsWritten: timeParts.join(' - ') }
}

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/’/g, "'").toUpperCase()

const readPrefix = (words: string): { intExt: IntExt; rest: string } => {
  const both = /^(\p{L}+)\.? ?[/+&-] ?(\p{L}+)(?:[.:,] ?| |$)/u.exec(words)
  if (both?.slice(1).every(isSide)) return after('INT_EXT', words, both[0])
  const single = /^(\p{L}+)(?:[.:,] ?| |$)/u.exec(words)
  const intExt = sideOf(fold(single?.[1] ?? ''))
  return single && intExt ? after(intExt, words, single[0]) : { intExt: 'NONE', rest: words }
}

const after = (intExt: IntExt, words: string, prefix: string) => ({
  intExt,
  rest: words.slice(prefix.length).replace(/^[.\s–—-]+/, ''),
})

const isSide = (word: string): boolean => {
  const folded = fold(word)
  return folded === 'I' || folded === 'E' || inside.has(folded) || outside.has(folded)
}

const sideOf = (word: string): IntExt | undefined => {
  if (word === 'EST') return 'EST'
  if (inside.has(word)) return 'INT'
  return outside.has(word) ? 'EXT' : undefined
}

const splitTime = (rest: string): { location: string; timeParts: string[] } => {
  const dashed = rest.split(/ ?-- ?| [-–—]+ ?|[-–—]+ | ?[–—] ?/).filter((part) => part !== '')
  const timeParts = dashed.filter((part, at) => (at > 0 || dashed.length === 1) && isTime(part))
  if (timeParts.length > 0) {
    const place = dashed.filter((part, at) => at === 0 || !(isTime(part) || isTag(part)))
    return { location: dashed.length === 1 ? '' : place.join(' - '), timeParts }
  }
  return splitTail(rest) ?? { location: rest, timeParts: [] }
}

/** No dash, or none before the time: "KITCHEN, NIGHT", "KITCHEN. NIGHT", "KITCHEN (NIGHT)", "KITCHEN/NIGHT", "KITCHEN NIGHT". */
const splitTail = (rest: string) => {
  const from = Math.max(rest.lastIndexOf(','), rest.lastIndexOf('.', rest.length - 2), rest.lastIndexOf('('), rest.lastIndexOf('/')) // prettier-ignore
  const tail = rest
    .slice(from + 1)
    .replace(/\)$/, '')
    .trim()
  if (from > 0 && isTime(tail)) return { location: rest.slice(0, from).trim(), timeParts: [tail] }
  const space = rest.lastIndexOf(' ')
  const last = fold(rest.slice(space + 1))
  const plain = days.has(last) || last === 'NIGHT' || last === 'NACHT' || last === 'NUIT' || last === 'NOCHE'
  return space > 0 && plain ? { location: rest.slice(0, space), timeParts: [rest.slice(space + 1)] } : undefined
}

const wordsOf = (part: string): string[] => {
  const outsideBrackets = part.replace(/\([^()]*\)/g, ' ')
  const words = outsideBrackets.trim() === '' ? part.replace(/[()]/g, ' ') : outsideBrackets
  return fold(words).split(/[\s,;/."]+/).filter((word) => word !== '') // prettier-ignore
}

const isTag = (part: string): boolean => wordsOf(part).every((word) => tags.has(word))

/** A part is about time when it holds a word of time and nothing that could be a place. */
const isTime = (part: string): boolean => {
  const words = wordsOf(part)
  if (words.length > 8 || words.length === 0) return false
  const joined = words.join(' ')
  if (joined in timePhrases || relativePhrases.includes(joined) || clockOf(joined)) return true
  const known = words.every((word) => isTimeWord(word) || beside.has(word) || /^\d{1,4}$/.test(word))
  return known && (words.some(isTimeWord) || phraseIn(joined) !== undefined)
}

const isTimeWord = (word: string): boolean => times.has(word) || days.has(word) || relatives.has(word)

const phraseIn = (joined: string): TimeOfDay | undefined =>
  Object.entries(timePhrases).find(([phrase]) => ` ${joined} `.includes(` ${phrase} `))?.[1]

const timeOf = (parts: string[]): TimeOfDay | null => {
  const all = parts.map((part) => wordsOf(part))
  const sharp = all.map(sharpTime).find((time) => time !== undefined)
  if (sharp) return sharp
  return all.flat().some((word) => days.has(word)) ? 'noon' : null
}

const sharpTime = (words: string[]): TimeOfDay | undefined => {
  const joined = words.join(' ')
  if (relativePhrases.some((phrase) => ` ${joined} `.includes(` ${phrase} `))) return undefined
  const word = words.find((one) => times.has(one))
  return phraseIn(joined) ?? clockOf(joined) ?? (word === undefined ? undefined : times.get(word))
}

/** "3 AM", "11:30 PM", "14:00", "6 UHR", "18H" → the light at that hour. */
const clockOf = (joined: string): TimeOfDay | undefined => {
  const match = /\b(\d{1,2})(?::(\d\d))? ?(AM|PM|A M|P M|UHR|H|O'CLOCK)?\b/.exec(joined)
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined
  const half = match[3]?.charAt(0)
  const hour = (Number(match[1]) % (half === 'A' || half === 'P' ? 12 : 24)) + (half === 'P' ? 12 : 0)
  const lastHours: [number, TimeOfDay][] = [[4, 'night'], [6, 'dawn'], [10, 'morning'], [13, 'noon'], [17, 'afternoon'], [20, 'evening']] // prettier-ignore
  return lastHours.find(([last]) => hour <= last)?.[1] ?? 'night'
}
