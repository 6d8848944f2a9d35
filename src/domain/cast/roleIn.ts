/** What somebody is to the film, as casting counts it. An antagonist is for a person to name. */
export const castRoles = ['protagonist', 'antagonist', 'supporting', 'minor', 'voice_only'] as const
export type CastRole = (typeof castRoles)[number]

type Part = { seen: boolean; lines: number; scenes: number }

/**
 * Who is what by counting: a line counts two, a scene document one. The protagonist counts most among those who are seen;
 * who has a fifth of that is supporting, who has less is minor; who is never seen is a voice.
 */
export const roleIn = (cast: readonly Part[]): ((one: Part) => CastRole) => {
  const weight = ({ lines, scenes }: Part) => 2 * lines + scenes
  const seen = cast.filter((one) => one.seen)
  const most = Math.max(0, ...seen.map(weight))
  const first = seen.find((one) => weight(one) === most)
  return (one) => {
    if (!one.seen) return 'voice_only'
    if (one === first) return 'protagonist'
    return weight(one) * 5 >= most ? 'supporting' : 'minor'
  }
}
