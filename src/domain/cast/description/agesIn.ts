import type { CharacterLook } from '../look'
import type { Trait } from './trait'

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ') // prettier-ignore
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 } // prettier-ignore
const decades: Readonly<Record<string, number>> = { teens: 15, twenties: 25, thirties: 35, forties: 45, fifties: 55, sixties: 65, seventies: 75, eighties: 85, nineties: 95 } // prettier-ignore
const number = `(?:${Object.keys(tens).join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|${small.slice(1).join('|')}|\\d{1,2}`
const end = '(?=\\s*(?:,|\\.|\\)|;|!|$|and\\b|or\\b|years?\\b|-year))'
const years = new RegExp(`(?:^|[,(]|\\bis\\b|\\bage[d]?\\b|\\bof\\b|\\bturns\\b)\\s*((?:about |almost |nearly |barely |maybe |only |just )?(?:${number}))${end}|\\b(${number})[ -]years?[ -]old\\b`, 'i') // prettier-ignore
const decade = new RegExp(`\\b((?:(?:early|mid|late)[ -])?(?:${Object.keys(decades).join('|')}|[1-9]0s))\\b`, 'i')
const person = 'man|woman|lady|gentleman|couple|fisherman|ferryman|sailor|soldier|priest|nun|farmer|teacher|doctor|widow|fellow|guy|person|figure|sergeant|captain' // prettier-ignore
const words: readonly [RegExp, CharacterLook['age']][] = [
  [new RegExp(`\\b(old|elderly|aged|ancient|white-haired)(?=\\s*(?:,|\\.|\\)|$|and\\b|but\\b|(?:\\w+ )?(?:${person})\\b))`, 'i'), 'elder'],
  [/\b(grandmother|grandfather|pensioner)\b/i, 'elder'],
  [/\b(?:a|an|little|small|young) ((?:\w+ )?(?:child|boy|girl|kid|toddler|schoolboy|schoolgirl))\b/i, 'child'],
  [/^[\s,(]*(child|boy|girl|kid|toddler)\b/i, 'child'],
  [new RegExp(`\\b(young|middle-aged|teenage|adult)(?=\\s*(?:,|\\.|\\)|$|and\\b|but\\b|(?:\\w+ )?(?:${person})\\b))|\\b(teenager)\\b`, 'i'), 'adult'],
] // prettier-ignore

/** An age, as the text has it: in years, in decades, else in words. At most one; years are believed first. */
export const agesIn = (text: string): Trait[] => {
  const said = years.exec(text)
  const value = said?.[1] ?? said?.[2] ?? decade.exec(text)?.[1]
  if (value !== undefined) return [{ about: 'age', value: value.trim(), look: { age: lookAt(yearsOf(value)) } }]
  for (const [says, age] of words) {
    const match = says.exec(text)
    if (match) return [{ about: 'age', value: (match[1] ?? match[2] ?? '').trim(), look: { age } }]
  }
  return []
}

const lookAt = (age: number): CharacterLook['age'] => (age < 14 ? 'child' : age < 60 ? 'adult' : 'elder')

/** "about sixty-five" → 65, "late thirties" → 35, "40s" → 45. */
export const yearsOf = (value: string): number => {
  const word = value.toLowerCase().split(/\s+/).at(-1) ?? ''
  if (/^\d+s$/.test(word)) return Number.parseInt(word, 10) + 5
  if (/^\d+$/.test(word)) return Number(word)
  const bare = word.replace(/^(?:early|mid|late)-/, '')
  const [ten = '', one = ''] = bare.split('-')
  return decades[bare] ?? (tens[ten] === undefined ? Math.max(0, small.indexOf(ten)) : tens[ten] + Math.max(0, small.indexOf(one))) // prettier-ignore
}
