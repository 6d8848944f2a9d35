import type { ChangedPart } from '@/domain/stale/changedParts'
import { documentReason, reasonOf, type LastWord } from '@/domain/stale/reasonOf'
import type { StaleReason } from '@/domain/stale/staleReason'
import type { LibraryDocument } from '@/stores/libraryStore'

/** The sentences of a stale mark: who wrote each field last, and when, stands on the document itself. */
export const toldReasons = (
  changed: ChangedPart,
  { step, document }: { step: string; document: LibraryDocument | null },
): StaleReason[] => {
  const { role, of } = changed
  const makes = [step]
  if (changed.how !== 'fields')
    return [{ of, field: '', reason: documentReason({ role, of, how: changed.how }), now: changed.how, makes, by: '', at: null }]
  return changed.differences.map((difference) => {
    const last = lastWordOn(document, fieldOf(changed, difference.path))
    return { of, field: difference.path, reason: reasonOf({ role, of, difference, last }), now: difference.to?.mark ?? '', makes, ...last }
  })
} // prettier-ignore

/** The field of the document that a path lies in. */
const fieldOf = ({ role }: ChangedPart, path: string): string => {
  if (role === 'settings') return 'settings'
  return path.split('.')[role === 'prompts' ? 1 : 0] ?? path
}

const lastWordOn = (document: LibraryDocument | null, field: string): LastWord => {
  const row = (document?.authors ?? []).find((one) => one.field === field)
  return { by: row?.author ?? '', at: row?.at ? new Date(row.at) : null }
}
