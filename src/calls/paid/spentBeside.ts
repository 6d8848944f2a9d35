import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PaidParts } from './paidParts'

type Beside = { call: PaidGeneration; requestId: string; why: string }

/**
 * Paid beside the call: it was sent again, or has another request. Booked when its bill comes. What is another call's
 * (of two with the very same body) is booked there, and nowhere else.
 */
export const spentBeside = async ({ paid }: PaidParts, { call, requestId, why }: Beside): Promise<void> => {
  const { _id: key, provider, endpoint } = call
  if (await paid.calls.isKnown(provider, requestId)) return
  await paid.orphans.add({
    provider,
    requestId,
    key,
    project: call.project.toHexString(),
    endpoint,
    nanodollars: null,
    why,
  })
}
