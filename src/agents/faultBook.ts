import { plainWords } from './plainWords'

export type FaultBook = ReturnType<typeof faultBook>

/** Collects why words were not taken, each with what it is about. */
export const faultBook = () => {
  const faults: string[] = []
  return {
    faults,
    /** The words as they can stand in a document; null, with the reason kept, where they cannot. */
    words(given: string | null | undefined, { about, most }: { about: string; most: number }): string | null {
      if (given === null || given === undefined) return null
      const { words, fault } = plainWords(given, { most })
      if (fault !== null) faults.push(`${about}: ${fault}`)
      return fault === null ? words : null
    },
  }
}
