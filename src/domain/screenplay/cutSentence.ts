import type { Slice } from './sentences'

type Word = Slice & { seconds: number; mark: number; opensClause: boolean }
/** `seconds` of one word with its marks; `mostS` of one piece. */
export type CutRule = { seconds: (word: string) => number; mostS: number }

const conjunctions = new Set(
  (
    'and but or so because while when if that which who until till before after though although as since unless where' +
    ' und aber oder weil wenn dass et mais ou parce que car quand y pero o porque cuando e ma perché quando'
  ).split(' '),
)

/**
 * Cuts a sentence that is too long for one scene document into pieces of about the same length: behind a semicolon,
 * dash or comma where one is near, else before a conjunction, else between two words. The number of pieces depends on
 * the length alone. A word is never cut: one that is too long by itself stays whole in a piece of its own.
 */
export const cutSentence = (text: string, { seconds, mostS }: CutRule): Slice[] => {
  const words = wordsOf(text, seconds)
  const total = words.reduce((sum, word) => sum + word.seconds, 0)
  if (total <= mostS || words.length < 2) return [{ from: 0, to: text.length }]
  const pieces: Slice[] = []
  let left = Math.ceil(total / (mostS * 0.92))
  let rest = total
  let at = 0
  while (at < words.length) {
    const end =
      left <= 1 && rest <= mostS ? words.length : bestEnd(words, at, { ideal: rest / Math.max(1, left), mostS })
    const taken = words.slice(at, end)
    pieces.push({ from: taken[0]?.from ?? 0, to: taken.at(-1)?.to ?? text.length })
    rest -= taken.reduce((sum, word) => sum + word.seconds, 0)
    left = Math.max(1, left - 1, Math.ceil(rest / mostS - 1e-9))
    at = end
  }
  return pieces
}

/** Blanks part words; behind the marks of scripts without blanks a word may end too. */
const wordsOf = (text: string, seconds: (word: string) => number): Word[] =>
  [...text.matchAll(/[^\s、，；：。！？]+[、，；：。！？]*|[、，；：。！？]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    seconds: seconds(match[0]),
    mark: markOf(match[0]),
    opensClause: conjunctions.has(match[0].toLowerCase()),
  }))

const markOf = (word: string): number =>
  /[;:—–；：。！？.!?…]["'”’)*_]*$|--$/u.test(word) ? 1 : /[,、，،]["'”’)*_]*$/u.test(word) ? 0.8 : 0

const bestEnd = (words: Word[], from: number, { ideal, mostS }: { ideal: number; mostS: number }): number => {
  let best = from + 1
  let bestScore = -Infinity
  let sum = 0
  for (let at = from; at < words.length; at += 1) {
    sum += words[at]?.seconds ?? 0
    if (sum > mostS && at > from) break
    const next = words[at + 1]
    const clause = words[at]?.mark ?? 0
    const score = Math.max(clause, next?.opensClause ? 0.6 : 0) - Math.abs(sum - ideal) / (ideal * 0.5)
    if (score <= bestScore) continue
    best = at + 1
    bestScore = score
  }
  return best
}
