/** Far down a list, places tell less apart. */
const depth = 20
/** Words find names, meaning finds what was asked in other words; on its own, meaning ranks better. */
const weights = { words: 0.5, meaning: 1 }

/** Facts found by their words and by their meaning, best first, as one list. Scores are 0–1, 1 for what is first in both. */
export const fuseRanks = (found: { words: readonly string[]; meaning: readonly string[] }): { id: string; score: number }[] => {
  const scores = new Map<string, number>()
  let best = 0
  for (const way of ['words', 'meaning'] as const) {
    if (found[way].length > 0) best += weights[way] / depth
    for (const [place, id] of found[way].entries()) scores.set(id, (scores.get(id) ?? 0) + weights[way] / (depth + place))
  }
  return [...scores]
    .map(([id, score]) => ({ id, score: score / best }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
} // prettier-ignore

/** The nearest of these vectors, best first. Time linear in all their numbers. */
export const nearest = (
  to: Float32Array,
  among: readonly { id: string; vector: Float32Array }[],
  count: number,
): { id: string; likeness: number }[] =>
  among
    .map(({ id, vector }) => ({ id, likeness: likenessOf(to, vector) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)

/** Cosine of two vectors; 0 where one of them is nothing. */
const likenessOf = (one: Float32Array, other: Float32Array): number => {
  let [dot, mine, theirs] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] ?? 0, other[i] ?? 0]
    dot += a * b
    mine += a * a
    theirs += b * b
  }
  return mine === 0 || theirs === 0 ? 0 : dot / Math.sqrt(mine * theirs)
}
