import type { PaidParts } from './paidParts'

/** Longer than a transaction may take: what was held back before that and has no intent will get none. */
const intentWithinMs = 600_000
/** States in which a call needs its place at the provider. */
const underWay = ['INTENT', 'SUBMITTING', 'SUBMITTED', 'CANCELLING', 'UNKNOWN']

/** Gives back what nobody needs: money held for an intent that never came or that is booked, places of calls that are over. */
export const tidyPaid = async ({ paid: { budget, calls, places } }: PaidParts): Promise<void> => {
  const held = await budget.heldSince(new Date(Date.now() - intentWithinMs))
  const holders = await places.holders()
  const keys = [...new Set([...held.map(({ key }) => key), ...holders])]
  if (keys.length === 0) return
  const found = await calls.calls
    .find({ _id: { $in: keys } }, { projection: { state: 1, accounts: 1, booked: 1 } })
    .toArray()
  const known = new Map(found.map((call) => [call._id, call]))
  for (const { account, key } of held) {
    const call = known.get(key)
    if (!call?.accounts.includes(account) || call.booked !== 'none') await budget.settle(account, { key, spent: 0 })
  }
  for (const key of holders) if (!underWay.includes(known.get(key)?.state ?? '')) await places.free(key)
}
