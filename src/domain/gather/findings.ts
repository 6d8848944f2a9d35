import { castNames } from '../screenplay/castNames'
import { parseFountain } from '../screenplay/fountain'
import type { ScreenplayElement } from '../screenplay/screenplay'
import { contradictionsIn, type ReadItem } from './contradictions'
import { duplicatesIn } from './duplicates'
import { foldedName, type Contradiction, type Duplicate, type FoundIn } from './finding'

export type Findings = { duplicates: Duplicate[]; contradictions: Contradiction[] }

/** What is gathered twice, and what contradicts itself, with every source. Of several screenplays the last is read. */
export const findingsIn = (items: readonly FoundIn[]): Findings => {
  const last = items.findLast(({ kind }) => kind === 'screenplay')
  const read = items.filter((item) => item.kind !== 'screenplay' || item === last).map(readItem)
  const cast = read
    .filter(({ item }) => item === last)
    .flatMap(({ item, elements }) => castNames([...elements]).map(({ name, line }) => ({ name, item, line })))
  const people = items.filter(({ kind }) => kind === 'character').map(({ title }) => foldedName(title))
  const names = [...new Set([...people, ...cast.map(({ name }) => name)])].filter((name) => name !== '')
  return { duplicates: duplicatesIn(items, cast), contradictions: contradictionsIn(read, names) }
}

/** What an entry says of somebody is said of them by name. */
const readItem = (item: FoundIn): ReadItem => {
  const { kind, title, text } = item
  if (kind === 'screenplay' || kind === 'scene') return { item, elements: parseFountain(text).elements }
  if (text.trim() === '') return { item, elements: [] }
  const name = foldedName(title)
  const isNamed = kind !== 'character' || foldedName(text).startsWith(name)
  const words = isNamed ? text : `${name}, ${text}`
  const elements = words.split(/\n\s*\n/).map((paragraph): ScreenplayElement => ({ type: 'action', text: paragraph, line: 1 }))
  return { item, elements }
} // prettier-ignore
