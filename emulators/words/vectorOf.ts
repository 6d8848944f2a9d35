import { hashBytes } from '../world/random'

/** A unit vector of a text: texts with words in common lie near each other. */
export const vectorOf = (text: string, dimensions: number): number[] => {
  const vector = new Array<number>(dimensions).fill(0)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    const hash = hashBytes(word)
    for (let n = 0; n < 8; n++) {
      const place = hash.readUInt16LE(n * 3) % dimensions
      vector[place] = (vector[place] ?? 0) + ((hash[n * 3 + 2] ?? 0) % 2 === 0 ? 1 : -1)
    }
  }
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
