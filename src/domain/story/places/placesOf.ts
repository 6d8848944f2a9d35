import { alikeFrom, lettersApart, nameSimilarity } from '@/domain/cast/people/nameSimilarity'
import { foldName } from '@/domain/cast/people/wordsOfName'
import { parseHeading } from '@/domain/screenplay/heading'
import { openNoticeBook, type NoticeBook } from '@/domain/screenplay/noticeBook'
import type { Notice, ScreenplayElement } from '@/domain/screenplay/screenplay'
import { partsOfPlace, type PlaceParts } from './partsOfPlace'

/** A place of the headings under all its names. `partOf` is the place it is a room or corner of; '' when none. */
export type Place = { name: string; aliases: string[]; partOf: string; line: number }
export type Places = { places: Place[]; nameOf: (location: string) => string; notices: Notice[] }

type Named = PlaceParts & { name: string; key: string; line: number; count: number; spellings: string[] }

/** Past so many places only equal letters and parts are compared: all pairs would take too long. */
const comparedMost = 500

/**
 * The places of a screenplay, each once: "KITCHEN" is "ANNA'S KITCHEN" when nobody else has one, "CLIFF" is "CLIFF ABOVE
 * THE SEA" when it is the only cliff, and slips of the pen are forgiven. What could be two stays apart and is noted.
 * Rules: docs/departments.md.
 */
export const placesOf = (elements: readonly ScreenplayElement[]): Places => {
  const named = readNames(elements)
  const book: Book = { to: new Map(), notices: openNoticeBook() }
  const all = [...named.values()]
  const byNoun = new Map<string, Named[]>()
  for (const one of all) byNoun.set(one.noun, [...(byNoun.get(one.noun) ?? []), one])
  for (const one of all) meetOwners(book, one, byNoun.get(one.noun) ?? [])
  meetSlips(book, all)
  const groups = new Map<string, Named[]>()
  for (const one of all) groups.set(rootOf(book, one.key), [...(groups.get(rootOf(book, one.key)) ?? []), one])
  const nameOfKey = new Map<string, string>()
  for (const group of groups.values()) for (const { key } of group) nameOfKey.set(key, fullest(group).name)
  const nameOf = (location: string) => nameOfKey.get(foldName(location)) ?? location
  const places = [...groups.values()].map((group): Place => {
    const { name } = fullest(group)
    const partOf = group.map((one) => one.parent).find((parent) => parent !== '') ?? ''
    const aliases = group.flatMap((one) => one.spellings).filter((spelling) => spelling !== name)
    return { name, aliases, partOf: nameOf(partOf), line: Math.min(...group.map(({ line }) => line)) }
  })
  return { places, nameOf, notices: book.notices.all() }
}

const readNames = (elements: readonly ScreenplayElement[]): Map<string, Named> => {
  const headings = elements.filter(({ type }) => type === 'scene_heading').map(({ text, line }) => ({ location: parseHeading(text).location, line })) // prettier-ignore
  const found = new Map<string, Named>()
  const segments = new Map<string, number>()
  for (const { location } of headings)
    for (const part of location.split(/ ?[-–—,/] ?/).map(foldName)) segments.set(part, (segments.get(part) ?? 0) + 1)
  for (const { location, line } of headings) {
    const key = foldName(location)
    if (key === '') continue
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { name: location, key, line, count: 1, spellings: [], ...partsOfPlace(location, (part) => segments.get(part) ?? 0) }) // prettier-ignore
    const spelled = found.get(key)
    if (spelled && !spelled.spellings.includes(location)) spelled.spellings.push(location)
  }
  return found
}

type Book = { to: Map<string, string>; notices: NoticeBook }

const rootOf = ({ to }: Book, key: string): string => {
  let root = key
  for (let next = to.get(root); next !== undefined; next = to.get(root)) root = next
  return root
}

const join = (book: Book, one: Named, is: Named): boolean => {
  const [from, to] = [rootOf(book, one.key), rootOf(book, is.key)]
  if (from === to) return false
  book.to.set(from, to)
  return true
}

/** The bare name of something that has a longer name: of the same owner, or the only one there is. */
const meetOwners = (book: Book, bare: Named, alike: readonly Named[]): void => {
  const longer = alike.filter((one) => one !== bare && one.said > bare.said)
  const theirs = longer.filter((one) => bare.owner === '' || one.owner === bare.owner || one.parent.startsWith(`${bare.owner} `)) // prettier-ignore
  const [is, ...others] = theirs
  if (is === undefined || (bare.owner === '' && bare.said > 0)) return
  const places = new Set([is, ...others].map((one) => rootOf(book, one.key)))
  if (places.size > 1) note(book, 'PLACE_KEPT_APART', { one: bare, what: `${bare.name} is kept as a place apart: ${[is, ...others].slice(0, 3).map(({ name }) => name).join(' and ')} could both be meant.` }) // prettier-ignore
  else if (join(book, bare, is)) note(book, 'PLACE_ASSUMED', { one: bare, what: `Assumed that ${bare.name} is ${is.name}: the screenplay has no other.` }) // prettier-ignore
}

/** "LIGHTHOUSE" and "LIGTHOUSE": alike, nearly every letter the same, no figures, and the rarer one used seldom. */
const meetSlips = (book: Book, all: readonly Named[]): void => {
  const few = all.slice(0, comparedMost).filter(({ key }) => !/\d/.test(key))
  for (const [i, one] of few.entries())
    for (const other of few.slice(i + 1)) {
      if (!isSlip(one.key, other.key)) continue
      const [is, rare] = other.count > one.count ? [other, one] : [one, other]
      if (rare.count > Math.max(1, is.count / 3)) note(book, 'PLACE_KEPT_APART', { one: rare, what: `${rare.name} is kept as a place apart from ${is.name}: both are used often.` }) // prettier-ignore
      else if (join(book, rare, is)) note(book, 'PLACE_ASSUMED', { one: rare, what: `Assumed that ${rare.name} is ${is.name}: it is spelled almost like it and used less.` }) // prettier-ignore
    }
}

const note = (book: Book, code: string, { one, what }: { one: Named; what: string }): void =>
  book.notices.add({ code, line: one.line, what })

/** One word differs, by a letter dropped, doubled or turned round; a changed letter makes another word ("HALL", "MALL") unless it is long. */
const isSlip = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1 || nameSimilarity(one, other) < alikeFrom) return false
  const [mine, theirs] = [one.split(' '), other.split(' ')]
  if (mine.length !== theirs.length) return false
  const differ = mine.flatMap((word, at): [string, string][] => (word === theirs[at] ? [] : [[word, theirs[at] ?? '']]))
  const [[word, its] = ['', '']] = differ
  if (differ.length !== 1 || Math.min(word.length, its.length) < 5 || word.endsWith('S') !== its.endsWith('S'))
    return false
  const sameLetters = lettersOf(word) === lettersOf(its)
  return lettersApart(word, its) === 1 && (sameLetters || word.length !== its.length || word.length > 7)
}

const lettersOf = (word: string): string => Array.from(word).sort().join('')

/** The fullest name says most of what is to be drawn; of equal ones the first. */
const fullest = (group: readonly Named[]): Named => {
  const [best] = [...group].sort((a, b) => b.said - a.said || b.count - a.count || a.line - b.line)
  if (!best) throw new TypeError('a group of places is never empty')
  return best
}
