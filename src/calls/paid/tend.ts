import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { ingest } from './ingest'
import type { PaidParts } from './paidParts'
import { pollOnce } from './pollOnce'
import { resolveUnknown } from './resolveUnknown'

/** What is due of a call, by where it stands. */
export const tend = async (parts: PaidParts, call: PaidGeneration, signal: AbortSignal): Promise<void> => {
  switch (call.state) {
    case 'SUBMITTING': {
      const set = { unknownSince: new Date(), dueAt: new Date() }
      await parts.paid.calls.move(call, { evidence: 'leaseOver', by: 'sweeper', set })
      return
    }
    case 'SUBMITTED':
    case 'CANCELLING':
      return pollOnce(parts, call, signal)
    case 'UNKNOWN':
    case 'DECIDE':
      return resolveUnknown(parts, call, signal)
    case 'DONE':
      return ingest(parts, call, signal)
    default:
      return parts.paid.calls.postpone(call, null)
  }
}
