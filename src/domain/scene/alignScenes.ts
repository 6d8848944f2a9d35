import { indexRuns, wordsOfText } from './wordRuns'

export type StandingScene = { id: string; heading: string; text: string }
export type DraftedScene = { heading: string; text: string }
/** `matches[i]`: the id that draft i goes on with, or null for a new scene. `archived`: ids nothing goes on with. */
export type Alignment = { matches: (string | null)[]; archived: string[] }

type Piece = { heading: string; words: string[]; key: string }
type Side = { standing: Piece[]; drafted: Piece[]; used: Set<number>; matches: (number | null)[] }

/**
 * Gives every draft of a new breakdown the id of the standing scene it goes on with. First those whose heading and
 * words are the same, in order; then, under the same heading, those with the longest common run of words; then a lone
 * changed scene between two that stand; last, under another heading, those that share at least half of their words in
 * one run. Nobody is matched twice. The same input gives the same answer; time about linear in the words.
 */
export const alignScenes = (existing: readonly StandingScene[], drafts: readonly DraftedScene[]): Alignment => {
  const side: Side = {
    standing: existing.map(pieceOf),
    drafted: drafts.map(pieceOf),
    used: new Set(),
    matches: drafts.map(() => null),
  }
  matchSame(side, ({ key }) => key)
  matchRuns(side, { sameHeading: true })
  matchLone(side)
  matchSame(side, ({ words }) => (words.length < 3 ? '' : words.join(' ')))
  matchRuns(side, { sameHeading: false })
  return {
    matches: side.matches.map((at) => (at === null ? null : (existing[at]?.id ?? null))),
    archived: existing.filter((_, at) => !side.used.has(at)).map(({ id }) => id),
  }
}

const pieceOf = ({ heading, text }: DraftedScene): Piece => {
  const plain = wordsOfText(heading).join(' ')
  const words = wordsOfText(text)
  return { heading: plain, words, key: `${plain}|${words.join(' ')}` }
}

const pair = (side: Side, draft: number, standing: number): void => {
  side.matches[draft] = standing
  side.used.add(standing)
}

/** Pairs equal keys in order; '' is no key. Of several equal scenes the first goes on with the first. */
const matchSame = (side: Side, keyOf: (piece: Piece) => string): void => {
  const waiting = new Map<string, number[]>()
  for (const at of free(side.standing, side.used)) {
    const key = keyOf(at.piece)
    const list = waiting.get(key)
    if (list) list.push(at.index)
    else if (key !== '') waiting.set(key, [at.index])
  }
  for (const list of waiting.values()) list.reverse()
  for (const [draft, piece] of side.drafted.entries()) {
    if (side.matches[draft] !== null) continue
    const standing = waiting.get(keyOf(piece))?.pop()
    if (standing !== undefined) pair(side, draft, standing)
  }
}

const free = (pieces: readonly Piece[], used: ReadonlySet<number>) =>
  pieces.map((piece, index) => ({ piece, index })).filter(({ index }) => !used.has(index))

/** Pairs the longest common runs first; of equal ones those that stand nearest to each other. */
const matchRuns = (side: Side, { sameHeading }: { sameHeading: boolean }): void => {
  const open = free(side.standing, side.used)
  const runsWith = indexRuns(open.map(({ piece }) => (sameHeading ? withHeading(piece) : piece.words)))
  const found: { draft: number; standing: number; run: number; apart: number }[] = []
  for (const [draft, piece] of side.drafted.entries()) {
    if (side.matches[draft] !== null) continue
    for (const { at, run } of runsWith(sameHeading ? withHeading(piece) : piece.words)) {
      const standing = open[at]
      if (!standing || !enough({ run, a: piece, b: standing.piece, sameHeading })) continue
      found.push({ draft, standing: standing.index, run, apart: Math.abs(draft - standing.index) })
    }
  }
  found.sort((a, b) => b.run - a.run || a.apart - b.apart || a.draft - b.draft || a.standing - b.standing)
  for (const { draft, standing } of found) {
    if (side.matches[draft] === null && !side.used.has(standing)) pair(side, draft, standing)
  }
}

/** Words that can only be shared under the same heading. */
const withHeading = ({ heading, words }: Piece): string[] => words.map((word) => `${heading}/${word}`)

type Compared = { run: number; a: Piece; b: Piece; sameHeading: boolean }

const enough = ({ run, a, b, sameHeading }: Compared): boolean => {
  const shorter = Math.min(a.words.length, b.words.length)
  return sameHeading ? run >= Math.min(2, shorter) : run >= 4 && run * 2 >= shorter
}

/** Between two scenes that stand, one open draft goes on with one open scene of the same heading. */
const matchLone = (side: Side): void => {
  for (const [draft, piece] of side.drafted.entries()) {
    if (side.matches[draft] !== null) continue
    const before = draft === 0 ? -1 : side.matches[draft - 1]
    const after = draft + 1 === side.drafted.length ? side.standing.length : side.matches[draft + 1]
    if (before == null || after == null || after - before !== 2) continue
    const standing = side.standing[before + 1]
    if (standing?.heading === piece.heading && !side.used.has(before + 1)) pair(side, draft, before + 1)
  }
}
