import { propIn } from '@/domain/prop/propNouns'

/** Finds the cast's names in a text; built once for a screenplay. */
export type NameFinder = (text: string) => string[]

/** Where a text names somebody: from ≤ i < to, a possessive ("Mara's") with its end. */
export type Mention = { name: string; from: number; to: number }
export type MentionFinder = (text: string) => Mention[]

/** Words of a longer name that mean nobody by themselves. */
const titles = new Set(
  'OLD YOUNG LITTLE BIG THE MR MR. MRS MRS. MS MS. DR DR. MISS SIR LADY FIRST SECOND THIRD MAN WOMAN BOY GIRL CAPTAIN UNCLE AUNT MOTHER FATHER SISTER BROTHER AND OF'.split(
    ' ',
  ),
)

/**
 * A finder for these names: "Tom" and "TOM" are TOM, "Mara's" is MARA, "Quinn" is MARA QUINN when nobody else is
 * called so, "the ferryman" is FERRYMAN. A small letter without "the" is a word, not a name ("will", "mark"), and "the
 * rose" is a thing. `nameOf` gives the name somebody of several names is known by. Gives each name once, in the order of
 * the text.
 */
export const findNames = (cast: readonly string[], nameOf?: (name: string) => string): NameFinder => {
  const mentions = findMentions(cast, nameOf)
  return (text) => [...new Set(mentions(text).map(({ name }) => name))]
}

/** The same finder, with every place a name stands in. */
export const findMentions = (cast: readonly string[], nameOf = (name: string): string => name): MentionFinder => {
  const byPhrase = new Map<string, string>()
  const lengths = new Map<string, number>()
  const add = (tokens: string[], name: string) => {
    const [first = ''] = tokens
    byPhrase.set(tokens.join(' '), name)
    lengths.set(first, Math.max(lengths.get(first) ?? 0, tokens.length))
  }
  for (const [part, names] of partsOf(cast, nameOf)) if (names.size === 1) add([part], [...names][0] ?? '')
  for (const name of cast) add(tokensOf(name).map(upper), nameOf(name))
  return (text) => {
    const places = Array.from(text.matchAll(token), ({ 0: word, index }) => ({ from: index, to: index + word.length }))
    const tokens = places.map(({ from, to }) => text.slice(from, to))
    const folded = tokens.map(upper)
    const found: Mention[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      const longest = lengths.get(folded[at] ?? '') ?? 0
      if (longest === 0 || !standsAsName(tokens, at)) continue
      const hit = hitAt(folded, { at, longest, byPhrase })
      if (!hit) continue
      const [first, ...more] = places.slice(at, at + hit.length)
      if (first) found.push({ name: hit.name, from: first.from, to: (more.at(-1) ?? first).to })
      at += hit.length - 1
    }
    return found
  }
}

const token = /[\p{L}\p{N}#]+(?:[-.'’][\p{L}\p{N}]+)*/gu
const tokensOf = (text: string): string[] => text.match(token) ?? []
const upper = (token: string): string => token.replace(/['’]s$/i, '').toUpperCase()

/** Single words of longer names → whose names hold them; of "MAN IN A GREY COAT" the man, not the coat. */
const partsOf = (cast: readonly string[], nameOf: (name: string) => string): Map<string, Set<string>> => {
  const parts = new Map<string, Set<string>>()
  for (const name of cast) {
    const tokens = tokensOf(name).map(upper)
    const described = tokens.findIndex((token, at) => at > 0 && /^(IN|WITH|AT|ON|FROM|BY|NEAR|BEHIND)$/.test(token))
    const head = described > 0 ? tokens[described - 1] : undefined
    for (const token of tokens.length > 1 ? tokens.slice(0, described > 0 ? described : undefined) : []) {
      if (token !== head && (titles.has(token) || /^#?\d/.test(token))) continue
      parts.set(token, (parts.get(token) ?? new Set()).add(nameOf(name)))
    }
  }
  return parts
}

type Search = { at: number; longest: number; byPhrase: ReadonlyMap<string, string> }

/** The longest name that begins here. */
const hitAt = (folded: string[], { at, longest, byPhrase }: Search) => {
  for (let length = Math.min(longest, folded.length - at); length > 0; length -= 1) {
    const name = byPhrase.get(folded.slice(at, at + length).join(' '))
    if (name !== undefined) return { name, length }
  }
  return undefined
}

/** A capital, a script without capitals, or "the" before it; a thing with an article before it is a thing. */
const standsAsName = (tokens: string[], at: number): boolean => {
  const word = tokens[at] ?? ''
  const before = tokens[at - 1] ?? ''
  const determined = /^(the|an?|this|that|his|her|their|my|your)$/i.test(before)
  if (determined && propIn(word.toLowerCase()).length > 0) return false
  return !/^\p{Ll}/u.test(word) || /^the$/i.test(before)
}
