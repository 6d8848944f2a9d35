import type { GenerationStatus } from '@/domain/generation/generationStatus'
import type { Look } from '../status/statusMeta'
import type { Words } from '../words/wordsOf'

const live: Look = { icon: 'spinner', tone: 'live' }
const quiet: Look = { icon: 'barred', tone: 'quiet' }
const good: Look = { icon: 'check', tone: 'good' }
const bad: Look = { icon: 'cross', tone: 'bad' }
const asks: Look = { icon: 'question', tone: 'asks' }

/** How the state of a call looks in the ledger. */
export const callLook: Record<GenerationStatus, Look> = {
  INTENT: { icon: 'clock', tone: 'plain' },
  SUBMITTING: live,
  SUBMITTED: live,
  UNKNOWN: { icon: 'hourglass', tone: 'asks' },
  DECIDE: asks,
  CANCELLING: { icon: 'hourglass', tone: 'plain' },
  DONE: live,
  STORED: good,
  FAILED: bad,
  DEAD: bad,
  CANCELLED: quiet,
}

export const callWord = (state: GenerationStatus, { say }: Words): string => say(`call_${state}`)
