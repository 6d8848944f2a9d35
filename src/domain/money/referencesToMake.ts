import { turnaroundViews } from '../cast/look'
import type { Shown } from './sceneCallsOf'

/** Pictures that are made from words, and those that follow another picture. */
export type References = { images: number; edits: number }

/** Steps that make the reference pictures of a kind of document. */
export const drawnBy = {
  characters: 'qualify.draw-turnaround',
  locations: 'qualify.draw-place',
  props: 'qualify.draw-prop',
} as const

/** Whose reference picture it is, where a scene's own models made it: `MARA · fal/nano-banana@1+fal/nano-banana-edit@1`. */
export const asideSubject = (name: string, by: string): string => `${name} · ${by}`

/** `own`: its picture was given by a person; `variants`: lasting looks that get six views of their own. */
export type EnrolledDocument = { name: string; own: boolean; stale: boolean; variants: number }
export type Enrolled = Record<keyof typeof drawnBy, EnrolledDocument[]>
type Standing = { documents: Enrolled; made: (step: string, subject: string) => boolean }

/**
 * The reference pictures that are still to be made for these scenes. The first picture of somebody is made from words, the
 * other sides follow it; all sides follow a picture that was given.
 */
export const referencesToMake = (scenes: readonly Shown[], { documents, made }: Standing): References => {
  const needed = (kind: keyof typeof drawnBy, names: (scene: Shown) => string[]) => {
    const shown = new Set(scenes.flatMap(names))
    return documents[kind].filter(({ name, stale }) => shown.has(name) && (stale || !made(drawnBy[kind], name)))
  }
  const people = needed('characters', ({ people: shown }) => shown)
  const places = needed('locations', ({ place }) => [place]).filter(({ own }) => !own)
  const things = needed('props', ({ things: shown }) => shown).filter(({ own }) => !own)
  const drawnFirst = people.filter(({ own }) => !own).length
  const changed = documents.characters.reduce((sum, { variants }) => sum + variants, 0)
  const sides = turnaroundViews.length
  return { images: drawnFirst + places.length + things.length, edits: (people.length + changed) * sides - drawnFirst }
}

/** Documents as they will be for scenes nobody has broken down yet: everything shown, nothing given. */
export const enrolledBy = (scenes: readonly Shown[]): Enrolled => {
  const named = (names: (scene: Shown) => string[]): EnrolledDocument[] =>
    [...new Set(scenes.flatMap(names))].map((name) => ({ name, own: false, stale: false, variants: 0 }))
  return {
    characters: named(({ people }) => people),
    locations: named(({ place }) => [place]),
    props: named(({ things }) => things),
  }
}
