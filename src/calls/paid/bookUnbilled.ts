import type { FrozenRequest } from '@/domain/catalogue/wish'
import { inTransaction } from '@/stores/controlDb'
import type { PaidParts } from './paidParts'

/** So long after its end a call may still be billed. */
export const billedWithinMs = 3 * 86_400_000

/** `unread`: accounts whose list could not be read; nothing is known of what was sent from them. */
type Unbilled = { provider: FrozenRequest['provider']; from: Date; unread: readonly string[] }

/**
 * Calls that are long over and stand on no bill: what came to nothing was not charged, what was stored is booked by our
 * price and told. Only after the bills of the whole time were read.
 */
export const bookUnbilled = async (parts: PaidParts, { provider, from, unread }: Unbilled): Promise<void> => {
  const { control, calls, budget } = parts.paid
  const ends = [
    { state: { $in: ['STORED', 'DEAD'] as const } },
    { state: { $in: ['FAILED', 'CANCELLED'] as const }, mayBeCharged: true },
  ]
  const over = { provider, paid: true as const, booked: 'none' as const, $or: ends }
  // one that names no account may have been sent from any
  const known = unread.length === 0 ? {} : { providerAccount: { $type: 'string' as const, $nin: [...unread] } }
  const span = { submittedAt: { $gte: from, $lt: new Date(Date.now() - billedWithinMs) } }
  for await (const call of calls.calls.find({ ...over, ...span, ...known })) {
    const wasMade = call.state === 'STORED' || call.state === 'DEAD'
    const spent = wasMade ? call.expectedNanodollars : 0
    await inTransaction(control, async ({ session }) => {
      const set = { $set: { booked: 'reckoned' as const, billedNanodollars: spent, updatedAt: new Date() } }
      const mine = { _id: call._id, booked: 'none' as const, state: call.state }
      if ((await calls.calls.updateOne(mine, set, { session })).matchedCount === 0) return
      for (const account of call.accounts) await budget.settle(account, { key: call._id, spent }, { session })
    })
    if (!wasMade) continue
    await parts.alerts.raise({
      project: call.project.toHexString(), cause: `BILL_MISSING ${provider}`, event: call._id, severity: 'info', code: 'BILL_MISSING',
      what: `${provider} lists no bill for “${call.what}”.`,
      why: 'It was made and stored more than three days ago.',
      fix: 'Its price by the catalogue was booked. A bill that comes later corrects it.',
    }) // prettier-ignore
  }
} // prettier-ignore
