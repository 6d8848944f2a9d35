import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { unknownCause } from '@/domain/generation/unknownCause'
import { waitMostDays } from '@/domain/generation/waitUntil'
import { decideCall } from '@/stores/paid/decideCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { callAnswer, callOf, callShape } from './callOf'

const isAhead = (at: Date): boolean => at > new Date() && at.getTime() - Date.now() <= waitMostDays * 86_400_000

const asked = z
  .strictObject({
    action: z.enum(['wait', 'resubmit', 'write_off', 'again']),
    reason: z.string().trim().min(1).max(1000),
    /** Of `wait`: nothing is asked before; evidence is looked for all the same. */
    until: z.iso
      .datetime({ offset: true, error: 'must be a moment, such as 2026-12-01T09:00:00Z' })
      .transform((text) => new Date(text))
      .refine(isAhead, { error: `must be to come, within ${String(waitMostDays)} days` })
      .optional(),
  })
  .refine(({ action, until }) => until === undefined || action === 'wait', {
    error: 'belongs to wait',
    path: ['until'],
  })

/** POST /api/generations/:id/decide: what to do about a call that may have been paid. Told twice, it counts once. */
export const decide = route({
  method: 'post',
  path: '/:id/decide',
  tells: {
    says: 'Wait for (also until a moment), send again (may pay twice) or write off a call nobody knows the end of; have one that came to nothing made again.',
    body: asked,
    ok: 200,
    gives: callShape,
    errors: [404, 409],
  },
  handler: async (req) => {
    const call = await callOf(req)
    const { action, reason, until } = await bodyOf(req, asked)
    const by = req.user?.email ?? ''
    const { paid, alerts } = storesOf(req)
    const done = await decideCall(paid, call, { action, reason, by, at: new Date(), ...(until ? { until } : {}) })
    if (!done) throw meanwhile(call)
    // the question comes back as a new one, which people are told of
    if (until) await alerts.takeBack(unknownCause(call))
    return callAnswer(done)
  },
})

const meanwhile = ({ state }: PaidGeneration) =>
  new StudioError({
    code: 'DECIDED_MEANWHILE',
    what: 'Nothing was done.',
    why: `The call waits for no such decision: it is ${state}, or it has just moved on.`,
    fix: 'Look at it again.',
  })
