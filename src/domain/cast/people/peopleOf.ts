import { castNames } from '@/domain/screenplay/castNames'
import { findMentions, findNames, type MentionFinder, type NameFinder } from '@/domain/screenplay/namesIn'
import { openNoticeBook, type NoticeBook } from '@/domain/screenplay/noticeBook'
import type { Notice, ScreenplayElement } from '@/domain/screenplay/screenplay'
import { nameCounts, type NameUse } from './nameCounts'
import { renamesIn, type Rename } from './renamesIn'
import { misspelled, partsOfNames, sameLetters, type NamePair } from './sameNames'
import { isGroup, isRole, isSentence } from './wordsOfName'

/** One person of the cast under all their names. `line` is where the first of them stands. */
export type Person = { name: string; aliases: string[]; seen: boolean; line: number; renamed: Rename | null }

export type People = {
  people: Person[]
  /** A cue's name → the name the cast knows its person by; itself where it is nobody's. */
  nameOf: (name: string) => string
  /** Who a text names, under the names of the cast. */
  named: NameFinder
  /** Where a text names whom, those who are only heard as well. */
  mentions: MentionFinder
  /** What was assumed, and what was left apart though it looks alike. */
  notices: Notice[]
}

/**
 * The people of a screenplay, each once: names that differ by a slip, a title or a part are one person's, and somebody
 * whom the text names later has that name from the beginning. Groups and sentences are nobody. Rules: docs/departments.md.
 */
export const peopleOf = (elements: ScreenplayElement[]): People => {
  const uses = nameCounts(elements)
  const all = castNames(elements).filter(({ name }) => !isGroup(name) && !isSentence(name))
  const names = all.map(({ name }) => name)
  const lineOf = new Map(all.map(({ name, line }) => [name, line]))
  const renames = renamesIn(elements, names)
  const book: Book = { to: new Map(), notices: openNoticeBook(), lineOf, uses }
  for (const rename of renames) noteRename(book, rename)
  for (const pair of [...sameLetters(names), ...partsOfNames(names, uses), ...misspelled(names, uses)])
    notePair(book, pair)
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const root = rootOf(book, name)
    groups.set(root, [...(groups.get(root) ?? []), name])
  }
  const people = [...groups.values()].map((group): Person => {
    const name = bestName(group, uses)
    return {
      name,
      aliases: group.filter((one) => one !== name),
      seen: all.some((one) => one.seen && group.includes(one.name)),
      line: Math.min(...group.map((one) => lineOf.get(one) ?? Infinity)),
      renamed: renames.find(({ from, to }) => group.includes(from) && group.includes(to)) ?? null,
    }
  })
  const called = new Map(people.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => [one, name] as const)))
  const nameOf = (name: string) => called.get(name) ?? name
  const seen = people.filter((person) => person.seen).flatMap(({ name, aliases }) => [name, ...aliases])
  return {
    people,
    nameOf,
    named: findNames(seen, nameOf),
    mentions: findMentions(names, nameOf),
    notices: book.notices.all(),
  }
}

type Book = { to: Map<string, string>; notices: NoticeBook; lineOf: Map<string, number>; uses: Map<string, NameUse> }

const rootOf = ({ to }: Book, name: string): string => {
  let root = name
  for (let next = to.get(root); next !== undefined; next = to.get(root)) root = next
  return root
}

const join = (book: Book, name: string, is: string): boolean => {
  const [from, to] = [rootOf(book, name), rootOf(book, is)]
  if (from === to) return false
  book.to.set(from, to)
  return true
}

const noteRename = (book: Book, { from, to, line, sure, quote }: Rename): void => {
  const talk = book.uses.get(from)?.besides.has(to) ?? false
  if (talk) book.notices.add({ code: 'CAST_KEPT_APART', line, what: `${from} and ${to} are kept as two people, since they speak to each other; the text says “${quote}”.` }) // prettier-ignore
  else if (join(book, from, to)) {
    const what = sure ? `${from} is ${to} from the beginning: the text says “${quote}”.` : `Assumed that ${from} is ${to}, who says “${quote}”.`
    book.notices.add({ code: sure ? 'CAST_RENAMED' : 'CAST_ASSUMED', line, what })
  } // prettier-ignore
}

const notePair = (book: Book, { name, is, same, why }: NamePair): void => {
  if (rootOf(book, name) === rootOf(book, is)) return
  const line = book.lineOf.get(name) ?? 1
  if (!same) book.notices.add({ code: 'CAST_KEPT_APART', line, what: `${name} is kept as a person apart from ${is}: ${why}.` }) // prettier-ignore
  else if (join(book, name, is) && why !== '') book.notices.add({ code: 'CAST_ASSUMED', line, what: `Assumed that ${name} is ${is}: ${why}.` }) // prettier-ignore
}

/** A name before a role, then the one most spoken under, then the first. */
const bestName = (group: readonly string[], uses: ReadonlyMap<string, NameUse>): string => {
  const cuesOf = (name: string) => uses.get(name)?.cues ?? 0
  const [best = ''] = [...group].sort(
    (a, b) => Number(isRole(a)) - Number(isRole(b)) || cuesOf(b) - cuesOf(a) || group.indexOf(a) - group.indexOf(b),
  )
  return best
}
