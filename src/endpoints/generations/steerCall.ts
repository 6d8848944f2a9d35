import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { cancelCall, reingestCall } from '@/stores/paid/steerCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { callAnswer, callOf, callShape } from './callOf'

const asked = z.strictObject({ reason: z.string().trim().min(1).max(1000).optional() })

const verbs = {
  cancel: {
    says: 'Gives one paid call up: it is not sent any more, or its provider is told. What was made all the same is kept.',
    does: cancelCall,
    usual: 'Somebody did not want it any more.',
    needs: 'is over, or waits for a decision (POST …/decide)',
  },
  reingest: {
    says: 'Fetches the file of an answered call once more, after it was bad or not there.',
    does: reingestCall,
    usual: 'Somebody asked for it once more.',
    needs: 'has no file that could not be kept',
  },
} as const

/** POST /api/generations/:id/cancel and …/reingest: recorded here, carried out by a worker. Told twice, it counts once. */
const steers = (verb: keyof typeof verbs) => {
  const { says, does, usual, needs } = verbs[verb]
  return route({
    method: 'post',
    path: `/:id/${verb}`,
    tells: { says, body: asked, ok: 200, gives: callShape, errors: [404, 409] },
    handler: async (req) => {
      const call = await callOf(req)
      const { reason = usual } = await bodyOf(req, asked)
      const done = await does(storesOf(req).paid, call, { by: req.user?.email ?? '', reason, at: new Date() })
      if (!done) throw cannot(call, needs)
      return callAnswer(done)
    },
  })
}
export const steerCall = [steers('cancel'), steers('reingest')]

const cannot = ({ state }: PaidGeneration, needs: string) =>
  new StudioError({
    code: 'CALL_NOT_STEERED',
    what: 'Nothing was done.',
    why: `The call ${needs}: it is ${state}, or it has just moved on.`,
    fix: 'Look at it again.',
  })
