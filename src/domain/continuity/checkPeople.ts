import { findingAt, type Checked, type FilmedScene, type Finding } from './filmedScene'
import { colourDriftMost, shapeDriftMost, type Drift } from './measuredShot'

export type Span = { least: number; mean: number; most: number }
/** One person through the whole film. */
export type PersonDrift = {
  person: string
  measured: number
  /** Seen, but too small or too much covered. */
  tooSmall: number
  colour: Span | null
  shape: Span | null
  /** Where their colours are farthest from their enrolled views. */
  worst: { clipName: string; frame: number } | null
}

type Seen = { scene: FilmedScene; drift: Drift }
const seenIn = (scenes: readonly FilmedScene[]): Seen[] =>
  scenes.flatMap((scene) => (scene.shot?.people ?? []).map((drift) => ({ scene, drift })))

/** Everybody who stands in a picture, by name. */
export const peopleDrift = (scenes: readonly FilmedScene[]): PersonDrift[] => {
  const seen = seenIn(scenes)
  const names = [...new Set(seen.map(({ drift }) => drift.person))].sort()
  return names.map((person) => driftOf(person, seen.filter(({ drift }) => drift.person === person))) // prettier-ignore
}

const driftOf = (person: string, seen: readonly Seen[]): PersonDrift => {
  const known = seen.flatMap(({ scene, drift }) => (drift.measured ? [{ scene, ...drift.measured }] : []))
  const worst = known.toSorted((a, b) => b.colour - a.colour).at(0)
  return {
    person,
    measured: known.length,
    tooSmall: seen.length - known.length,
    colour: spanOf(known.map(({ colour }) => colour)),
    shape: spanOf(known.flatMap(({ shape }) => (shape === null ? [] : [shape]))),
    worst: worst === undefined ? null : { clipName: worst.scene.clipName, frame: worst.scene.startFrame },
  }
}

const spanOf = (values: readonly number[]): Span | null =>
  values.length === 0
    ? null
    : {
        least: Math.min(...values),
        mean: values.reduce((sum, value) => sum + value, 0) / values.length,
        most: Math.max(...values),
      }

/** Whose colours or outline are not those of their enrolled view. */
export const checkPeople = (scenes: readonly FilmedScene[]): Checked => {
  const measured = seenIn(scenes).filter(({ drift }) => drift.measured !== null)
  return { compared: measured.length, findings: measured.flatMap(findingsOf) }
}

const findingsOf = ({ scene, drift: { person, measured } }: Seen): Finding[] => {
  if (!measured) return []
  const { regions, shape } = measured
  const off = Object.entries(regions).flatMap(([region, value]) =>
    value !== null && value > colourDriftMost ? [{ region, value }] : [],
  )
  const findings = off.map(({ region, value }) =>
    findingAt(scene, {
      what: `${person}’s ${region} has another colour than on the enrolled view.`,
      measured: `${value.toFixed(3)} apart; at most ${colourDriftMost.toFixed(3)} is the same.`,
    }),
  )
  if (shape === null || shape <= shapeDriftMost) return findings
  return [
    ...findings,
    findingAt(scene, {
      what: `${person}’s head and shoulders have another outline than on the enrolled view.`,
      measured: `${percent(shape)} is elsewhere; at most ${percent(shapeDriftMost)} is the same.`,
      verdict: 'look',
    }),
  ]
}

const percent = (part: number): string => `${String(Math.round(part * 100))} %`
