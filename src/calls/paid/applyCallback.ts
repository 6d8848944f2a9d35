import { unknownCause } from '@/domain/generation/unknownCause'
import type { Callback, PaidProvider } from '@/providers/spec/paidProvider'
import { isDuplicateKey } from '@/stores/controlDb'
import type { InboxRow } from '@/stores/paid/inboxStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { applyStanding } from './applyStanding'
import { ingest } from './ingest'
import type { PaidParts } from './paidParts'
import { spentBeside } from './spentBeside'

/** So often a callback of nobody we know is looked at again: its request may not be written down yet. */
const triesMost = 6

/**
 * Applies a callback that was taken in, and fetches what it brings. Whatever comes of it is written on its row; told
 * twice, it changes nothing. `ended` writes that it is over for good.
 */
export const applyCallback = async (
  parts: PaidParts,
  { row, ended }: { row: InboxRow; ended: (row: InboxRow, end: string) => Promise<void> },
  signal: AbortSignal,
): Promise<void> => {
  const { inbox } = parts.paid
  const told = await toCall(parts, row, signal)
  if (told === 'nobody') {
    const again = row.tries < triesMost ? new Date(Date.now() + 1000 * 4 ** row.tries) : null
    return inbox.ended(row, 'nobody waits for this request', again)
  }
  if (told === null) return inbox.ended(row, 'somebody was quicker', row.tries < triesMost ? new Date() : null)
  await ended(row, told.end)
  if (told.done) await ingest(parts, told.done, signal)
}

type Applied = { end: string; done?: PaidGeneration }

/** First to the call as this program knows it, where it fits it; what then matches nothing is looked at again as it stands. */
const toCall = async (parts: PaidParts, row: InboxRow, signal: AbortSignal): Promise<Applied | 'nobody' | null> => {
  const { calls } = parts.paid
  const known = row.key === null ? undefined : calls.recall(row.key)
  const fits =
    known?.state === 'SUBMITTED' && !isOfAnother(known, row.attempt, row.requestId || (known.requestId ?? ''))
  const quick = fits ? await tell(parts, { call: known, row }, signal) : null
  if (quick) return quick
  const call = row.key === null ? await calls.byRequest(row.provider, row.requestId) : await calls.find(row.key)
  return call ? tell(parts, { call, row }, signal) : 'nobody'
}

const tell = async (
  parts: PaidParts,
  { call, row }: { call: PaidGeneration; row: InboxRow },
  signal: AbortSignal,
): Promise<Applied | null> => {
  const provider = parts.providerOf(call.provider, call.project.toHexString())
  const callback = provider && (await read(provider, row, signal))
  if (!callback) return { end: 'it cannot be read with the keys there are' }
  return apply(parts, call, { row, callback, provider })
}

/** Its time was right when it came. */
const read = async (provider: PaidProvider, row: InboxRow, signal: AbortSignal): Promise<Callback | null> => {
  const raw = Buffer.from(row.raw.buffer)
  return (await provider.readCallback?.({ raw, headers: row.headers, now: row.at }, signal)) ?? null
}

type Told = { row: InboxRow; callback: Callback; provider: PaidProvider }

/** Null: look again, the call has just moved. */
const apply = async (parts: PaidParts, call: PaidGeneration, told: Told): Promise<Applied | null> => {
  const requestId = told.callback.requestId === '' ? (call.requestId ?? '') : told.callback.requestId
  if (isOfAnother(call, told.row.attempt, requestId)) return orphan(parts, call, requestId)
  const known = mayBeFound(call) ? await found(parts, call, { ...told, requestId }) : call
  if (known === 'taken') return orphan(parts, call, requestId)
  if (!known) return null
  if (known.state !== 'SUBMITTED' && known.state !== 'CANCELLING') return { end: `it was ${known.state} already` }
  const applied = await applyStanding(parts, known, { standing: told.callback.standing, by: 'inbox' })
  return applied && { end: 'applied', ...(applied.state === 'DONE' ? { done: applied } : {}) }
}

/** Of an attempt before this one, or of another request. */
const isOfAnother = (call: PaidGeneration, attempt: string | null, requestId: string): boolean =>
  (attempt !== null && attempt !== call.attemptId) || (call.requestId !== undefined && call.requestId !== requestId)

/** It turned up only now: our POST was taken, whatever we knew of it. */
export const mayBeFound = ({ state, requestId, mayBeCharged }: PaidGeneration): boolean =>
  ['INTENT', 'SUBMITTING', 'UNKNOWN', 'DECIDE'].includes(state) ||
  (['FAILED', 'CANCELLED'].includes(state) && mayBeCharged && requestId === undefined)

const found = async (
  parts: PaidParts,
  call: PaidGeneration,
  { provider, requestId }: Told & { requestId: string },
): Promise<PaidGeneration | 'taken' | null> => {
  const ticket = provider.ticketOf?.({ endpoint: call.endpoint, requestId }) ?? { requestId }
  return adopt(parts, call, { ticket, by: 'inbox' })
}

/** A request of ours turned up: it is this call's. `taken`: it is another call's, or stands beside the calls already. */
export const adopt = async (
  parts: PaidParts,
  call: PaidGeneration,
  { ticket, by }: { ticket: NonNullable<PaidGeneration['ticket']>; by: 'inbox' | 'reconciler' },
): Promise<PaidGeneration | 'taken' | null> => {
  const { requestId } = ticket
  if ((await parts.paid.orphans.among(call.provider, [requestId])).size > 0) return 'taken'
  const set = {
    ticket, unknownSince: null, dueAt: new Date(), error: null, errorClass: null, mayBeCharged: false,
    ...(requestId === '' ? {} : { requestId }),
  } // prettier-ignore
  try {
    const adopted = await parts.paid.calls.move(call, { evidence: 'found', by, set })
    if (adopted && call.state === 'DECIDE') await parts.alerts.takeBack(unknownCause(call))
    return adopted
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

const orphan = async (parts: PaidParts, call: PaidGeneration, requestId: string): Promise<Applied> => {
  await spentBeside(parts, { call, requestId, why: 'It came after its call had gone on without it.' })
  return { end: 'spent beside its call' }
}
