import type { Mention } from '@/domain/screenplay/namesIn'

/**
 * A stretch of a sentence that speaks of one person. `describes` is said of them outright ("IDA, fifty, in a yellow
 * coat"); of `does` only what is worn or had counts ("Ida wears …", "her grey hair").
 */
export type Span = { name: string; text: string; how: 'describes' | 'does' }

const finite =
  /^(?:[a-z]+ly |still |now |also |then |slowly )*(?!(?:is|was|has|this|its|as|us|always|glasses|spectacles|clothes|trousers|jeans|shorts|boots|shoes|gloves|curls|braids|overalls|fatigues|scrubs|hands|eyes|shoulders|suspenders|pyjamas|pajamas|sunglasses|dungarees|leathers|pigtails|plaits|stairs|years|[a-z]*ss)\b)[a-z]{2,}s\b/ // prettier-ignore

/** What a sentence of action says of whom; `goesOn` is the person a "he" or "she" at its head can only mean. */
export const spansIn = (sentence: string, mentions: readonly Mention[], goesOn: string | null): Span[] => {
  const [first] = mentions
  if (!first) return goesOn !== null && /^(?:he|she|his|her)\b/i.test(sentence) ? ofPronoun(goesOn, sentence) : []
  return mentions.flatMap(({ name, from, to }, at): Span[] => {
    const next = mentions[at + 1]?.from ?? sentence.length
    const after = sentence.slice(to, next)
    const before = sentence.slice(mentions[at - 1]?.to ?? 0, from)
    const described = apposition(after)
    const spans: Span[] = []
    const lead = leading(before)
    if (lead !== '') spans.push({ name, text: lead, how: 'describes' })
    if (described !== '') spans.push({ name, text: described, how: 'describes' })
    if (/['’]s$/i.test(sentence.slice(from, to))) spans.push({ name, text: ` has ${after}`, how: 'does' })
    else if (at === 0 || /^\s+(?:is|was|wears|has)\b/i.test(after))
      spans.push(...predicate(name, after.slice(described.length)))
    return spans
  })
}

const ofPronoun = (name: string, sentence: string): Span[] =>
  predicate(name, sentence.replace(/^(?:he|she)\b/i, '').replace(/^(?:his|her)\b/i, ' has'))

/** "… is an old man" describes; what else somebody does tells only what they wear and have. */
const predicate = (name: string, after: string): Span[] => {
  const is = /^\s*,?\s*(?:is|was|looks|seems)\s+((?:(?:very|quite|now|only|about|just|still|barely)\s+)*(?:an?\s+)?[^,.;]*)/i.exec(after)
  const said = is && !/^(?:\w+ing|in|at|on|by|behind|under|near|there|here|gone|back)\b/i.test(is[1] ?? '') ? [{ name, text: is[1] ?? '', how: 'describes' as const }] : []
  return [...said, { name, text: after, how: 'does' }]
} // prettier-ignore

/** ", fifty, in a yellow coat," and "(40s, bearded)": up to the verb of the sentence. */
const apposition = (after: string): string => {
  const bracket = /^\s*\(([^)]*)\)/.exec(after)
  if (bracket) return bracket[0] + apposition(after.slice(bracket[0].length))
  if (!/^\s*(?:,|–|—|--)/.test(after)) return ''
  const parts = after.split(/(,|–|—|--)/)
  let text = parts[0] ?? ''
  for (let at = 1; at < parts.length; at += 2) {
    const part = (parts[at + 1] ?? '').replace(/^\s*(?:and|who)\s+/, '').trim()
    if (finite.test(part)) break
    text += `${parts[at] ?? ''}${parts[at + 1] ?? ''}`
  }
  return text
}

/** "The old fisherman" before a name; "An old man," before a comma and a name. */
const leading = (before: string): string => {
  const apart = /(?:^|[.;]\s*)((?:An?|The|Two)\b[^,]{3,60}),\s*$/.exec(before)
  if (apart) return apart[1] ?? ''
  return /(?:^|[,;]\s*|\b(?:and|with|by|to|at|sees|meets)\s+)((?:the |an? )?(?:[a-z-]+ ){1,3})$/i.exec(before)?.[1]?.trimEnd() ?? '' // prettier-ignore
}
