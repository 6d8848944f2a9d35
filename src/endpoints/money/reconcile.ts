import { z } from 'zod'
import { enqueue } from '@/queue/enqueue'
import { reconcileBills } from '@/queue/jobs'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'

const shown = z.object({ asked: z.literal(true), lastAt: moment.nullable() })

/** POST /api/projects/:id/reconcile: the wish is recorded; a worker asks the providers. */
export const reconcileNow = route({
  method: 'post',
  path: '/:id/reconcile',
  tells: {
    says: 'Holds the bills of the providers against the calls, now; by itself it is done every hour. `lastAt`: when it was done last.',
    ok: 202,
    gives: shown,
  },
  handler: async (req) => {
    await projectOf(req)
    await enqueue(reconcileBills, {}, { req })
    return answer({ asked: true, lastAt: await storesOf(req).chores.lastDone('reconcileBills') }, 202)
  },
})
