import { statusTable } from '@/domain/statusTable'

/**
 * Where one provider call stands. Every move needs evidence: `UNKNOWN` means that nobody can say whether the call was
 * paid, `DECIDE` that a person must. Source: money.md §3.3.
 */
export const generationStatus = statusTable('generation', {
  // an offline department answers at once: INTENT goes straight to STORED or FAILED
  INTENT: { label: 'Intended', next: ['SUBMITTING', 'SUBMITTED', 'STORED', 'CANCELLED', 'FAILED'] },
  SUBMITTING: {
    label: 'Being sent',
    next: ['SUBMITTED', 'DONE', 'INTENT', 'FAILED', 'UNKNOWN'],
  },
  SUBMITTED: { label: 'At the provider', next: ['DONE', 'FAILED', 'CANCELLING', 'CANCELLED'] },
  UNKNOWN: { label: 'Not known', next: ['SUBMITTED', 'DONE', 'INTENT', 'FAILED', 'DECIDE'] },
  DECIDE: { label: 'Waits for a decision', next: ['SUBMITTED', 'DONE', 'INTENT', 'FAILED'] },
  CANCELLING: { label: 'Cancelling', next: ['CANCELLED', 'DONE', 'FAILED'] },
  DONE: { label: 'Answered', next: ['STORED', 'DEAD'] },
  STORED: { label: 'Stored', next: [] },
  FAILED: { label: 'Failed', next: ['INTENT', 'SUBMITTED', 'STORED'] },
  DEAD: { label: 'Answer unusable', next: ['DONE', 'STORED'] },
  CANCELLED: { label: 'Cancelled', next: ['INTENT'] },
})

export type GenerationStatus = (typeof generationStatus.names)[number]
