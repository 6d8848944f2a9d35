import { needsPlace } from '@/domain/generation/paidMoves'
import type { GenerationStatus } from '@/domain/generation/generationStatus'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PaidParts } from './paidParts'

/** Gives back what nobody needs, and what programs that are gone had taken: money held for an intent that never came or that is over, places of calls that are over. */
export const tidyPaid = async ({
  paid: { budget, calls, places },
  pace,
}: Pick<PaidParts, 'paid' | 'pace'>): Promise<void> => {
  await calls.freeDead()
  const since = new Date(Date.now() - pace.heldMs)
  const held = await budget.heldSince(since)
  const holders = await places.holders()
  const keys = [...new Set([...held.map(({ key }) => key), ...holders])]
  if (keys.length === 0) return
  const found = await calls.calls
    .find({ _id: { $in: keys } }, { projection: { state: 1, accounts: 1, booked: 1, mayBeCharged: 1 } })
    .toArray()
  const known = new Map(found.map((call) => [call._id, call]))
  for (const { account, key } of held) {
    const call = known.get(key)
    if (!call?.accounts.includes(account) || isOwedNothing(call)) await budget.settle(account, { key, spent: 0, since })
  }
  await places.giveBack(holders.filter((key) => !isHolding(known.get(key)?.state)))
}

/** It is booked, or surely was not charged and is over. */
const isOwedNothing = (call: Pick<PaidGeneration, 'state' | 'booked' | 'mayBeCharged'>): boolean =>
  call.booked !== 'none' || (['CANCELLED', 'FAILED'].includes(call.state) && !call.mayBeCharged)

/** An intent may just be taking its place. */
const isHolding = (state: GenerationStatus | undefined): boolean =>
  state !== undefined && (state === 'INTENT' || needsPlace(state))
