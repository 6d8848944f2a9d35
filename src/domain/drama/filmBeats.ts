import type { CurvePoint } from './tensionCurve'

export type BeatName = 'opening' | 'first turn' | 'midpoint' | 'lowest point' | 'climax' | 'ending'
/** A turn the film is built on. `why` is the rule that found it. */
export type FilmBeat = Omit<CurvePoint, 'at' | 'peak'> & { name: BeatName; why: string }

type Rule = (curve: readonly CurvePoint[]) => CurvePoint | undefined

const highest = (points: readonly CurvePoint[]): CurvePoint | undefined =>
  points.reduce<CurvePoint | undefined>((best, one) => (!best || one.tension > best.tension ? one : best), undefined)
const between = (curve: readonly CurvePoint[], from: number, to: number) =>
  curve.filter(({ at }) => at >= from && at <= to)

/** The film opens with its first scene. */
export const openingOf: Rule = (curve) => curve[0]

/** The first turn: in the first third, after the opening, the scene to which tension rises most. */
export const firstTurnOf: Rule = (curve) => {
  let best: { point: CurvePoint; rise: number } | undefined
  for (const [i, point] of curve.entries()) {
    const before = curve[i - 1]
    if (!before || point.at > 0.34) continue
    const rise = point.tension - before.tension
    if (rise > 0 && (!best || rise > best.rise)) best = { point, rise }
  }
  return best?.point
}

/** The midpoint: the tightest scene between 40 and 60 % of the film. */
export const midpointOf: Rule = (curve) => highest(between(curve, 0.4, 0.6))

/** The climax: the tightest scene of the second half before the last, the later of equals. */
export const climaxOf: Rule = (curve) =>
  between(curve.slice(0, -1), 0.5, 1).reduce<CurvePoint | undefined>(
    (best, one) => (!best || one.tension >= best.tension ? one : best),
    undefined,
  )

/** The lowest point: the calmest scene between the midpoint and the climax. */
export const lowestOf: Rule = (curve) => {
  const from = midpointOf(curve)?.at
  const to = climaxOf(curve)?.at
  if (from === undefined || to === undefined) return undefined
  return curve
    .filter(({ at }) => at > from && at < to)
    .reduce<CurvePoint | undefined>((best, one) => (!best || one.tension < best.tension ? one : best), undefined)
}

/** The film ends with its last scene. */
export const endingOf: Rule = (curve) => (curve.length > 1 ? curve.at(-1) : undefined)

const rules: readonly [BeatName, Rule, string][] = [
  ['opening', openingOf, 'openingOf'], ['first turn', firstTurnOf, 'firstTurnOf'], ['midpoint', midpointOf, 'midpointOf'],
  ['lowest point', lowestOf, 'lowestOf'], ['climax', climaxOf, 'climaxOf'], ['ending', endingOf, 'endingOf'],
] // prettier-ignore

/** The turns of a film, in its order; a short film has fewer, and one scene is one turn only. */
export const filmBeats = (curve: readonly CurvePoint[]): FilmBeat[] => {
  const taken = new Set<CurvePoint>()
  const beats: (FilmBeat & { at: number })[] = []
  // the ends are taken first, then the climax: a turn that is one of these is no other
  for (const [name, rule, why] of [...rules].sort((a, b) => rank(a[0]) - rank(b[0]))) {
    const point = rule(curve)
    if (!point || taken.has(point)) continue
    taken.add(point)
    const { scenes, clip, event, sourceLine, tension, at } = point
    beats.push({ name, scenes, clip, event, sourceLine, tension, why, at })
  }
  return beats.sort((a, b) => a.at - b.at).map(({ at: _, ...beat }) => beat)
}

const rank = (name: BeatName): number => ['opening', 'ending', 'climax', 'midpoint', 'first turn', 'lowest point'].indexOf(name) // prettier-ignore
