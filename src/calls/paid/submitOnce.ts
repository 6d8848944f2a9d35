import { ulid } from 'ulid'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import { storyOf } from '@/domain/errors/storyOf'
import { failedCall } from '@/domain/generation/failedCall'
import { needsPlace } from '@/domain/generation/paidMoves'
import { backoffMs } from '@/domain/generation/paidPace'
import type { ProviderError } from '@/domain/generation/providerError'
import { requestPrint } from '@/domain/generation/requestPrint'
import { fillFiles } from '@/providers/paid/fillFiles'
import type { PaidProvider, SendingAt, Submitted } from '@/providers/spec/paidProvider'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { sha256Of } from '@/stores/sha256'
import { accountOf, placesAt } from './accountOf'
import { landSubmit } from './landSubmit'
import type { PaidParts } from './paidParts'
import { takeFiles } from './takeFiles'

/** `full`: no place at the account. `later`: it waits for something. `elsewhere`: somebody else has it. */
export type SubmitEnd = 'sent' | 'full' | 'later' | 'elsewhere'

/** `placed` hears when it has its place: the next may be looked at. Steps B to D of money.md §3.2: a place, a fence, exactly one POST, and what came back on disk before anything else. */
export const submitOnce = async (
  parts: PaidParts,
  call: PaidGeneration,
  { signal, placed }: { signal: AbortSignal; placed?: () => void },
): Promise<SubmitEnd> => {
  const request = JSON.parse(call.frozen) as FrozenRequest
  const provider = await mayBeSent(parts, call)
  if (!provider) return 'later'
  let files
  try {
    files = await takeFiles(parts, { provider, request, signal })
  } catch (error) {
    signal.throwIfAborted()
    return notReady(parts, call, error)
  }
  const providerAccount = accountOf(provider)
  const pool = placesAt(providerAccount, request)
  if (!(await parts.paid.places.take(pool, parts.placesOf(pool), call._id))) return 'full'
  placed?.()
  const began = performance.now()
  const body = fillFiles(request.body, files.addressOf)
  const claimed = await claim(parts, call, { body, providerAccount, pool })
  if (!claimed?.attemptId) {
    await leavePlace(parts, { ...call, pool })
    return 'elsewhere'
  }
  if (performance.now() - began > parts.pace.sendWithinMs) {
    await giveBack(parts, claimed)
    return 'later'
  }
  const at = { ...files, key: claimed._id, attemptId: claimed.attemptId, callbackUrl: callbackUrl(parts, claimed) }
  await landSubmit(parts, claimed, await sent(provider, request, at))
  return 'sent'
}

/** Never stopped in the middle: a request that was begun is waited for. What throws may have been sent. */
const sent = async (
  provider: PaidProvider,
  request: FrozenRequest,
  at: Omit<SendingAt, 'signal'>,
): Promise<Submitted> => {
  try {
    return await provider.submit(request, { ...at, signal: new AbortController().signal })
  } catch (error) {
    return { is: 'unknown', error: { class: 'ambiguous', message: storyOf(error).why } }
  }
}

/** The provider, where it takes calls now and the money is held back; else the call was put off or is over. */
const mayBeSent = async (parts: PaidParts, call: PaidGeneration): Promise<PaidProvider | null> => {
  const { breaker, calls, budget } = parts.paid
  const provider = parts.providerOf(call.provider, call.project.toHexString())
  if (!provider) return blocked(parts, call, { class: 'auth', message: 'There is no key for it.' })
  const stopped = await breaker.stopped(call, accountOf(provider))
  if (stopped?.blocked) {
    const from = { ...call, providerAccount: accountOf(provider) }
    return blocked(parts, from, { class: stopped.is, message: stopped.why })
  }
  if (stopped) {
    await calls.postpone(call, stopped.until)
    return null
  }
  if (call.booked === 'none' && (await budget.holds(call.accounts, call._id))) return provider
  // it may have been cancelled meanwhile, and its money given back
  const now = await calls.find(call._id)
  if (now?.state !== 'INTENT' || now.fence !== call.fence) return null
  const short = await budget.reserve(call.accounts, { key: call._id, amount: call.priceNanodollars })
  return short === null ? provider : blocked(parts, call, { class: 'billing', message: 'The budget has not enough left for it.' }) // prettier-ignore
}

const blocked = async (parts: PaidParts, call: PaidGeneration, error: ProviderError): Promise<null> => {
  const story = failedCall({ ...error, what: call.what, provider: call.provider, mayBeCharged: false })
  const { providerAccount } = call
  const from = providerAccount === undefined ? {} : { providerAccount }
  const set = { error: story, errorClass: error.class, mayBeCharged: false, dueAt: null, ...from }
  await parts.paid.end(call, { evidence: 'blocked', by: 'worker', set }, 0)
  return null
}

/** A reference that is not there is asked for again a few times; then the call is over, and nothing was sent. */
const notReady = async (parts: PaidParts, call: PaidGeneration, error: unknown): Promise<SubmitEnd> => {
  const again = !(error instanceof StudioError) || error.retry === 'later'
  if (again && call.refusals < 5) {
    const pause = backoffMs(call.refusals + 1, parts.pace)
    await parts.paid.calls.postpone(call, new Date(Date.now() + pause), { inc: { refusals: 1 } })
    return 'later'
  }
  const set = { error: storyOf(error), errorClass: 'validation' as const, mayBeCharged: false, dueAt: null }
  await parts.paid.end(call, { evidence: 'blocked', by: 'worker', set }, 0)
  return 'later'
}

type Sending = Required<Pick<PaidGeneration, 'providerAccount' | 'pool'>> & { body: Readonly<Record<string, unknown>> }

const claim = (
  { paid: { calls }, pace }: PaidParts,
  call: PaidGeneration,
  { body, ...from }: Sending,
): Promise<PaidGeneration | null> => {
  const at = new Date()
  const attemptId = ulid()
  const flagged = call.submits.length > 0 && call.decisions.at(-1)?.action === 'resubmit'
  return calls.move(call, {
    evidence: 'claimed',
    by: 'worker',
    set: { ...from, attemptId, submittedAt: at, sentHash: sha256Of(requestPrint(body)), dueAt: new Date(at.getTime() + pace.sendingLeaseMs) }, // prettier-ignore
    push: { submits: { attemptId, at, flagged } },
    inc: { fence: 1 },
  })
}

/** Somebody else was quicker. The place is theirs while the call is under way; else nobody needs it. */
const leavePlace = async ({ paid: { calls, places } }: PaidParts, call: PaidGeneration): Promise<void> => {
  const now = await calls.find(call._id)
  if (!now || !needsPlace(now.state)) places.free(call)
}

const giveBack = async ({ paid: { calls, places } }: PaidParts, claimed: PaidGeneration): Promise<void> => {
  const back = await calls.move(claimed, { evidence: 'notTaken', by: 'worker', set: { dueAt: new Date() } })
  if (back) places.free(claimed)
}

/** `/api/webhooks/fal?k=…&a=…&t=…` */
const callbackUrl = ({ publicUrl, paid: { tokens } }: PaidParts, { _id, provider, attemptId }: PaidGeneration) =>
  publicUrl === null || attemptId === null
    ? null
    : `${publicUrl}/api/webhooks/${hooks[provider] ?? provider}?${tokens.query({ key: _id, attempt: attemptId })}`

/** The services call back under the names of the original design. */
const hooks: Partial<Record<PaidGeneration['provider'], string>> = { lastFrame: 'last-frame-complete' }
