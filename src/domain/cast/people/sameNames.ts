import { alikeFrom, lettersApart, nameSimilarity } from './nameSimilarity'
import type { NameUse } from './nameCounts'
import { ageWords, kinWords, personNouns, ranks } from './personWords'
import { foldName, isRole, wordsOfName } from './wordsOfName'

/** Two names held to be one person (`same`), or held apart though they look alike. `why` is '' where nobody could doubt it. */
export type NamePair = { name: string; is: string; same: boolean; why: string }

/** Past so many names only equal letters and parts of names are compared: all pairs would take too long. */
const comparedMost = 500

/** Names that differ only in case, accents, hyphens or an article: "RENÉE" and "Renee", "THE MAN" and "MAN". */
export const sameLetters = (names: readonly string[]): NamePair[] => {
  const first = new Map<string, string>()
  return names.flatMap((name) => {
    const is = first.get(foldName(name))
    if (is === undefined) first.set(foldName(name), name)
    return is === undefined ? [] : [{ name, is, same: true, why: '' }]
  })
}

/**
 * A name that is part of one other name: "VOSS" of "SERGEANT VOSS", "MARA" of "MARA QUINN". With two owners ("QUINN" of
 * MARA QUINN and TOM QUINN) it stays apart and is noted. "YOUNG MARA", "GUARD 2" and "MARA'S MOTHER" are others.
 */
export const partsOfNames = (names: readonly string[], uses: ReadonlyMap<string, NameUse>): NamePair[] => {
  const owners = ownersOf(names)
  return names.flatMap((name): NamePair[] => {
    const theirs = (owners.get(foldName(name)) ?? []).filter((one) => one !== name)
    const [is, ...others] = theirs
    if (is === undefined) return []
    if (others.length > 0)
      return [{ name, is, same: false, why: `${theirs.slice(0, 3).join(' and ')} could both be meant` }]
    if (uses.get(name)?.besides.has(is)) return [{ name, is, same: false, why: 'they speak to each other' }]
    const onlyRank = wordsOfName(name).every((word) => ranks.has(word))
    return [{ name, is, same: true, why: onlyRank ? `nobody else is called ${name}` : '' }]
  })
}

/** Folded name → the longer names that begin or end with it. */
const ownersOf = (names: readonly string[]): Map<string, string[]> => {
  const owners = new Map<string, string[]>(names.map((name) => [foldName(name), []]))
  for (const long of names)
    for (const [part, rest] of cutsOf(wordsOfName(long))) {
      const theirs = owners.get(part.join(' '))
      if (theirs && !theirs.includes(long) && isRestOfName(rest, part)) theirs.push(long)
    }
  return owners
}

const cutsOf = (words: readonly string[]): [string[], string[]][] =>
  words.length > 5
    ? []
    : words.slice(1).flatMap((_, at): [string[], string[]][] => {
        const [head, tail] = [words.slice(0, at + 1), words.slice(at + 1)]
        return [
          [tail, head],
          [head, tail],
        ]
      })

const isRestOfName = (rest: readonly string[], part: readonly string[]): boolean => {
  const named = part.some((word) => !personNouns.has(word) || ranks.has(word))
  return named && rest.every((word) => !/\d/.test(word) && !word.endsWith("'S") && !ageWords.has(word) && (ranks.has(word) || !(personNouns.has(word) || kinWords.has(word))) && !little.has(word)) // prettier-ignore
}
const little = new Set(['IN', 'OF', 'WITH', 'AT', 'ON', 'FROM', 'AND', 'OR', 'BY', 'S', 'NEW', 'FAKE', 'FIRST', 'SECOND', 'TALL', 'SHORT', 'FAT', 'ANOTHER', 'OTHER', 'DEAD', 'GHOST', 'REAL']) // prettier-ignore

/** Two spellings of one name: "JONAS" and "JONES". Alike by {@link alikeFrom}, and nothing in the text keeps them apart. */
export const misspelled = (names: readonly string[], uses: ReadonlyMap<string, NameUse>): NamePair[] => {
  const few = names.slice(0, comparedMost).filter((name) => !isRole(name) && !/\d/.test(name))
  const folded = few.map(foldName)
  const pairs: NamePair[] = []
  for (const [i, one] of few.entries())
    for (let j = i + 1; j < few.length; j++) {
      const other = few[j] ?? ''
      if (!mayBeOne(folded[i] ?? '', folded[j] ?? '')) continue
      const [is, name] = moreUsed(uses, one, other)
      const apart = whyApart(uses, { name, is })
      pairs.push({ name, is, same: apart === '', why: apart || `it is spelled almost like ${is} and used less` })
    }
  return pairs
}

const mayBeOne = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 3 &&
  // a slip of the pen is hardly ever the first letter: NORA and CORA are two
  other.startsWith(one.charAt(0)) &&
  Math.abs(one.length - other.length) < 4 &&
  one.split(' ').length === other.split(' ').length &&
  !/^(MR|MS|MRS|MISS) /.test(one) &&
  nameSimilarity(one, other) >= alikeFrom

const moreUsed = (uses: ReadonlyMap<string, NameUse>, one: string, other: string): [string, string] =>
  (uses.get(other)?.cues ?? 0) > (uses.get(one)?.cues ?? 0) ? [other, one] : [one, other]

/** MARIO and MARIA, PAUL and PAULA: a name of a man and one of a woman. */
const endsOtherwise = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length === long.length) return short.slice(0, -1) === long.slice(0, -1) && /[AEO]$/.test(short) && /[AEO]$/.test(long)
  return long.startsWith(short) && /^(A|E|O|NE|NA|INE|INA|ETTE|S)$/.test(long.slice(short.length)) || (long.startsWith(short.slice(0, -1)) && /(A|INE|ETTE)$/.test(long))
} // prettier-ignore

const whyApart = (uses: ReadonlyMap<string, NameUse>, { name, is }: { name: string; is: string }): string => {
  const [rare, often] = [uses.get(name)?.cues ?? 0, uses.get(is)?.cues ?? 0]
  if (uses.get(name)?.besides.has(is)) return 'they speak to each other'
  if (endsOtherwise(foldName(name), foldName(is))) return 'one can be a man’s name and the other a woman’s'
  if (lettersApart(foldName(name), foldName(is)) > (foldName(is).length > 7 ? 2 : 1)) return 'more than a slip lies between them' // prettier-ignore
  return rare > Math.max(1, often / 3) ? 'both are used often' : ''
}
