import { z } from 'zod'
import { personHas } from '@/access/hasRole'
import { StudioError } from '@/domain/errors/StudioError'
import { actKinds, actSteps } from '@/domain/project/projectAct'
import { actsStore } from '@/stores/life/actsStore'
import { idIn } from '../asked/idIn'
import { answer, route } from '../asked/route'
import { moment, storyShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'

const actShape = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  slug: z.string(),
  project: z.object({ id: z.string(), slug: z.string() }).nullable(),
  state: z.enum(['open', 'done', 'failed']),
  steps: z.array(z.object({ name: z.string(), done: z.boolean() })),
  error: storyShape.nullable(),
  createdAt: moment,
  endedAt: moment.nullable(),
})

/** How far something is that is done to a whole project; told to whoever pressed, and to producers. */
export const showAct = route({
  method: 'get',
  path: '/acts/:id',
  tells: { says: 'How far a copy or a deletion is.', ok: 200, gives: actShape },
  handler: async (req) => {
    const { control, outbox } = storesOf(req)
    const id = idIn(req)
    const act = /^[0-9A-Z]{26}$/.test(id) ? await actsStore(control, outbox).find(id) : null
    const mine = req.user && 'email' in req.user && req.user.email === act?.by
    if (!act || !(mine || personHas(req.user, []))) throw unknown()
    const { kind, slug, target, state, done, error, createdAt, endedAt } = act
    const steps = actSteps[kind].map((name) => ({ name, done: done.includes(name) }))
    return answer({ id, kind, slug, project: target, state, steps, error, createdAt, endedAt })
  },
})

const unknown = () =>
  new StudioError({
    code: 'ACT_UNKNOWN',
    what: 'There is no such act.',
    why: 'Nothing you pressed has this id.',
    fix: 'Use the actId of the answer to duplicate, episode or delete.',
  })
