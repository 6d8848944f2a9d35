import type { SeenPerson } from '../../spec/continuity'
import { readPicture, type Looked } from '../judge/looked'
import { unfaded } from '../judge/unfaded'

/** Reads pictures, each in each size once. */
export type Look = { at(file: string, longest: number): Promise<Looked> }

/** Pictures of a flashback are seen as they were before they faded; enrolled views never were. */
export const lookAround = (files: readonly string[], people: readonly SeenPerson[]): Look => {
  const memory = people.find(({ circumstances }) => circumstances.memory)?.circumstances
  const faded = new Set(memory ? [...files, ...people.flatMap(({ under, made }) => [under.file, made.file])] : [])
  const seen = new Map<string, Promise<Looked>>()
  return {
    at: (file, longest) => {
      const key = `${file} ${String(longest)}`
      const found = seen.get(key) ?? readPicture(file, longest).then((one) => (memory && faded.has(file) ? unfaded(one, memory) : one))
      seen.set(key, found)
      return found
    },
  }
} // prettier-ignore
