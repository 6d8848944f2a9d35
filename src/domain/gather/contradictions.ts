import { agesIn, yearsOf } from '../cast/description/agesIn'
import { statementsIn } from '../cast/description/statementsIn'
import type { Trait, TraitName } from '../cast/description/trait'
import { toldIn, type Told } from '../cast/told'
import { findMentions } from '../screenplay/namesIn'
import type { ScreenplayElement } from '../screenplay/screenplay'
import { foldedName, sourceOf, type Contradiction, type FindingSource, type FoundIn } from './finding'
import { hoursIn } from './hoursIn'

/** An entry with its paragraphs. */
export type ReadItem = { item: FoundIn; elements: readonly ScreenplayElement[] }
/** `same`: what the value is compared by. */
type Said = { of: string; about: string; value: string; same: string; source: FindingSource }

const compared: readonly TraitName[] = ['age', 'build', 'height', 'hair', 'hair colour', 'beard', 'costume over', 'costume under', 'hat'] // prettier-ignore
const listedMost = 200

/**
 * What is said in two ways of one thing, with all places that say it: looks and ages of people (`names`), fields of
 * entries with the same name, hours at which something is. A change the text tells of (“now in a red coat”) is none.
 */
export const contradictionsIn = (read: readonly ReadItem[], names: readonly string[]): Contradiction[] => {
  const said = [...looksSaid(read, names), ...read.flatMap(({ item }) => fieldsSaid(item)), ...read.flatMap(hoursSaid)]
  const groups = new Map<string, Said[]>()
  for (const one of said) {
    const key = `${one.of}\n${one.about}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].flatMap(contradictionOf).slice(0, listedMost)
}

/** One place for each value is enough. */
const contradictionOf = (group: readonly Said[]): Contradiction[] => {
  const values = group.filter((one, at) => group.findIndex(({ same }) => same === one.same) === at)
  const [first] = values
  if (!first || values.length < 2) return []
  const list = values.map(({ value }) => `“${value}”`).join(' and ')
  return [{
    of: first.of, about: first.about, what: `Of ${first.of}, ${first.about} is said to be ${list}.`,
    values: values.map(({ value, source }) => ({ value, source })),
  }]
} // prettier-ignore

const looksSaid = (read: readonly ReadItem[], names: readonly string[]): Said[] => {
  const mentions = findMentions(names)
  return read.flatMap(({ item, elements }) => {
    const told: Told[] = toldIn(elements, foldedName)
    return statementsIn(told, mentions)
      .filter(({ about, changes }) => compared.includes(about) && !changes)
      .map((one) => ({
        of: one.name, about: one.about, value: one.value, same: sameOf(one), source: sourceOf(item, one.quote, item.kind === 'screenplay' ? one.line : 0),
      })) // prettier-ignore
  })
}

/** “sixty” is 60; a yellow raincoat is a yellow raincoat in whatever words. */
const sameOf = ({ about, value, look }: Trait): string => {
  if (about === 'age') return String(yearsOf(value) || value.toLowerCase())
  const drawn = Object.values(look)
  return drawn.length > 0 && !about.startsWith('costume') ? drawn.join() : value.toLowerCase()
}

/** Fields of `data` that entries of the same name have: the age as people write it, everything else as it stands. */
const fieldsSaid = (item: FoundIn): Said[] =>
  item.kind.endsWith('_file') || item.kind === 'screenplay' || item.kind === 'note'
    ? []
    : Object.entries(item.data).flatMap(([field, value]): Said[] => {
        if (typeof value !== 'string' && typeof value !== 'number') return []
        const words = String(value).trim()
        const about = field.toLowerCase()
        const [age] = about === 'age' ? agesIn(`, ${words},`) : []
        const same = age ? sameOf(age) : words.toLowerCase()
        return words === '' || words.length > 200 ? [] : [{ of: foldedName(item.title), about, value: words, same, source: sourceOf(item, `${field}: ${words}`) }] // prettier-ignore
      })

const hoursSaid = ({ item, elements }: ReadItem): Said[] =>
  elements
    .filter(({ type }) => type === 'action')
    .flatMap(
      ({ text, line }) =>
      hoursIn(text).map(({ of, hour, same, quote }) => ({
        of: foldedName(of), about: 'hour', value: hour, same, source: sourceOf(item, quote, item.kind === 'screenplay' ? line : 0),
      })), // prettier-ignore
    )
