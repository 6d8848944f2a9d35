import type { Told } from '@/domain/cast/told'
import { kinBack } from '@/domain/cast/relations/kin'
import type { Relation } from '@/domain/cast/relations/relationsIn'

/** Who knows whom, and how the text shows it. One for each pair; kin first, then speech, then presence. */
export type Acquaintance = { from: string; to: string; kind: string; description: string; evidence: string[] }
type Meeting = { from: string; to: string; scenes: number }

/** Everybody who is kin, speaks to or meets somebody. `to` is '' where the text names nobody ("my brother"). */
export const acquaintancesOf = (told: readonly Told[], meetings: readonly Meeting[], relations: readonly Relation[]): Acquaintance[] => {
  const talks = talksIn(told)
  const together = new Map(meetings.map(({ from, to, scenes }) => [keyOf(from, to), scenes]))
  const kin = relations.map(({ from, to, kind, line, quote }): Acquaintance => ({
    from, to, kind,
    description: `${to === '' ? 'Somebody the text does not name' : to} is ${from}’s ${kind}: “${quote}”`,
    evidence: [`line ${String(line)}`],
  }))
  const related = new Set(kin.map(({ from, to }) => keyOf(from, to)))
  const pairs = [...new Set([...talks.keys(), ...together.keys()])].filter((key) => !related.has(key))
  return [...kin, ...pairs.map((key): Acquaintance => {
    const [from = '', to = ''] = key.split(apart)
    const talk = talks.get(key)
    const scenes = together.get(key) ?? 0
    const words = talk ? `They speak to each other ${times(talk.count)}` : 'They are seen together'
    return {
      from, to,
      kind: talk ? 'speaks with' : 'meets',
      description: `${words}${scenes > 0 ? `, together in ${String(scenes)} scene${scenes === 1 ? '' : 's'}` : ''}.`,
      evidence: talk ? [`line ${String(talk.line)}`] : [],
    }
  })]
} // prettier-ignore

const apart = '\u0000'
const keyOf = (one: string, other: string): string => [one, other].sort().join(apart)
const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`)

/** Pairs whose speeches follow each other under one heading: how often, and the line of the first answer. */
const talksIn = (told: readonly Told[]): Map<string, { count: number; line: number }> => {
  const talks = new Map<string, { count: number; line: number }>()
  let before: Told | undefined
  for (const one of told) {
    if (one.kind !== 'speech' || one.by === '') continue
    if (before?.heading === one.heading && before.by !== one.by) {
      const key = keyOf(before.by, one.by)
      talks.set(key, { count: (talks.get(key)?.count ?? 0) + 1, line: talks.get(key)?.line ?? one.line })
    }
    before = one
  }
  return talks
}

type Gender = 'woman' | 'man' | 'unknown'

/** The relations of one person, from their side: whose brother somebody is, has in them a brother or a sister. */
export const relationsOf = (
  name: string,
  relations: readonly Relation[],
  genderOf: (name: string) => Gender,
): { character: string; kind: string; description: string }[] =>
  relations.flatMap(({ from, to, kind, line, quote }) => {
    const description = `“${quote}” (line ${String(line)})`
    if (from === name) return [{ character: to, kind, description }]
    return to === name ? [{ character: from, kind: kinBack(kind, genderOf(from)), description }] : []
  })
