import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { generationStatus } from '@/domain/generation/generationStatus'
import { decideCall } from '@/stores/paid/decideCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'

const asked = z.strictObject({
  action: z.enum(['wait', 'resubmit', 'write_off']),
  reason: z.string().trim().min(1).max(1000),
})
const shown = z.object({ id: z.string(), state: z.enum(generationStatus.names), priceNanodollars: z.number().int() })

/** POST /api/generations/:id/decide: what to do about a call that may have been paid. Told twice, it counts once. */
export const decide = route({
  method: 'post',
  path: '/:id/decide',
  tells: {
    says: 'Wait for, send again (may pay twice) or write off a call nobody knows the end of.',
    body: asked,
    ok: 200,
    gives: shown,
    errors: [404, 409],
  },
  handler: async (req) => {
    const call = await callOf(req)
    const { action, reason } = await bodyOf(req, asked)
    const by = req.user?.email ?? ''
    const done = await decideCall(storesOf(req).paid, call, { action, reason, by, at: new Date() })
    if (!done) throw meanwhile(call)
    return answer({ id: done._id, state: done.state, priceNanodollars: done.priceNanodollars })
  },
})

/** The call, where whoever asks may see it. Fails: CALL_UNKNOWN. */
const callOf = async (req: PayloadRequest): Promise<PaidGeneration> => {
  const id = String(req.routeParams?.['id'])
  if (!/^[0-9a-f]{64}$/.test(id)) throw notThere()
  const { docs } = await req.payload.find({
    collection: 'generations', where: { id: { equals: id } }, limit: 1, depth: 0, pagination: false, overrideAccess: false, req,
  }) // prettier-ignore
  const call = docs.length > 0 ? await storesOf(req).paid.calls.find(id) : null
  if (!call) throw notThere()
  return call
}

const notThere = () =>
  new StudioError({
    code: 'CALL_UNKNOWN',
    what: 'There is no such paid call.',
    why: 'None of yours has this id.',
    fix: 'Look at the list of generations.',
  })

const meanwhile = ({ state }: PaidGeneration) =>
  new StudioError({
    code: 'DECIDED_MEANWHILE',
    what: 'Nothing was done.',
    why: `The call waits for no decision: it is ${state}, or it has just moved on.`,
    fix: 'Look at it again.',
  })
