import type { TimeOfDay } from './vocabulary'

/** Things that words are written on, and things that show the hour. */
const written = new Set(['letter', 'book', 'newspaper', 'ticket', 'photo', 'map', 'mobile'])
const dials = new Set(['clock', 'watch'])
const longest = 150

/**
 * What is to be read on a thing in a close picture: the words the action quotes ("The letter says: “Come home.”"), on a
 * clock the time as "22:05" (said in the action, else by the hour of the day); '' when there is nothing to read.
 */
export const wordsOn = (noun: string, { action, timeOfDay }: { action: string; timeOfDay: TimeOfDay }): string => {
  if (dials.has(noun)) return timeIn(action) ?? usual[timeOfDay]
  if (!written.has(noun)) return ''
  const quoted = [...action.matchAll(/[“"«„]([^”"»“]{2,400})[”"»“]/g)].map(([, words = '']) => words.trim())
  const capitals = /\b(?:reads|says|printed|written|words)\b[^A-Z]{0,12}((?:[A-Z][A-Z'’-]+[ ,.!?]*){2,})/.exec(
    action,
  )?.[1]
  const words = (quoted.join(' … ') || capitals?.trim()) ?? ''
  if (words.length <= longest) return words
  return `${words.slice(0, words.lastIndexOf(' ', longest - 2))} …`
}

const usual: Record<TimeOfDay, string> = {
  dawn: '5:40', morning: '8:20', noon: '12:10', afternoon: '15:35', evening: '19:10', twilight: '20:25', night: '22:50',
} // prettier-ignore

const numbers = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']
const number = `(\\d{1,2}|${numbers.join('|')})`
const hourOf = (word: string): number => {
  const named = numbers.indexOf(word.toLowerCase())
  return named >= 0 ? named : Number(word) % 24
}
const clock = (hour: number, minute: number) => `${String((hour + 24) % 24)}:${String(minute).padStart(2, '0')}`

const timeIn = (text: string): string | null => digitsIn(text) ?? partIn(text) ?? fullIn(text)

const digitsIn = (text: string): string | null => {
  const [, hour, minute] = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/.exec(text) ?? []
  return hour === undefined ? null : clock(Number(hour), Number(minute))
}

const parts = { quarter: 15, half: 30, five: 5, ten: 10, twenty: 20 } as const
const partly = new RegExp(`\\b(quarter|half|five|ten|twenty) (past|to|after|before) ${number}\\b`, 'i')

/** "quarter to nine" */
const partIn = (text: string): string | null => {
  const [, part, way, hour] = partly.exec(text) ?? []
  if (part === undefined || way === undefined || hour === undefined) return null
  const minutes = parts[part.toLowerCase() as keyof typeof parts]
  return /to|before/i.test(way) ? clock(hourOf(hour) - 1, 60 - minutes) : clock(hourOf(hour), minutes)
}

const whole = new RegExp(`\\b${number} o['’]clock\\b|\\bstrikes ${number}\\b`, 'i')

const fullIn = (text: string): string | null => {
  const [, said, struck] = whole.exec(text) ?? []
  const hour = said ?? struck
  if (hour !== undefined) return clock(hourOf(hour), 0)
  return /\b(?:midnight|noon|midday)\b/i.test(text) ? '12:00' : null
}
