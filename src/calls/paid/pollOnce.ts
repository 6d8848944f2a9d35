import type { PaidProvider, Ticket } from '@/providers/spec/paidProvider'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { accountOf } from './accountOf'
import { applyStanding } from './applyStanding'
import { ingest } from './ingest'
import type { PaidParts } from './paidParts'

/** Asks the provider once where a request stands, and takes down what it says. First tells it what nobody wants any more. */
export const pollOnce = async (parts: PaidParts, call: PaidGeneration, signal: AbortSignal): Promise<void> => {
  const provider = parts.providerOf(call.provider, call.project.toHexString())
  if (!provider) {
    await parts.paid.calls.postpone(call, new Date(Date.now() + parts.pace.askMostMs))
    return
  }
  const ticket: Ticket = call.ticket ?? { requestId: call.requestId ?? '' }
  const asked = call.state === 'SUBMITTED' && call.cancelAsked ? await wantedNoMore(parts, call) : call
  if (!asked) return
  if (asked !== call) await provider.cancel(ticket, signal)
  const standing = await provider.check(ticket, signal)
  if (standing.is === 'gone' && isOfAnother(call, provider)) return
  const stands = await applyStanding(parts, asked, { standing, by: 'poller' })
  if (stands?.state === 'DONE') await ingest(parts, stands, signal)
}

/** The key was changed meanwhile: that this account does not know the request says nothing of the other. */
const isOfAnother = ({ providerAccount }: PaidGeneration, provider: PaidProvider): boolean =>
  providerAccount !== undefined && providerAccount !== accountOf(provider)

const wantedNoMore = ({ paid: { calls } }: PaidParts, call: PaidGeneration) =>
  calls.move(call, { evidence: 'cancel', by: 'person' })
