import { nextAskMs } from '@/domain/generation/paidPace'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PaidParts } from './paidParts'

/**
 * Takes a call that is due, so that nobody else looks after it meanwhile. One the provider works on is only asked: it is
 * due again when it is to be asked next, whatever comes of this time. One whose sending is over is nobody's: what is due
 * of it is one move, which only the first can make. Null: somebody was quicker.
 */
export const takeCall = async (parts: PaidParts, call: PaidGeneration): Promise<PaidGeneration | null> => {
  if (call.state === 'SUBMITTING') return call
  const now = Date.now()
  const isAsked = call.state === 'SUBMITTED' || call.state === 'CANCELLING'
  const inMs = isAsked ? nextAskMs(now - (call.submittedAt?.getTime() ?? now), parts.pace) : parts.pace.keptMs
  return parts.paid.calls.take(call, new Date(now + inMs))
}
