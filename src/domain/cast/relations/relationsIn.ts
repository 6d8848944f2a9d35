import type { Mention, MentionFinder } from '@/domain/screenplay/namesIn'
import type { Told } from '../told'
import { calledPattern, kinOf, kinPattern } from './kin'

/** `to` is `from`'s `kind` ("brother"). `to` is '' where the text does not say who. */
export type Relation = { from: string; to: string; kind: string; line: number; quote: string }

const kin = `((?:${kinPattern}))`
/** In the sentence every name is `<0>`, `<1>` … with 's behind it where it stood. */
const actionRules: readonly RegExp[] = [
  new RegExp(`<(?<from>\\d+)'s>,? (?:\\w+ )?(?<kind>${kinPattern}),? <(?<to>\\d+)>`, 'i'),
  new RegExp(`<(?<to>\\d+)>,? (?:is |was |who is )?(?:\\(?)<(?<from>\\d+)'s> (?:\\w+ )?(?<kind>${kinPattern})\\b`, 'i'),
  new RegExp(`<(?<from>\\d+)>[^<>.]*\\b(?:his|her) (?:\\w+ )?(?<kind>${kinPattern}),? <(?<to>\\d+)>`, 'i'),
  new RegExp(
    `<(?<to>\\d+)>,? (?:is |was )?(?:the |an? )?(?:\\w+ )?(?<kind>${kinPattern}) (?:of|to) <(?<from>\\d+)>`,
    'i',
  ),
]
const both = new RegExp(`<(?<from>\\d+)> and <(?<to>\\d+)>,? (?:are|were)? ?(?:\\w+ )?(?<kind>brothers|sisters|siblings|twins|cousins|friends|lovers|colleagues|partners|neighbours|neighbors|married)\\b`, 'i') // prettier-ignore
const mine = new RegExp(`\\bmy (?:\\w+ )?(?<kind>${kinPattern}),? <(?<to>\\d+)>|<(?<to2>\\d+)>,? (?:is |was |'s )?my (?:\\w+ )?(?<kind2>${kinPattern})\\b`, 'i') // prettier-ignore
const someone = new RegExp(
  `\\bmy (?:(?:own|little|big|late|dead|poor|only|dear|old|younger|older|best) )*${kin}\\b(?!['’]s)`,
  'i',
)
const called = new RegExp(`(?:^|[,.!?–—] ?)(${calledPattern})(?=\\s*(?:[,.!?–—]|$))`, 'i')

/**
 * Who is whose mother, brother, boss or friend, by what action and speech say in so many words; and whom somebody calls
 * "Mother" when only one other speaks in the scene. First statement first.
 */
export const relationsIn = (told: readonly Told[], mentions: MentionFinder): Relation[] => {
  const relations: Relation[] = []
  const speakersOf = new Map<number, Set<string>>()
  for (const { kind, by, heading } of told)
    if (kind === 'speech') speakersOf.set(heading, (speakersOf.get(heading) ?? new Set()).add(by))
  for (const [at, one] of told.entries()) {
    if (one.kind === 'manner') continue
    const found = mentions(one.text)
    const sentence = numbered(one.text, found)
    const add = (relation: Pick<Relation, 'from' | 'to' | 'kind'>) => {
      if (relation.from === '' || relation.from === relation.to || relations.some((known) => isKnown(known, relation))) return
      relations.push({ ...relation, kind: kinOf(relation.kind), line: one.line, quote: one.text })
    }
    for (const relation of inSentence(sentence, found)) add(relation)
    if (one.kind === 'speech') for (const relation of spoken(sentence, { told, at, found, others: others(speakersOf, one) })) add(relation)
  }
  return relations
} // prettier-ignore

const isKnown = (known: Relation, { from, to, kind }: Pick<Relation, 'from' | 'to' | 'kind'>): boolean =>
  known.from === from && (known.to === to || to === '') && known.kind === kinOf(kind)

const numbered = (text: string, found: readonly Mention[]): string => {
  let sentence = ''
  let at = 0
  for (const [i, { from, to }] of found.entries()) {
    sentence += `${text.slice(at, from)}<${String(i)}${/['’]s$/i.test(text.slice(from, to)) ? "'s" : ''}>`
    at = to
  }
  return sentence + text.slice(at)
}

type Found = Pick<Relation, 'from' | 'to' | 'kind'>

const inSentence = (sentence: string, found: readonly Mention[]): Found[] => {
  if (found.length < 2) return []
  const nameAt = (index: string | undefined) => found[Number(index)]?.name ?? ''
  const one = actionRules.map((rule) => rule.exec(sentence)?.groups).find((groups) => groups !== undefined)
  const pair = both.exec(sentence)?.groups
  const kind = (pair?.['kind'] ?? '').toLowerCase().replace(/s$/, '').replace('married', 'spouse')
  return [
    ...(one ? [{ from: nameAt(one['from']), to: nameAt(one['to']), kind: one['kind'] ?? '' }] : []),
    ...(pair ? [{ from: nameAt(pair['from']), to: nameAt(pair['to']), kind }] : []),
  ]
}

type Spoken = { told: readonly Told[]; at: number; found: readonly Mention[]; others: readonly string[] }

const spoken = (sentence: string, { told, at, found, others: theirs }: Spoken): Found[] => {
  const from = told[at]?.by ?? ''
  const named = mine.exec(sentence)?.groups
  if (named) return [{ from, ...namedKin(named, found) }]
  const [to = '', ...more] = theirs
  const face = called.exec(sentence)?.[1]
  const word = someone.exec(sentence)?.[1]
  return [
    ...(face !== undefined && to !== '' && more.length === 0 ? [{ from, to, kind: face }] : []),
    ...(word === undefined ? [] : [{ from, to: whoWasThat(told, at), kind: word }]),
  ]
}

const namedKin = (groups: Record<string, string | undefined>, found: readonly Mention[]): Omit<Found, 'from'> => ({
  to: found[Number(groups['to'] ?? groups['to2'])]?.name ?? '',
  kind: groups['kind'] ?? groups['kind2'] ?? '',
})

/** "Who was that?" – "My brother.": the last who spoke before the two in this scene. '' where nobody asks so. */
const whoWasThat = (told: readonly Told[], at: number): string => {
  const one = told[at]
  if (!one) return ''
  const here = told
    .slice(Math.max(0, at - 40), at)
    .filter(({ kind, heading }) => kind === 'speech' && heading === one.heading)
  const asked = here.findLast(({ by }) => by !== one.by)
  if (!asked || asked !== here.at(-1) || !whoIs.test(asked.text)) return ''
  return here.findLast(({ by }) => by !== one.by && by !== asked.by)?.by ?? ''
}
const whoIs = /^who(?:'s|’s| is| was) (?:that|he|she|it|this)\b/i

const others = (speakersOf: ReadonlyMap<number, ReadonlySet<string>>, { heading, by }: Told): string[] =>
  [...(speakersOf.get(heading) ?? [])].filter((name) => name !== by)
