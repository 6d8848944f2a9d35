/** What two texts say otherwise: the lines between what both begin and both end with. `from`: the first of them, from 1. */
export const differingLines = (one: string, other: string): { from: number; one: string[]; other: string[] } => {
  const [a, b] = [one.split('\n'), other.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { from: start + 1, one: a.slice(start, a.length - end), other: b.slice(start, b.length - end) }
}
