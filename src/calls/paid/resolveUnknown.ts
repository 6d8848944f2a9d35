import { graceMs, nextAskMs } from '@/domain/generation/paidPace'
import { requestPrint } from '@/domain/generation/requestPrint'
import { unknownCause } from '@/domain/generation/unknownCause'
import { isQuiet } from '@/domain/generation/waitUntil'
import { inDollars } from '@/domain/money/nanodollars'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { sha256Of } from '@/stores/sha256'
import { adopt } from './applyCallback'
import type { PaidParts } from './paidParts'

/** Clocks differ: a request may be listed a little before we think we sent it. */
const clockMs = 120_000
/** Callbacks are told again for two hours; so long it is looked for, also while a person decides. */
const lookedForMs = 3 * 3_600_000

/**
 * Step C': what became of a request nobody answered. Only evidence moves it: the provider's list here, callbacks and
 * the journal where they come in. Nothing found is never taken for “not sent”; after the grace a person decides.
 */
export const resolveUnknown = async (parts: PaidParts, call: PaidGeneration, signal: AbortSignal): Promise<void> => {
  const provider = parts.providerOf(call.provider, call.project.toHexString())
  const since = new Date((call.submittedAt ?? call.updatedAt).getTime() - clockMs)
  const others = await parts.paid.calls.requestsOf(call, since)
  const isOurs = (body: Record<string, unknown>, requestId: string) =>
    !others.has(requestId) && sha256Of(requestPrint(body)) === call.sentHash
  const hasTwin = await parts.paid.calls.hasTwin(call, since)
  const asked = hasTwin ? undefined : await provider?.find?.({ endpoint: call.endpoint, since, isOurs }, signal)
  const listed = asked ?? 'cannotTell'
  if (typeof listed === 'object') {
    const taken = await adopt(parts, call, { ticket: listed, by: 'reconciler' })
    if (taken !== 'taken') return
  }
  await stillUnknown(parts, call, typeof listed === 'object' ? 'none' : listed)
}

const stillUnknown = async (parts: PaidParts, call: PaidGeneration, listed: string): Promise<void> => {
  const { pace, paid } = parts
  const elapsed = Date.now() - (call.unknownSince ?? call.updatedAt).getTime()
  const looked = `list: ${listed}`
  const push = call.evidence.includes(looked) ? {} : { push: { evidence: looked } }
  if (call.state === 'UNKNOWN' && elapsed > graceMs(call.typicalMs, pace)) return askPerson(parts, call)
  const inMs = call.state === 'DECIDE' ? Math.max(pace.askMostMs, elapsed / 10) : nextAskMs(elapsed, pace)
  const next = elapsed > lookedForMs ? null : new Date(Date.now() + inMs)
  const { quietUntil = null } = call
  if (call.state !== 'DECIDE' || quietUntil === null) return paid.calls.postpone(call, next, push)
  if (isQuiet(call, new Date())) return paid.calls.postpone(call, sooner(next, quietUntil), push)
  await ask(parts, call, `again ${quietUntil.toISOString()}`)
  await paid.calls.postpone(call, next, { ...push, set: { quietUntil: null } })
}

const sooner = (next: Date | null, other: Date): Date => (next !== null && next < other ? next : other)

/** Possibly charged, result unknown: a person decides, or the policy by cost where one was set. */
const askPerson = async (parts: PaidParts, call: PaidGeneration): Promise<void> => {
  const { paid, autoResubmitBelow } = parts
  const asked = await paid.calls.move(call, { evidence: 'graceOver', by: 'reconciler', set: { dueAt: new Date() } })
  if (!asked) return
  // a person may take days; others go on meanwhile
  paid.places.free(call)
  if (call.priceNanodollars < autoResubmitBelow) {
    const decision = { action: 'resubmit', by: 'policy', reason: 'It costs less than autoResubmitBelow.', at: new Date() } // prettier-ignore
    await paid.calls.move(asked, { evidence: 'resubmit', by: 'reconciler', set: { dueAt: new Date(), quietUntil: null }, push: { decisions: decision } }) // prettier-ignore
    return
  }
  // put off before it was asked: it is asked when that time has come
  if (!isQuiet(asked, new Date())) await ask(parts, call, call.attemptId ?? '')
}

/** `event`: of asking; the same is asked once. */
const ask = async ({ alerts }: PaidParts, call: PaidGeneration, event: string): Promise<void> => {
  await alerts.raise({
    project: call.project.toHexString(),
    cause: unknownCause(call),
    event,
    severity: 'warning',
    code: 'GENERATION_UNKNOWN',
    what: `“${call.what}” may have been paid (${inDollars(call.priceNanodollars)}), and nobody can say.`,
    why: `${call.provider} did not answer, and nothing was found of it since.`,
    fix: 'Wait, send it again (it may be paid twice), or write it off.',
  })
}
