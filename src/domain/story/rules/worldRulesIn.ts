import type { Told } from '@/domain/cast/told'

/** What the text states as always or never so. `priority` 1 first: what the action states goes before what somebody says. */
export type WorldRule = { category: string; rule: string; line: number; by: string; priority: number }

const law = /\b(?:(?:nobody|no one|no-one|none|nothing|no \w+) (?:ever |may |can |must |is allowed|goes|comes|leaves|enters|speaks|has ever|will ever|survives)|every(?:one|body|thing)? (?:must|has to|always|night|day|year|morning|evening|winter|summer)|always|never|(?:is|are) (?:strictly )?forbidden|must (?:not|never|always)|only (?:the|those|one) \w+ (?:may|can)|is not allowed|are not allowed|the law says|there is no way|it is the rule)\b/i // prettier-ignore
/** What one person does or asks of another is a habit or an order, not how the world is. */
const personal = /^(?:\W*(?:I|you|we|he|she|they|it|this|that|there|an?)\b|(?:oh|well|but|and|no|yes),? (?:I|you|we|he|she|they)\b|never mind|always you|please|don't|do not)|\b(?:I|you|we|I've|you've|I'll|you'll|we'll|he|she|my|your)\b[^.]*\b(?:always|never)\b|\b(?:always|never)\b[^.]*\b(?:you|me|I)\b/i // prettier-ignore
const once =
  /\b(?:tonight|today|now|right now|this time|yet|again|moves|says|answers|speaks|looks|notices|hears|sees)\b/i
const categories: readonly [RegExp, string][] = [
  [/\b(?:forbidden|must|allowed|law|rule|may)\b/i, 'law'],
  [/\b(?:night|day|year|winter|summer|morning|evening|sun|tide|rain|snow|storm|moon)\b/i, 'nature'],
  [/\b(?:magic|spell|curse|ghost|dead|spirit|demon|power)\b/i, 'magic'],
]

/** The laws of this world, in the words of the text: general sentences with "always", "never", "nobody may", "is forbidden". */
export const worldRulesIn = (told: readonly Told[]): WorldRule[] =>
  told.flatMap(({ kind, text, line, by }): WorldRule[] => {
    if (kind === 'manner' || text.length > 240 || /\?["”']?$/.test(text)) return []
    if (!law.test(text) || personal.test(text) || once.test(text)) return []
    const category = categories.find(([says]) => says.test(text))?.[1] ?? 'custom'
    return [{ category, rule: text, line, by, priority: kind === 'action' ? 1 : 2 }]
  })
