import type { RawItem } from '@/domain/gather/rawItem'
import { gatheredScreenplay } from '@/domain/gather/screenplayOfEntries'
import { parseFountain } from '@/domain/screenplay/fountain'
import { castNames } from '@/domain/screenplay/castNames'
import { parseHeading } from '@/domain/screenplay/heading'
import { propIn } from '@/domain/prop/propNouns'

/** What the gathered material holds, counted; the same material gives the same facts on every machine. */
export type GatheredFacts = {
  titled: boolean
  words: number
  /** Scene headings of screenplays and gathered scenes; without both, notes that tell what happens are one. */
  scenes: number
  /** Scenes that say when they are. */
  timed: number
  lines: number
  /** `described`: the text says more than the name where the person comes in, or an entry of their own does. */
  people: { name: string; described: boolean }[]
  places: { name: string; described: boolean }[]
  things: string[]
  looks: boolean
  weather: boolean
  clothes: boolean
  sounds: boolean
}

const looksWords =
  /\b(?:colou?rs?|palette|light(?:ing|s)?|shadows?|lens|camera|grain|style|look|mood|warm|cold|dark|bright|bleak|golden|neon)\b/i
const weatherWords =
  /\b(?:rain(?:s|ing|y)?|storm(?:y)?|snow(?:s|y)?|fog(?:gy)?|mist|wind(?:y)?|sun(?:ny|light|shine)?|clouds?|clear)\b/i
const clothesWords =
  /\b(?:coat|raincoat|dress|shirt|jacket|uniform|hat|cap|scarf|suit|trousers|jeans|boots|shoes|sweater|jumper|apron|gown|robe|wears|wearing)\b/i
const soundWords =
  /\b(?:sounds?|rings?|knocks?|music|sings?|song|hums?|footsteps|thunder|whistles?|creaks?|slams?|echo(?:es)?|silence|hammers|roars?|bell)\b/i

type Item = Pick<RawItem, 'kind' | 'title' | 'text'> & Partial<Pick<RawItem, 'data'>>

/** Reads everything gathered so far. Files that hold no text count by their kind. */
export const gatheredFacts = (items: readonly Item[], project: { title: string }): GatheredFacts => {
  const of = (...kinds: RawItem['kind'][]) => items.filter(({ kind }) => kinds.includes(kind))
  const hasFile = of('screenplay').length > 0
  const elements = parseFountain(gatheredScreenplay(items, project.title)).elements
  const headings = elements.filter(({ type }) => type === 'scene_heading').map(({ text }) => parseHeading(text))
  const action = elements.filter(({ type }) => type === 'action').map(({ text }) => text)
  const told = [...(hasFile ? action : []), ...items.filter(({ kind }) => kind !== 'screenplay').map(({ title, text }) => `${title}. ${text}`)]
  const all = told.join('\n')
  const hasRole = (role: string) => of('film_file').some(({ data }) => data?.role === role)
  const acted = action.join('.\n').toUpperCase()
  const opened = openings(elements)
  const pictured = (kind: RawItem['kind'], { name, described }: Named): Named => ({ name, described: described || of(kind).some(({ title }) => fold(title) === name) })
  const entries = (kind: RawItem['kind']) => of(kind).map(({ title, text }) => ({ name: fold(title), described: wordsIn(text) >= 5 }))
  return {
    titled: project.title.trim() !== '',
    words: wordsIn(all) + (hasFile ? wordsIn(elements.filter(({ type }) => type === 'dialogue').map(({ text }) => text).join(' ')) : 0),
    scenes: hasFile ? headings.length + of('scene').length : Math.max(headings.length, Math.min(1, action.length), of('scene').length),
    timed: headings.filter(({ timeOfDay, timeAsWritten }) => timeOfDay !== null || timeAsWritten !== '').length,
    lines: elements.filter(({ type }) => type === 'character').length,
    people: merged([...castNames(elements).filter(({ seen }) => seen).map(({ name }) => ({ name, described: isDescribed(name, acted) })), ...entries('character')]).map((one) => pictured('cast_file', one)),
    places: merged([...headings.map(({ location }) => ({ name: fold(location), described: false })), ...entries('location')])
      .map((place) => ({ ...place, described: place.described || opened.has(place.name) }))
      .map((one) => pictured('place_file', one)),
    things: [...new Set([...propIn(all).map(({ noun }) => noun), ...of('prop', 'prop_file').map(({ title }) => title.toLowerCase())])].sort(),
    looks: looksWords.test(all) || hasRole('style'),
    weather: weatherWords.test(all),
    clothes: clothesWords.test(all),
    sounds: soundWords.test(all) || hasRole('music'),
  }
} // prettier-ignore

const fold = (name: string): string => name.replace(/\s+/g, ' ').trim().toUpperCase()
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

type Named = { name: string; described: boolean }
const merged = (list: readonly Named[]): Named[] => {
  const known = new Map<string, Named>()
  for (const one of list) {
    if (one.name === '') continue
    known.set(one.name, { name: one.name, described: one.described || (known.get(one.name)?.described ?? false) })
  }
  return [...known.values()]
}

/** "MARA, sixty, …", "MARA (60) …", "old fisherman MARA": something is said of them at one of their names. */
const isDescribed = (name: string, acted: string): boolean => {
  for (let at = acted.indexOf(name); at >= 0; at = acted.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (!/\p{L}/u.test(acted.charAt(at - 1)) && /^\s*[,(][^.]{2}/.test(acted.slice(end, end + 20))) return true
  }
  return false
}

type Element = ReturnType<typeof parseFountain>['elements'][number]
/** Places where a scene opens with a line of action before anybody speaks. */
const openings = (elements: readonly Element[]): Set<string> =>
  new Set(
    elements.flatMap(({ type, text }, i) =>
      type === 'scene_heading' && elements[i + 1]?.type === 'action' ? [fold(parseHeading(text).location)] : [],
    ),
  )
