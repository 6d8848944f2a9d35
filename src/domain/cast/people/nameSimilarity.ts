/** Names at least this alike (Jaro–Winkler, 0–1) may be two spellings of one. */
export const alikeFrom = 0.85

/** How alike two names are, 0–1, by Jaro and Winkler: letters in common, in order, with a bonus for equal beginnings. */
export const nameSimilarity = (one: string, other: string): number => {
  if (one === other) return 1
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Set<number>()
  const common: string[] = []
  for (let at = 0; at < one.length; at++) {
    const from = Math.max(0, at - reach)
    const to = Math.min(other.length, at + reach + 1)
    for (let there = from; there < to; there++) {
      if (taken.has(there) || one[at] !== other[there]) continue
      taken.add(there)
      common.push(one.charAt(at))
      break
    }
  }
  if (common.length === 0) return 0
  const theirs = [...taken].sort((a, b) => a - b).map((at) => other.charAt(at))
  const turned = common.filter((letter, at) => letter !== theirs[at]).length / 2
  const m = common.length
  const jaro = (m / one.length + m / other.length + (m - turned) / m) / 3
  let start = 0
  while (start < 4 && start < one.length && one[start] === other[start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}

/** Letters to add, drop, change or turn round to make one of the other; counted up to 3, which means "more than two". */
export const lettersApart = (one: string, other: string): number => {
  if (Math.abs(one.length - other.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = rowOf({ one, other, i, last, before })
    before = last
    last = row
  }
  return Math.min(3, last[other.length] ?? 0)
}

type Row = { one: string; other: string; i: number; last: readonly number[]; before: readonly number[] }

const rowOf = ({ one, other, i, last, before }: Row): number[] => {
  const row = [i]
  for (let j = 1; j <= other.length; j++) {
    const changed = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
    const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
    row.push(Math.min(at(row, j - 1) + 1, at(last, j) + 1, changed, turned ? at(before, j - 2) + 1 : Infinity))
  }
  return row
}
const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
