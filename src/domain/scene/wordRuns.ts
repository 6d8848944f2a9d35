/** Words of a text in small letters, marks left out. */
export const wordsOfText = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []

/** Length of the longest run of words that stands in both, in words. Time and space: their product. */
export const longestCommonRun = (a: readonly string[], b: readonly string[]): number => {
  let best = 0
  let above = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const row = new Array<number>(b.length + 1).fill(0)
    for (let at = 0; at < b.length; at += 1) {
      if (b[at] !== word) continue
      const run = (above[at] ?? 0) + 1
      row[at + 1] = run
      if (run > best) best = run
    }
    above = row
  }
  return best
}

/** At most this many texts are compared word by word with one text; the ones that share most pairs of words. */
const candidatesMax = 8
/** A pair of words that stands in more texts than this says nothing about which one is meant. */
const ownersMax = 24

/** Finds, among many texts, those that may share a run with another: an index of pairs of neighbouring words. */
export const indexRuns = (texts: readonly (readonly string[])[]) => {
  const owners = new Map<string, number[]>()
  for (const [at, words] of texts.entries()) {
    for (const pair of pairsOf(words)) {
      const list = owners.get(pair)
      if (!list) owners.set(pair, [at])
      else if (list.length <= ownersMax && list.at(-1) !== at) list.push(at)
    }
  }
  return (words: readonly string[]): { at: number; run: number }[] => {
    const shared = new Map<number, number>()
    for (const pair of pairsOf(words)) {
      const list = owners.get(pair) ?? []
      if (list.length <= ownersMax) for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    return [...shared]
      .sort(([a, most], [b, more]) => more - most || a - b)
      .slice(0, candidatesMax)
      .map(([at]) => ({ at, run: longestCommonRun(words, texts[at] ?? []) }))
  }
}

/** Neighbouring words; a single word stands for itself. */
const pairsOf = (words: readonly string[]): string[] => {
  const pairs = words.length === 1 ? [words[0] ?? ''] : []
  for (let at = 1; at < words.length; at += 1) pairs.push(`${words[at - 1] ?? ''} ${words[at] ?? ''}`)
  return pairs
}
