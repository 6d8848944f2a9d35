import { z } from 'zod'
import { findNames } from '@/domain/screenplay/namesIn'
import type { Drafts } from '@/domain/story/draftFilm'
import type { Story } from '@/domain/story/readStory'
import { faultBook, type FaultBook } from './faultBook'
import type { Checked, Question } from './question'
import { lineOfQuote, shortened, tellingsOf, type Telling } from './tellings'

/** Fields of the bible the rules leave empty, or only quote; and their most characters. */
const words = { logline: 240, synopsis: 2000, premise: 300, genre: 60, tone: 120, era: 120 } as const
type WordField = keyof typeof words
const wordFields = Object.keys(words) as WordField[]

/** What the text model may add, at most. */
const most = { text: 240_000, events: 60, rules: 12, relations: 20, people: 60, themes: 6 } as const
const categories = ['law', 'nature', 'magic', 'custom'] as const
/** Tokens of the answer without events, and of each event. */
const tokens = { bible: 3500, event: 70 } as const
/** Kinds of relations the rules have only by counting, so that better words may take their place. */
const counted: ReadonlySet<string> = new Set(['speaks with', 'meets'])

/** Rows as the story bible has them. */
export type BibleRule = { category: string; rule: string; priority: number; source: string }
export type BibleRelation = { from: string; to: string; kind: string; description: string; evidence: string[] }

/**
 * What the world department asks, in one call: what the story is about, what happens in each scene in a sentence, and
 * laws and relations the rules did not find. Each of these must quote the text word for word.
 */
export const worldQuestions = ({ scenes, story }: Pick<Drafts, 'scenes' | 'story'>): Question[] => {
  const tellings = tellingsOf(scenes)
  if (tellings.length === 0) return []
  const known = story()
  const names = known.cast.slice(0, most.people).map(({ name }) => name)
  const events = tellings.slice(0, most.events)
  return [
    {
      department: 'world',
      template: 'agent-world',
      what: 'The story bible',
      why: 'the story bible: what it is about, events, laws and relations with their quotes',
      data: {
        scenes: shortened(tellings, most.text).map(({ number, heading, text }, at) => ({ id: nameOf(at), number, heading, text })),
        people: names,
        laws: known.rules.map(({ category, rule }) => ({ category, rule })),
        relations: known.acquaintances.map(({ from, to, kind }) => ({ from, to, kind })),
      },
      answer: answerAbout(events.length, names),
      tokens: tokens.bible + tokens.event * events.length,
      check: (answer) => checkWorld(answer as Told, { tellings, story: known }),
    },
  ]
} // prettier-ignore

const nameOf = (at: number): string => `s${String(at + 1)}`

const answerAbout = (events: number, names: readonly string[]) =>
  z.strictObject({
    ...Object.fromEntries(wordFields.map((field) => [field, z.string().nullable()])),
    themes: z.array(z.string()).max(most.themes),
    events: z.strictObject(Object.fromEntries(Array.from({ length: events }, (_, at) => [nameOf(at), z.string().nullable()]))),
    laws: z.array(z.strictObject({ category: z.enum(categories), law: z.string(), quote: z.string() })).max(most.rules),
    // two people at least know each other
    ...(names.length > 1
      ? { relations: z.array(z.strictObject({ from: z.enum(names as [string]), to: z.enum(names as [string]), kind: z.string(), description: z.string(), quote: z.string() })).max(most.relations) }
      : {}),
  }) // prettier-ignore

type Law = { category: string; law: string; quote: string }
type Relation = { from: string; to: string; kind: string; description: string; quote: string }
type Told = Partial<Record<WordField, string | null>> & {
  themes: string[]
  events: Record<string, string | null>
  laws: Law[]
  relations?: Relation[]
}
type Known = { tellings: readonly Telling[]; story: Story }

const checkWorld = (told: Told, known: Known): Checked => {
  const book = faultBook()
  const plain = wordFields.flatMap((field) => {
    const said = book.words(told[field], { about: field, most: words[field] })
    return said === null ? [] : [[field, said] as const]
  })
  const parts = {
    themes: told.themes.flatMap((one) => book.words(one, { about: 'themes', most: 60 }) ?? []),
    laws: told.laws.flatMap((one) => lawIn(one, known, book)),
    relations: (told.relations ?? []).flatMap((one) => relationIn(one, known, book)),
  }
  const events = eventsIn(told, known, book)
  const filled = Object.entries({ ...parts, events }).filter(([, of]) => Object.keys(of).length > 0)
  const whole: (readonly [string, unknown])[] = [...plain, ...filled]
  return { holds: { '': Object.fromEntries(whole) }, faults: book.faults }
}

/** A sentence for a scene, by the line it begins in; it names nobody who is not there. */
const eventsIn = ({ events }: Told, { tellings, story }: Known, book: FaultBook): Record<string, string> => {
  const namesIn = findNames(story.cast.map(({ name }) => name))
  const found = tellings.slice(0, most.events).flatMap(({ people, fromLine, heading, text }, at) => {
    const said = book.words(events[nameOf(at)], { about: `event ${nameOf(at)}`, most: 200 })
    const named = new Set([...people, ...namesIn(`${heading}\n${text}`)])
    const absent = said === null ? [] : namesIn(said).filter((name) => !named.has(name))
    if (absent.length > 0) book.faults.push(`event ${nameOf(at)}: ${absent.join(', ')} has no part in this scene`)
    return said === null || absent.length > 0 ? [] : [[String(fromLine), said] as const]
  })
  return Object.fromEntries(found)
}

const sourceOf = (quote: string, about: string, { tellings, book }: { tellings: readonly Telling[]; book: FaultBook }): string | null => {
  const line = lineOfQuote(tellings)(quote)
  if (line === null) book.faults.push(`${about}: its quote does not stand in the text, word for word`)
  return line === null ? null : `scene at line ${String(line)}: “${quote.replace(/\s+/g, ' ').trim().slice(0, 200)}”`
} // prettier-ignore

const lawIn = ({ category, law, quote }: Law, { tellings, story }: Known, book: FaultBook): BibleRule[] => {
  const rule = book.words(law, { about: 'law', most: 200 })
  const isKnown = story.rules.some((one) => one.rule.toLowerCase() === rule?.toLowerCase())
  if (rule === null || isKnown) return []
  const source = sourceOf(quote, `law “${rule.slice(0, 60)}”`, { tellings, book })
  return source === null ? [] : [{ category, rule, priority: 3, source }]
}

const relationIn = (given: Relation, { tellings, story }: Known, book: FaultBook): BibleRelation[] => {
  const { from, to, quote } = given
  const about = `${from} and ${to}`
  const kind = book.words(given.kind, { about, most: 40 })
  const description = book.words(given.description, { about, most: 240 })
  if (kind === null || description === null) return []
  const said = story.acquaintances.find((one) => isPair(one, { from, to }) && !counted.has(one.kind))
  if (from === to || said) {
    book.faults.push(from === to ? `${about}: these are not two` : `${about}: the text says ${said?.kind ?? ''}`)
    return []
  }
  const source = sourceOf(quote, about, { tellings, book })
  return source === null ? [] : [{ from, to, kind, description, evidence: [source] }]
}

type Pair = { from: string; to: string }
const isPair = (one: Pair, other: Pair): boolean =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from)
