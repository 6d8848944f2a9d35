import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { decideCall } from '@/stores/paid/decideCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { callAnswer, callOf, callShape } from './callOf'

const asked = z.strictObject({
  action: z.enum(['wait', 'resubmit', 'write_off', 'again']),
  reason: z.string().trim().min(1).max(1000),
})

/** POST /api/generations/:id/decide: what to do about a call that may have been paid. Told twice, it counts once. */
export const decide = route({
  method: 'post',
  path: '/:id/decide',
  tells: {
    says: 'Wait for, send again (may pay twice) or write off a call nobody knows the end of; have one that came to nothing made again.',
    body: asked,
    ok: 200,
    gives: callShape,
    errors: [404, 409],
  },
  handler: async (req) => {
    const call = await callOf(req)
    const { action, reason } = await bodyOf(req, asked)
    const by = req.user?.email ?? ''
    const done = await decideCall(storesOf(req).paid, call, { action, reason, by, at: new Date() })
    if (!done) throw meanwhile(call)
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
