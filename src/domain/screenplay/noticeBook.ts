import type { Notice } from './screenplay'

/** How many notices of one code are told one by one; the rest is counted. */
const perCodeMax = 20

/** Collects notices, so that a text with a million faults does not give a million of them. */
export const openNoticeBook = () => {
  const kept: Notice[] = []
  const seen = new Map<string, { count: number; line: number }>()
  return {
    add(notice: Notice): void {
      const count = (seen.get(notice.code)?.count ?? 0) + 1
      seen.set(notice.code, { count, line: notice.line })
      if (count <= perCodeMax) kept.push(notice)
    },
    /** All notices by line; a code with more than twenty ends with one that says how many more there are. */
    all(): Notice[] {
      const rest = [...seen].flatMap(([code, { count, line }]) =>
        count > perCodeMax ? [{ code, line, what: `The same ${String(count - perCodeMax)} more times.` }] : [],
      )
      return [...kept, ...rest].sort((a, b) => a.line - b.line)
    },
  }
}

export type NoticeBook = ReturnType<typeof openNoticeBook>
