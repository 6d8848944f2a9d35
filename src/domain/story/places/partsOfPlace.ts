import { foldName } from '@/domain/cast/people/wordsOfName'

/** A place's name taken apart, all folded. `said` counts what it says beyond the noun: owner, parent, position. */
export type PlaceParts = { noun: string; owner: string; parent: string; said: number }

/** Words behind a noun that say where it is: "CLIFF ABOVE THE SEA". */
const where =
  / (?:ABOVE|BELOW|BY|NEAR|IN|INSIDE|OUTSIDE|OF|AT|ON|UNDER|BEHIND|BESIDE|OVER|ACROSS|TO|WITH|BETWEEN|ALONG) .+$/
const whose = /^(.+?(?:'S|S')) (.+)$/

/**
 * Takes a heading's place apart: "ANNA'S KITCHEN" → KITCHEN of ANNA'S; "HOUSE - KITCHEN", "HOUSE/KITCHEN" and "KITCHEN,
 * HOUSE" → KITCHEN, part of HOUSE. Of two parts the larger place is the one more headings name, else the first.
 */
export const partsOfPlace = (location: string, countOf: (part: string) => number): PlaceParts => {
  const segments = location.split(/ [-–—] ?|, |\/| ?[–—] ?/).map((one) => one.trim()).filter((one) => foldName(one) !== '') // prettier-ignore
  const [first = location, ...rest] = segments
  const last = rest.at(-1)
  const turned = rest.length === 1 && last !== undefined && countOf(foldName(last)) > countOf(foldName(first))
  const inner = last === undefined ? first : turned ? first : last
  const parent = last === undefined ? '' : turned ? last : segments.slice(0, -1).join(' - ')
  const owned = whose.exec(foldName(inner))
  const bare = owned?.[2] ?? foldName(inner)
  const noun = bare.replace(where, '')
  const said = Number(owned !== null) + Number(parent !== '') * 2 + Number(noun !== bare)
  return { noun, owner: owned?.[1] ?? '', parent, said }
}
