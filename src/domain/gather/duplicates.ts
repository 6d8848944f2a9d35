import { alikeFrom, nameSimilarity } from '../cast/people/nameSimilarity'
import { foldedName, sourceOf, type Duplicate, type FoundIn } from './finding'

const namedKinds = ['character', 'location', 'prop'] as const
const toldKinds = ['note', 'scene'] as const
/** Comparing grows with the square of their number: more than these of a kind are not compared. */
const comparedMost = 800
const listedMost = 200

/**
 * Entries that may be one: names from 0.85 on (Jaro–Winkler), texts that share 0.85 of their words, and more than one
 * screenplay. `cast`: names a screenplay uses, with where. The most alike first.
 */
export const duplicatesIn = (
  items: readonly FoundIn[],
  cast: readonly { name: string; item: FoundIn; line: number }[],
): Duplicate[] => {
  const of = (kind: FoundIn['kind']) => items.filter((one) => one.kind === kind).slice(0, comparedMost)
  const found = [
    ...screenplays(of('screenplay')),
    ...namedKinds.flatMap((kind) => pairs(of(kind), (item) => foldedName(item.title), sameName)),
    ...toldKinds.flatMap((kind) => pairs(of(kind), (item) => wordsOf(item.text), sameText)),
    ...spelledApart(of('character'), cast),
  ]
  return found.sort((a, b) => b.alike - a.alike).slice(0, listedMost)
}

const screenplays = (items: readonly FoundIn[]): Duplicate[] =>
  items.length < 2
    ? []
    : [
        {
          what: `${String(items.length)} screenplays are gathered; the film is made from the last.`,
          alike: 1,
          sources: items.map((item) => sourceOf(item, '')),
        },
      ]

type Compared<T> = (a: { item: FoundIn; read: T }, b: { item: FoundIn; read: T }) => Duplicate | null

const pairs = <T>(items: readonly FoundIn[], read: (item: FoundIn) => T, compare: Compared<T>): Duplicate[] => {
  const known = items.map((item) => ({ item, read: read(item) }))
  return known.flatMap((one, at) => known.slice(at + 1).flatMap((other) => compare(one, other) ?? []))
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const sameName: Compared<string> = (a, b) => {
  const alike = similarity(a.read, b.read)
  if (alike < alikeFrom) return null
  const { kind } = a.item
  const what = alike === 1 ? `Two entries describe the ${kind} ${a.read}.` : `${a.read} and ${b.read} may be one ${kind}.`
  return { what, alike: rounded(alike), sources: [a, b].map(({ item }) => sourceOf(item, item.text)) }
} // prettier-ignore

/** Names of one word and of several are not compared: ANNA is not ANNA’S HOUSE. */
const similarity = (one: string, other: string): number => {
  if (one === '' || other === '' || Math.abs(one.length - other.length) * 2 > Math.max(one.length, other.length)) return 0
  return one.split(' ').length === other.split(' ').length ? nameSimilarity(one, other) : 0
} // prettier-ignore

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
/** Fewer words say the same by accident. */
const wordsLeast = 4

const sameText: Compared<Set<string>> = (a, b) => {
  const [small, large] = a.read.size < b.read.size ? [a.read, b.read] : [b.read, a.read]
  if (small.size < wordsLeast || small.size < large.size * alikeFrom) return null
  let common = 0
  for (const word of small) if (large.has(word)) common++
  const alike = common / (small.size + large.size - common)
  if (alike < alikeFrom) return null
  const what = `Two ${a.item.kind}s say ${alike === 1 ? 'the same' : 'nearly the same'}.`
  return { what, alike: rounded(alike), sources: [a, b].map(({ item }) => sourceOf(item, item.text)) }
}

/** Who has an entry under another spelling than the screenplay's. */
const spelledApart = (
  items: readonly FoundIn[],
  cast: readonly { name: string; item: FoundIn; line: number }[],
): Duplicate[] => {
  const known = new Set(cast.map(({ name }) => name))
  return items
    .filter(({ title }) => !known.has(foldedName(title)))
    .flatMap((item) =>
      cast.flatMap((one) => {
        const name = foldedName(item.title)
        const alike = similarity(name, one.name)
        if (alike < alikeFrom || alike === 1) return []
        const what = `${name} has an entry; the screenplay writes ${one.name}.`
        return [
          { what, alike: rounded(alike), sources: [sourceOf(item, item.text), sourceOf(one.item, one.name, one.line)] },
        ]
      }),
    )
}
