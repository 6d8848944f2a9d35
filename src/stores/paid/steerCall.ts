import type { PaidStores } from './openPaidStores'
import type { Decision, PaidGeneration } from './paidGeneration'

type Word = Pick<Decision, 'by' | 'reason' | 'at'>

/**
 * A person does not want one call any more. Not sent: it is over, and its money is free, unless it was sent before and
 * may have been charged. Sent: the provider is told, and what it made all the same is kept. Answers how it stands then;
 * null when it is over already, waits for a decision, or somebody was quicker. Told twice, it counts once.
 */
export const cancelCall = async (
  paid: PaidStores,
  call: PaidGeneration,
  word: Word,
): Promise<PaidGeneration | null> => {
  const push = { decisions: { action: 'cancel', ...word } satisfies Decision }
  const error = cancelled(call, word)
  if (call.state === 'CANCELLED' || call.state === 'CANCELLING' || call.cancelAsked) return call
  if (call.state === 'INTENT') {
    const { spent, ...set } = cancelledIntent(call)
    return paid.end(call, { evidence: 'cancel', by: 'person', set: { ...set, error }, push }, spent)
  }
  if (!['SUBMITTING', 'SUBMITTED', 'UNKNOWN'].includes(call.state)) return null
  // who is sending it now must not be disturbed; the others are due at once
  const dueAt = call.state === 'SUBMITTING' ? call.dueAt : new Date()
  await paid.calls.postpone(call, dueAt, { set: { cancelAsked: true, error }, push })
  await paid.outbox.add('paidCalls', {})
  const now = await paid.calls.find(call._id)
  return now?.cancelAsked === true ? now : null
}

/** How an intent ends that nobody wants any more: its money is free, unless an earlier sending may have been charged. */
export const cancelledIntent = ({ decisions }: PaidGeneration) => {
  const mayBeCharged = decisions.some(({ action }) => action === 'resubmit')
  return { mayBeCharged, dueAt: null, spent: mayBeCharged ? null : 0 }
}

const cancelled = ({ what }: PaidGeneration, { reason }: Word) => ({
  code: 'CALL_CANCELLED',
  what: `“${what}” was cancelled.`,
  why: reason,
  fix: 'Go on with the run to ask for it again.',
})

/** A person asks for the file of an answered call once more. As `cancelCall`; only a DEAD call has a file to fetch. */
export const reingestCall = async (
  paid: PaidStores,
  call: PaidGeneration,
  word: Word,
): Promise<PaidGeneration | null> => {
  if (call.state === 'DONE') return call
  const set = { dueAt: new Date(), badFetches: 0, error: null, errorClass: null, mayBeCharged: false }
  const push = { decisions: { action: 'refetch', ...word } satisfies Decision }
  const open = await paid.calls.move(call, { evidence: 'refetch', by: 'person', set, push })
  if (open) await paid.outbox.add('paidCalls', {})
  return open
}
