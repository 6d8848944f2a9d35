/** Words that were typed and not saved, kept in this browser. `rev`: of the document they were written on. */
export type KeptDraft = { rev: number; text: string; at: string }

const nameOf = (id: string): string => `backlot-draft-screenplays-${id}`

/** A browser that keeps nothing, or has no room, is no fault of the words. */
const quietly = <T>(does: () => T): T | null => {
  try {
    return does()
  } catch {
    return null
  }
}

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value && typeof value.text === 'string' &&
  'rev' in value && typeof value.rev === 'number' &&
  'at' in value && typeof value.at === 'string' // prettier-ignore

export const keptDraft = {
  read: (id: string): KeptDraft | null =>
    quietly(() => {
      const found: unknown = JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null')
      return isDraft(found) ? found : null
    }),
  /** Answers whether it is kept. */
  keep: (id: string, draft: Omit<KeptDraft, 'at'>): boolean =>
    quietly(() => {
      localStorage.setItem(nameOf(id), JSON.stringify({ ...draft, at: new Date().toISOString() }))
      return true
    }) ?? false,
  forget: (id: string): void => {
    quietly(() => localStorage.removeItem(nameOf(id)))
  },
}
