import { cancelledIntent } from '@/stores/paid/steerCall'
import type { PaidParts } from './paidParts'

/**
 * A run was cancelled: what it alone waits for and nobody sent yet is not sent, and its money is free. What was sent is
 * paid in any case, so it is fetched and kept. What was to be sent once more may have been paid the first time: its
 * money stays held back until evidence or a bill says.
 */
export const cancelOfRun = async ({ paid }: PaidParts, runId: string): Promise<void> => {
  const open = paid.calls.calls.find({ paid: true, state: 'INTENT', waiters: [runId] })
  for await (const call of open) {
    const { spent, ...set } = cancelledIntent(call)
    await paid.end(call, { evidence: 'cancel', by: 'person', set }, spent)
  }
}
