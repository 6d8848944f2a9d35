import type { PaidStores } from './openPaidStores'
import type { Decision, PaidGeneration } from './paidGeneration'

/** It came to nothing, and nobody can say that it was not charged. */
const isInVain = ({ state, mayBeCharged }: PaidGeneration): boolean =>
  state === 'DEAD' || (state === 'FAILED' && mayBeCharged)

/** A person wants it made anew, as a call of its own: this one stays as it is, with what it may have cost. */
export const isWantedAgain = (call: PaidGeneration): boolean =>
  isInVain(call) && call.decisions.at(-1)?.action === 'again'

/**
 * A person's word on a call that may have been paid. Answers how it stands then; null when evidence, or somebody else,
 * settled it meanwhile.
 */
export const decideCall = async (
  paid: PaidStores,
  call: PaidGeneration,
  decision: Decision & { action: 'wait' | 'resubmit' | 'write_off' | 'again' },
): Promise<PaidGeneration | null> => {
  const push = { decisions: decision }
  switch (decision.action) {
    case 'wait': {
      if (call.state !== 'DECIDE' && call.state !== 'UNKNOWN') return null
      await paid.calls.wait(call, decision)
      return paid.calls.find(call._id)
    }
    case 'resubmit': {
      const set = { dueAt: new Date(), unknownSince: null, quietUntil: null }
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
    case 'again': {
      if (!isInVain(call)) return null
      if (isWantedAgain(call)) return call
      const { _id, state, fence } = call
      const update = { $push: { decisions: decision }, $set: { updatedAt: decision.at } }
      return paid.calls.calls.findOneAndUpdate({ _id, state, fence }, update, { returnDocument: 'after' })
    }
  }
}
