import { z } from 'zod'
import { keepMade } from '@/queue/jobs'
import { inTransaction } from '@/stores/controlDb'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { askerOf, sceneOf } from './sceneOf'

const keepShape = z.strictObject({
  reason: z.string().trim().min(1, { error: 'say why it may stay as it is' }).max(1000),
})

/** POST /api/scenes/:id/keep: what was made stays as it is, and the next run leaves it alone. Nothing to keep: nothing happens. */
export const keepScene = route({
  method: 'post',
  path: '/:id/keep',
  tells: {
    says: 'Keeps a stale scene as it is.',
    body: keepShape,
    ok: 200,
    gives: z.looseObject({ id: z.string(), stale: z.literal(false) }),
  },
  handler: async (req) => {
    const { id, project } = await sceneOf(req)
    const { reason } = await bodyOf(req, keepShape)
    const { control, marks, outbox } = storesOf(req)
    const by = askerOf(req)
    await inTransaction(control, async (tx) => {
      const told = await marks.keep({ kind: 'scene', subject: id, project: project.id }, { by, reason }, tx)
      if (!told) return
      const accepted = told.map(({ of, field, now }) => ({ of, field, now }))
      const row = { project: project.id, kind: 'scene', subject: id, by, reason, accepted }
      await outbox.add(keepMade.name, keepMade.data.parse(row), tx.session)
    })
    const scene = await req.payload.findByID({ collection: 'scenes', id, depth: 0, overrideAccess: false, req })
    return answer({ ...scene, stale: false })
  },
})
