import type { InboxRow, InboxStore } from '@/stores/paid/inboxStore'

/** Sooner than anybody else may look at a row. */
const togetherMs = 200

/** Ends of callbacks, written together. What dies with this program is looked at once more, and changes nothing. */
export const endRows = (inbox: InboxStore) => {
  const ids = new Map<string, string[]>()
  let timer: NodeJS.Timeout | null = null
  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const all = [...ids]
    ids.clear()
    for (const [end, rows] of all) await inbox.allEnded(rows, end)
  }
  return {
    flush,
    add: ({ _id }: InboxRow, end: string): Promise<void> => {
      ids.set(end, [...(ids.get(end) ?? []), _id])
      timer ??= setTimeout(() => void flush().catch(() => undefined), togetherMs)
      return Promise.resolve()
    },
  }
}
