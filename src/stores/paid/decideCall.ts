import type { PaidStores } from './openPaidStores'
import type { Decision, PaidGeneration } from './paidGeneration'

/**
 * A person's word on a call that may have been paid. Answers how it stands then; null when evidence, or somebody else,
 * settled it meanwhile.
 */
export const decideCall = async (
  paid: PaidStores,
  call: PaidGeneration,
  decision: Decision & { action: 'wait' | 'resubmit' | 'write_off' },
): Promise<PaidGeneration | null> => {
  const push = { decisions: decision }
  switch (decision.action) {
    case 'wait': {
      if (call.state !== 'DECIDE' && call.state !== 'UNKNOWN') return null
      await paid.calls.postpone(call, new Date(), { push })
      return paid.calls.find(call._id)
    }
    case 'resubmit': {
      const set = { dueAt: new Date(), unknownSince: null }
      const open = await paid.calls.move(call, { evidence: 'resubmit', by: 'person', set, push })
      if (open) paid.places.free(call)
      if (open) await paid.outbox.add('paidCalls', {})
      return open
    }
    case 'write_off': {
      const error = {
        code: 'CALL_FAILED',
        what: `“${call.what}” was written off.`,
        why: decision.reason,
        fix: 'Ask for another take. If it turns up after all, it is adopted.',
      }
      const set = { error, errorClass: 'ambiguous' as const, mayBeCharged: true, dueAt: null }
      return paid.end(call, { evidence: 'writeOff', by: 'person', set, push }, null)
    }
  }
}
