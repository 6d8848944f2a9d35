import type { ErrorStory } from '@/domain/errors/StudioError'
import { failedCall, refusesAll } from '@/domain/generation/failedCall'
import type { Evidence } from '@/domain/generation/paidMoves'
import { backoffMs, firstAskMs } from '@/domain/generation/paidPace'
import type { ProviderError } from '@/domain/generation/providerError'
import type { Answer, Submitted } from '@/providers/spec/paidProvider'
import { isDuplicateKey } from '@/stores/controlDb'
import type { JournalLine } from '@/stores/paid/journal'
import type { PaidGeneration, PlainTicket } from '@/stores/paid/paidGeneration'
import type { Change } from '@/stores/paid/paidCallsStore'
import { isOfProject } from './accountOf'
import { adopt, mayBeFound } from './applyCallback'
import { endFailed } from './applyStanding'
import { manifestOf } from './manifestOf'
import type { PaidParts } from './paidParts'
import { spentBeside } from './spentBeside'

/** What one POST came to, taken down. Whoever lost the call meanwhile changes nothing, and what was paid is told. */
export const landSubmit = async (parts: PaidParts, claimed: PaidGeneration, submitted: Submitted): Promise<void> => {
  const { breaker } = parts.paid
  const { provider, endpoint } = claimed
  switch (submitted.is) {
    case 'accepted':
      await keep(parts, claimed, { ticket: submitted.ticket, manifest: null })
      return breaker.worked(provider, endpoint)
    case 'answered':
      await keepAnswer(parts, claimed, submitted.answer)
      return breaker.worked(provider, endpoint)
    case 'failed':
      await endFailed(parts, await newest(parts, claimed), { failed: submitted, by: 'worker' })
      return
    case 'refused':
      return refused(parts, claimed, submitted.error)
    case 'unknown': {
      await breaker.failed(provider, endpoint, submitted.error.message)
      const now = new Date()
      const set = { unknownSince: now, dueAt: now }
      const push = { evidence: `POST: ${submitted.error.message}`.slice(0, 500) }
      await parts.paid.calls.move(claimed, { evidence: 'noAnswer', by: 'worker', set, push })
    }
  }
}

type Landed = Pick<JournalLine, 'ticket' | 'manifest'>

const keepAnswer = async (parts: PaidParts, claimed: PaidGeneration, answer: Answer): Promise<void> =>
  keep(parts, claimed, { ticket: null, manifest: await manifestOf(parts, claimed, answer) })

/** On the disk first: the database may be away, and we may be killed. */
const keep = async (parts: PaidParts, claimed: PaidGeneration, landed: Landed): Promise<void> => {
  const { _id: key, attemptId, fence } = claimed
  const line: JournalLine = { key, attemptId: attemptId ?? '', fence, ...landed }
  await parts.journal.write(line).catch(() => undefined) // a full disk: the database may still take it
  await landLine(parts, line, claimed)
}

/** Takes a line of the journal down, now or at the start of a later program; twice is as once. `known`: the call as it stood a moment ago. */
export const landLine = async (parts: PaidParts, line: JournalLine, known?: PaidGeneration): Promise<void> => {
  const { calls } = parts.paid
  for (let call = known ?? (await calls.find(line.key)); call; call = await calls.find(line.key)) {
    if (isKnown(call, line)) return
    if (isGivenUp(call, line) && line.ticket) {
      const found = await adopt(parts, call, { ticket: line.ticket, by: 'reconciler' })
      if (found === 'taken') return cameTooLate(parts, call, line)
      if (found) return
      continue
    }
    if (!takesIt(call, line)) return cameTooLate(parts, call, line)
    const landed = await land(parts, call, line)
    if (landed === 'taken') return
    if (!landed) continue
    if (line.manifest) parts.paid.places.free(call)
    return
  }
}

