import { checkEyes, checkMovers } from './checkDirections'
import { checkLine } from './checkLine'
import { checkHour, checkProps, checkWardrobe } from './checkMatter'
import { checkPeople, peopleDrift, type PersonDrift } from './checkPeople'
import type { Checked, FilmedScene, Finding } from './filmedScene'
import { checkMirrors, mirrorsOf, type Mirrored } from './mirror'

/** Everything that was compared in a film, and what was found. */
export type FilmContinuity = {
  scenes: readonly FilmedScene[]
  /** What was compared, in words, and how often. */
  compared: { what: string; count: number }[]
  /** In the order of the film. */
  findings: Finding[]
  people: PersonDrift[]
  mirrors: Mirrored[]
}

/** Compares a film with itself and with its enrolled views. Time linear in the scenes. */
export const continuityOf = (scenes: readonly FilmedScene[]): FilmContinuity => {
  const mirrors = mirrorsOf(scenes)
  const checks: [string, Checked][] = [
    ['people with their enrolled views', checkPeople(scenes)],
    ['cuts in the rear-view mirror', checkMirrors(mirrors)],
    ['cuts by hour and weather', checkHour(scenes)],
    ['pairs by the line of action', checkLine(scenes)],
    ['walks by their direction', checkMovers(scenes)],
    ['glances that should meet', checkEyes(scenes)],
    ['costumes within a day of the story', checkWardrobe(scenes)],
    ['things from picture to picture', checkProps(scenes)],
  ]
  return {
    scenes,
    compared: checks.map(([what, { compared }]) => ({ what, count: compared })),
    findings: checks.flatMap(([, { findings }]) => findings).sort((a, b) => a.frame - b.frame),
    people: peopleDrift(scenes),
    mirrors,
  }
}
