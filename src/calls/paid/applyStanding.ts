import { failedCall } from '@/domain/generation/failedCall'
import type { Answer, Failed, Standing } from '@/providers/spec/paidProvider'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { manifestOf } from './manifestOf'
import type { PaidParts } from './paidParts'

type Teller = 'inbox' | 'poller'

/** What a provider must say so often before it is believed that it knows a request no more. */
const goneMost = 3
const goneOnce = 'state: not known there'

/**
 * What the provider says of a request, taken down: its answer as it came, before anything is done with it. An answer
 * that says less than what stands changes nothing. Answers how the call stands then; null: somebody was quicker, or it
 * does not fit. Whoever made it DONE fetches what was made; nobody else does meanwhile.
 */
export const applyStanding = async (
  parts: PaidParts,
  call: PaidGeneration,
  { standing, by }: { standing: Standing; by: Teller },
): Promise<PaidGeneration | null> => {
  switch (standing.is) {
    case 'answered':
      return answered(parts, call, { answer: standing.answer, by })
    case 'failed':
      return endFailed(parts, call, { failed: standing, by })
    case 'cancelled':
      return parts.paid.end(call, { evidence: 'cancelled', by, set: { dueAt: null } }, 0)
    case 'gone': {
      // one 404 may be a slip of some machine in between, and what was paid would be lost
      const told = call.evidence.filter((looked) => looked === goneOnce).length + 1
      if (told < goneMost) {
        await parts.paid.calls.postpone(call, call.dueAt, { push: { evidence: goneOnce } })
        return call
      }
      const failed: Failed = { is: 'failed', error: standing.error, billed: null, usage: {}, raw: null }
      return endFailed(parts, call, { failed, by })
    }
    case 'open':
    case 'untold': {
      // a callback that cannot say it itself: ask at once; who asks has put off the next question before
      if (by === 'inbox' && standing.is === 'open') await parts.paid.calls.postpone(call, new Date())
      return call
    }
  }
}

const answered = async (
  parts: PaidParts,
  call: PaidGeneration,
  { answer, by }: { answer: Answer; by: Teller },
): Promise<PaidGeneration | null> => {
  const set = {
    manifest: await manifestOf(parts, call, answer),
    dueAt: new Date(Date.now() + parts.pace.keptMs),
    takenBy: parts.paid.calls.owner,
  }
  const done = await parts.paid.calls.move(call, { evidence: 'answered', by, set })
  if (done) parts.paid.places.free(done)
  return done
}

/** It was taken and came to nothing. What may have been charged stays held back until a bill says. */
export const endFailed = async (
  parts: PaidParts,
  call: PaidGeneration,
  { failed, by }: { failed: Failed; by: Teller | 'worker' },
): Promise<PaidGeneration | null> => {
  const { error, billed, raw } = failed
  const mayBeCharged = billed !== false
  const story = failedCall({ ...error, what: call.what, provider: call.provider, mayBeCharged })
  const set = {
    error: story, errorClass: error.class, mayBeCharged, dueAt: null,
    manifest: { requestId: call.requestId ?? '', raw: JSON.stringify(raw), made: [], text: null, usage: failed.usage, billedNanodollars: null },
  } // prettier-ignore
  return parts.paid.end(call, { evidence: 'failed', by, set }, mayBeCharged ? null : 0)
}
