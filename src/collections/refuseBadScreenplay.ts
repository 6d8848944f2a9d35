import type { CollectionBeforeChangeHook } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { screenplayFaults } from '@/domain/screenplay/screenplayFaults'

/** A text nothing can be filmed from is not saved over one that could. Fails: SCREENPLAY_REFUSED naming every fault. */
export const refuseBadScreenplay: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { text } = data as { text?: unknown }
  const standing = (originalDoc as { text?: string | null } | undefined)?.text
  if (text === undefined || text === standing) return data
  const faults = typeof text === 'string' || text === null ? screenplayFaults(text ?? '') : ['It is no text.']
  if (faults.length === 0) return data
  throw new StudioError({
    code: 'SCREENPLAY_REFUSED',
    what: 'The screenplay was not saved.',
    why: faults.join(' '),
    fix: 'Write at least one line of action or dialogue, at most 10 MB; what stood stays as it was.',
    field: 'text',
  })
}
