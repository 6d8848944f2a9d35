import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { gendersOf } from './gendersOf'
import type { CharacterLook } from './look'

/** What the text says of one person, with the lines it stands in. Nothing is invented. */
export type CastFacts = {
  name: string
  said: Partial<CharacterLook>
  evidence: string[]
  gender: 'woman' | 'man' | 'unknown'
  /** Sentences of action that name the person, the first twelve. */
  sentences: { text: string; line: number }[]
  lines: number
  voiceOnly: boolean
}

/** Everybody who is seen or heard, in order of appearance, with what the action says of them. */
export const castOf = (scenes: readonly SceneDraft[]): CastFacts[] => {
  const people = new Map<string, CastFacts>()
  const meet = (name: string): CastFacts => {
    const known = people.get(name)
    if (known) return known
    const fresh: CastFacts = {
      name,
      said: {},
      evidence: [],
      gender: 'unknown',
      sentences: [],
      lines: 0,
      voiceOnly: true,
    }
    people.set(name, fresh)
    return fresh
  }
  for (const scene of scenes) {
    for (const name of scene.charactersPresent) meet(name).voiceOnly = false
    for (const line of scene.dialogue) meet(line.character).lines++
    for (const name of scene.voices) meet(name)
  }
  const byFirstName = new Map(
    [...people.keys()].map((name) => [name, new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu')]),
  )
  for (const scene of scenes)
    for (const sentence of sentencesOf(scene.action))
      noteSentence({ people, byFirstName, sentence, line: scene.fromLine })
  const named = (sentence: string) =>
    [...byFirstName].filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name)
  const bearded = [...people.values()].filter(({ said }) => said.beard).map(({ name }) => name)
  const genders = gendersOf(scenes, { named, bearded })
  return [...people.values()].map((person) => ({ ...person, gender: genders.get(person.name) ?? 'unknown' }))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const sentencesOf = (action: string): string[] =>
  action.split(/(?<=[.!?…])\s+|\n+/).filter((part) => part.trim() !== '')

type Noted = { people: Map<string, CastFacts>; byFirstName: Map<string, RegExp>; sentence: string; line: number }

/** A fact counts only in a sentence that names this one person alone. */
const noteSentence = ({ people, byFirstName, sentence, line }: Noted): void => {
  const named = [...byFirstName].filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name)
  for (const name of named) {
    const person = people.get(name)
    if (!person) continue
    if (person.sentences.length < 12) person.sentences.push({ text: sentence.trim(), line })
    if (named.length === 1) readFacts(person, sentence, line)
  }
}

type Rule = { says: RegExp; fact: Partial<CharacterLook>; what: string }
const rules: readonly Rule[] = [
  { says: /\b(old|elderly|aged|ancient|sixt(y|ies)|sevent(y|ies)|eight(y|ies)|[6-9]\d|grandmother|grandfather|grey-haired|gray-haired|white-haired)\b/i, fact: { age: 'elder' }, what: 'age' },
  { says: /\b(child|boy|girl|kid|toddler|(?:[4-9]|1[0-3])(?:\s*years old)?|six-year-old|seven-year-old|eight-year-old|nine-year-old|ten-year-old)\b/i, fact: { age: 'child' }, what: 'age' },
  { says: /\b(thin|slim|slender|gaunt|skinny|wiry|lean)\b(?<!too thin)(?!\s+(?:against|for|on|out|over|in|toward|coat|dress|jacket|light|line|air|ice|walls?|rain|smile|voice|blanket))/i, fact: { build: 'slim' }, what: 'build' },
  { says: /\b(broad|stout|heavy|burly|huge|fat|stocky|big man)\b/i, fact: { build: 'broad' }, what: 'build' },
  { says: /\b(beard|bearded)\b/i, fact: { beard: true }, what: 'beard' },
  { says: /\b(glasses|spectacles)\b/i, fact: { glasses: true }, what: 'glasses' },
  { says: /\bbald\b/i, fact: { hair: 'bald' }, what: 'hair' },
  { says: /\b(long(?:,? \w+)? hair|long-haired)\b/i, fact: { hair: 'long' }, what: 'hair' },
  { says: /\b(curls|curly)\b/i, fact: { hair: 'curly' }, what: 'hair' },
  { says: /\bponytail\b/i, fact: { hair: 'ponytail' }, what: 'hair' },
  { says: /\b(cap)\b/i, fact: { hat: 'cap' }, what: 'hat' },
  { says: /\b(beanie|woolen hat|knitted hat)\b/i, fact: { hat: 'beanie' }, what: 'hat' },
  { says: /\bhood(ed|ie)?\b/i, fact: { hat: 'hood' }, what: 'hat' },
  { says: /\b(coat|oilskin|raincoat|overcoat)\b/i, fact: { costume: 'coat' }, what: 'costume' },
  { says: /\b(dress|gown)\b/i, fact: { costume: 'dress' }, what: 'costume' },
  { says: /\bjacket\b/i, fact: { costume: 'jacket' }, what: 'costume' },
  { says: /\bapron\b/i, fact: { costume: 'apron' }, what: 'costume' },
  { says: /\b(sweater|jumper|pullover)\b/i, fact: { costume: 'sweater' }, what: 'costume' },
  { says: /\buniform\b/i, fact: { costume: 'uniform' }, what: 'costume' },
] // prettier-ignore

const colours: Record<string, string> = {
  red: '#b8372f', blue: '#2f62b8', green: '#2f8a4f', yellow: '#d6a92b', orange: '#d9762b', purple: '#7a3fa0', white: '#e8e2d4', black: '#2b2b33',
  brown: '#7a4f2f', grey: '#7d8288', gray: '#7d8288', pink: '#d77f9f',
} // prettier-ignore
const clothes = 'coat|oilskin|raincoat|overcoat|dress|gown|jacket|apron|sweater|jumper|pullover|uniform|shirt|robe'
const colouredClothes = new RegExp(`\\b(${Object.keys(colours).join('|')})\\s+(?:${clothes})\\b`, 'i')

const hairColours: Record<string, string> = {
  black: '#231a1d', dark: '#2e1f1a', brown: '#6b4528', auburn: '#7a3a22', red: '#8a4a24', ginger: '#a8572a', blond: '#d8bd84', blonde: '#d8bd84',
  fair: '#d8bd84', grey: '#8f8d8b', gray: '#8f8d8b', silver: '#b9b6b0', white: '#eceae4',
} // prettier-ignore
const colouredHair = new RegExp(
  `\\b(${Object.keys(hairColours).join('|')})[\\s-]+(?:\\w+\\s+)?(?:hair(?:ed)?|beard(?:ed)?|curls|ponytail|bun|braids?|bob)\\b`,
  'i',
)

const small = 'one two three four five six seven eight nine ten eleven twelve thirteen'
const old = 'sixty seventy eighty ninety'
const childAge = new RegExp(
  `,\\s*(?:about |maybe )?(?:${small.split(' ').join('|')}|[1-9]|1[0-3])\\s*(?:,|\\.|years?\\b)`,
  'i',
)
const elderAge = new RegExp(
  `,\\s*(?:about |maybe )?(?:(?:${old.split(' ').join('|')})(?:-\\w+)?|[6-9]\\d)\\s*(?:,|\\.|years?\\b)`,
  'i',
)

/** "NORA, nine, in a yellow raincoat": an age stands between commas behind the name. */
const readAge = (person: CastFacts, sentence: string, line: number): void => {
  const age = elderAge.test(sentence) ? 'elder' : childAge.test(sentence) ? 'child' : null
  if (!age || person.said.age) return
  person.said.age = age
  person.evidence.push(`age: line ${String(line)}`)
}

const readFacts = (person: CastFacts, sentence: string, line: number): void => {
  readAge(person, sentence, line)
  for (const { says, fact, what } of rules) {
    if (!says.test(sentence) || Object.keys(fact).some((key) => key in person.said)) continue
    Object.assign(person.said, fact)
    person.evidence.push(`${what}: line ${String(line)}`)
  }
  noteColour(person, { key: 'costumeColor', what: 'colour', hex: said(colours, colouredClothes, sentence), line })
  noteColour(person, { key: 'hairColor', what: 'hair colour', hex: said(hairColours, colouredHair, sentence), line })
}

const said = (named: Record<string, string>, pattern: RegExp, sentence: string): string | undefined =>
  named[pattern.exec(sentence)?.[1]?.toLowerCase() ?? '']

type Colour = { key: 'costumeColor' | 'hairColor'; what: string; hex: string | undefined; line: number }
const noteColour = (person: CastFacts, { key, what, hex, line }: Colour): void => {
  if (!hex || person.said[key]) return
  person.said[key] = hex
  person.evidence.push(`${what}: line ${String(line)}`)
}