/** `taken`: the very same request is booked at a call with the very same body. */
const land = async (parts: PaidParts, call: PaidGeneration, line: JournalLine): Promise<boolean | 'taken'> => {
  try {
    return (await parts.paid.calls.move(call, { ...stepOf(parts, call, line), by: 'worker' })) !== null
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

const requestIn = ({ ticket, manifest }: Landed): string => ticket?.requestId ?? manifest?.requestId ?? ''

const isKnown = (call: PaidGeneration, line: JournalLine): boolean =>
  (call.requestId !== undefined && call.requestId === requestIn(line)) ||
  (line.manifest !== null && call.manifest !== null)

/** It was paid, and its call had gone on. */
const cameTooLate = (parts: PaidParts, call: PaidGeneration, line: JournalLine): Promise<void> => {
  const requestId = requestIn(line) === '' ? `attempt ${line.attemptId}` : requestIn(line)
  return spentBeside(parts, { call, requestId, why: 'Its call had gone on without it when the answer came.' })
}

/** Somebody had given it up as possibly charged, and it was: what was paid is fetched, as with a late callback. */
const isGivenUp = (call: PaidGeneration, { attemptId }: JournalLine): boolean =>
  call.attemptId === attemptId && mayBeFound(call) && (call.state === 'FAILED' || call.state === 'CANCELLED')

const takesIt = (call: PaidGeneration, line: JournalLine): boolean =>
  call.fence === line.fence &&
  call.attemptId === line.attemptId &&
  ['SUBMITTING', 'UNKNOWN', 'DECIDE'].includes(call.state)

const stepOf = (parts: PaidParts, call: PaidGeneration, line: JournalLine): { evidence: Evidence } & Change => {
  const requestId = requestIn(line)
  const known = { ...(requestId === '' ? {} : { requestId }), unknownSince: null }
  return line.manifest
    ? { evidence: 'answered', set: { ...known, manifest: line.manifest, dueAt: new Date() } }
    : { evidence: 'accepted', set: { ...known, ...askLater(parts, call, line.ticket) } }
}

/** What stands of a request that the provider has: how to ask for it, and when first. */
const askLater = ({ pace, publicUrl }: PaidParts, call: PaidGeneration, ticket: PlainTicket | null) => {
  const elapsed = Date.now() - (call.submittedAt?.getTime() ?? Date.now())
  const first = firstAskMs({ typicalMs: call.typicalMs, calledBack: publicUrl !== null }, pace)
  return { ticket, dueAt: new Date(Date.now() + Math.max(0, first - elapsed)) }
}

const triesMost = 8

const refused = async (parts: PaidParts, claimed: PaidGeneration, error: ProviderError): Promise<void> => {
  const { calls, places, breaker } = parts.paid
  const call = await newest(parts, claimed)
  if (error.class === 'unreachable') await breaker.failed(call.provider, call.endpoint, error.message)
  const mayPass = error.class === 'rate' || (error.class === 'unreachable' && call.refusals < triesMost)
  if (mayPass) {
    const pause = error.afterMs ?? backoffMs(call.refusals + 1, parts.pace)
    const set = { dueAt: new Date(Date.now() + pause), submittedAt: null }
    const back = await calls.move(call, { evidence: 'notTaken', by: 'worker', set, inc: { refusals: 1 } })
    if (back) places.free(call)
    return
  }
  const story = failedCall({ ...error, what: call.what, provider: call.provider, mayBeCharged: false })
  if (refusesAll(error.class)) {
    await breaker.block(providerAccountOf(call), { is: error.class, why: error.message })
    await tellRefusal(parts, call, story)
  }
  const set = { error: story, errorClass: error.class, mayBeCharged: false, dueAt: null }
  await parts.paid.end(call, { evidence: 'rejected', by: 'worker', set }, 0)
}

const providerAccountOf = ({ providerAccount, provider }: PaidGeneration): string => providerAccount ?? provider

/** Once for each account: the studio, or the project whose own key it is. */
const tellRefusal = (parts: PaidParts, call: PaidGeneration, story: ErrorStory): Promise<void> => {
  const account = providerAccountOf(call)
  const isOwn = isOfProject(parts, call.provider, account)
  return parts.alerts.raise({
    ...story,
    project: isOwn ? call.project.toHexString() : null,
    cause: `${story.code} ${account}`,
    event: call.attemptId ?? '',
    severity: 'error',
    what: `${call.provider} takes no calls ${isOwn ? 'with the key of this project' : 'of this studio'}.`,
  })
}

/** The call as it stands, while the attempt is still the one that was sent; the one we had else, and nothing will fit. */
const newest = async ({ paid: { calls } }: PaidParts, claimed: PaidGeneration): Promise<PaidGeneration> => {
  const now = await calls.find(claimed._id)
  return now?.fence === claimed.fence ? now : claimed
}
