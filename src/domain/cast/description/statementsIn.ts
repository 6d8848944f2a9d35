import type { Mention, MentionFinder } from '@/domain/screenplay/namesIn'
import type { Told } from '../told'
import { agesIn } from './agesIn'
import { injuriesIn } from './injuriesIn'
import { spansIn, type Span } from './spansIn'
import type { Trait } from './trait'
import { bodyIn, clothesIn, traitsIn } from './traits'

/** Something the text says of a person: where, in which words, and whether it tells of a change. */
export type Statement = Trait & { name: string; line: number; quote: string; heading: number; changes: boolean }

const changing = /\b(changes? (?:into|to|clothes|his|her)|puts? on|pulls? on|slips? (?:into|on)|throws? on|now (?:in|wears|wearing|with)|in (?:a )?new|fresh|no longer|takes? off|has (?:cut|shaved|dyed|grown|lost)|shaves|dyes|cuts (?:his|her) hair|has turned|dressed now|disguised|different)\b/i // prettier-ignore
const worn = /\b(?:wears?|wearing|dressed in|clad in|wrapped in|puts? on|pulls? on|slips? (?:into|on)|throws? on|changes? into|buttons|zips|now in|in|with|has|have)\s+(?:up\s+)?(?:(?:an?|the|his|her|their|its)\s+)?((?:[\w-]+,?\s+){0,4}[\w-]+)/gi // prettier-ignore
const hers = /\b(?:his|her)\s+((?:[\w-]+\s+){0,3}(?:hair|beard|glasses|spectacles|hood|cap|ponytail|braids?|curls))\b/gi
const others = /\b(?:man|woman|boy|girl|figure|stranger|child|lady|doll|somebody|someone|picture|photo|painting|mannequin|statue|dog|cat|people)\s+$/i // prettier-ignore
/** In somebody's arms or on a chair it is not worn. */
const aside = /\b(?:hands?|gives?|throws?|drops?|hangs?|folds?|carries|holds?|picks? up|grabs?|takes? off|puts? (?:it|down|away)|packs?|wraps? (?:him|her|it)|searches|finds)\b/i // prettier-ignore

/** Everything action and speech say of the looks of people, in order. Each statement has its line and its words. */
export const statementsIn = (told: readonly Told[], mentions: MentionFinder): Statement[] => {
  const statements: Statement[] = []
  let before: { paragraph: number; name: string | null } = { paragraph: -1, name: null }
  for (const one of told) {
    if (one.kind === 'speech') statements.push(...saidOfThemselves(one))
    if (one.kind !== 'action') continue
    const found = mentions(one.text)
    const goesOn = before.paragraph === one.paragraph ? before.name : null
    statements.push(...inSentence(one, found, goesOn))
    before = { paragraph: one.paragraph, name: meantNext(found, goesOn) }
  }
  return statements
}

const inSentence = (one: Told, found: readonly Mention[], goesOn: string | null): Statement[] => [
  ...spansIn(one.text, found, goesOn).flatMap((span) => traitsOf(span).map((trait) => stated(one, span.name, trait))),
  ...injuriesIn(one.text, found, goesOn).map(([name, trait]) => stated(one, name, trait)),
]

/** Whom a "she" in the next sentence can only mean. */
const meantNext = (found: readonly Mention[], goesOn: string | null): string | null => {
  const [name, ...others] = new Set(found.map((one) => one.name))
  if (name === undefined) return goesOn
  return others.length === 0 ? name : null
}

const stated = ({ text, line, heading }: Told, name: string, trait: Trait): Statement => ({
  ...trait, name, line, heading, quote: text, changes: changing.test(text),
}) // prettier-ignore

const traitsOf = ({ text, how }: Span): Trait[] => {
  if (how === 'describes') return traitsIn(text)
  const traits = [
    ...Array.from(text.matchAll(worn)).flatMap((match) => wornIn(text.slice(0, match.index), match)),
    ...Array.from(text.matchAll(hers)).flatMap((match) => bodyIn(match[1] ?? '').filter(isSeen)),
  ]
  return traits.filter(({ about }, at) => traits.findIndex((one) => one.about === about) === at)
}

/** "in a red coat" behind somebody else is theirs; "with her coat" behind "hands" is not worn. */
const wornIn = (lead: string, match: RegExpExecArray): Trait[] => {
  if (others.test(lead)) return []
  const carried = aside.test(lead) && !/^(?:in|wears?|wearing)\b/i.test(match[0])
  return [...(carried ? [] : clothesIn(match[1] ?? '')), ...bodyIn(match[1] ?? '').filter(isSeen)]
}

/** What one can have; a build or a manner is not had but said. */
const isSeen = ({ about }: Trait): boolean => ['hair', 'hair colour', 'beard', 'glasses', 'hat'].includes(about)

/** "I'm nineteen." is an age; nothing else that people say of themselves is believed. */
const saidOfThemselves = (one: Told): Statement[] => {
  const age = /\b(?:I'm|I am|I’m)\s+((?:[\w-]+\s?){1,3}?(?:years? old)?)\s*[.,!?]/i.exec(one.text)?.[1]
  const [trait] = age === undefined ? [] : agesIn(`, ${age},`)
  return trait && one.by !== '' && /\d|teen|ty\b|[a-z]+ years|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i.test(age ?? '') ? [stated(one, one.by, trait)] : [] // prettier-ignore
}
