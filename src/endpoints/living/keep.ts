import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { keepMade } from '@/queue/jobs'
import { inTransaction } from '@/stores/controlDb'
import { idIn } from '../asked/idIn'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { askerOf, sceneOf } from './sceneOf'

const keepShape = z.strictObject({
  reason: z.string().trim().min(1, { error: 'say why it may stay as it is' }).max(1000),
})
const keptShape = z.looseObject({ id: z.string(), stale: z.literal(false) })

/** POST /api/scenes/:id/keep: what was made stays as it is, and the next run leaves it alone. Nothing to keep: nothing happens. */
export const keepScene = route({
  method: 'post',
  path: '/:id/keep',
  tells: { says: 'Keeps a stale scene as it is.', body: keepShape, ok: 200, gives: keptShape },
  handler: async (req) => {
    const { id, project } = await sceneOf(req)
    await keep(req, { kind: 'scene', subject: id, project: project.id })
    const scene = await req.payload.findByID({ collection: 'scenes', id, depth: 0, overrideAccess: false, req })
    return answer({ ...scene, stale: false })
  },
})

const kindOf = { characters: 'character', locations: 'location', props: 'prop' } as const

/** POST /api/characters/:id/keep, and so for places and things: their reference pictures stay as they are. */
export const keepReferences = (collection: keyof typeof kindOf) =>
  route({
    method: 'post',
    path: '/:id/keep',
    tells: { says: 'Keeps stale reference pictures as they are.', body: keepShape, ok: 200, gives: keptShape },
    handler: async (req) => {
      const { id, name, project } = await documentOf(req, collection)
      await keep(req, { kind: kindOf[collection], subject: name, project })
      const kept = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, req })
      return answer({ ...kept, stale: false })
    },
  })

/** As far as whoever asks may see it. Fails: DOCUMENT_UNKNOWN. */
const documentOf = async (req: PayloadRequest, collection: keyof typeof kindOf) => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found && typeof found.project === 'string') return { id, name: found.name, project: found.project }
  throw new StudioError({
    code: 'DOCUMENT_UNKNOWN',
    what: 'There is no such document.',
    why: 'None of a film you may see has this id.',
    fix: `List them with GET /api/${collection}?where[project][equals]=<id>.`,
  })
}

type Kept = { kind: 'scene' | (typeof kindOf)[keyof typeof kindOf]; subject: string; project: string }

/** The mark goes, and a job makes what stands the result of what the documents say now. */
const keep = async (req: PayloadRequest, kept: Kept): Promise<void> => {
  const { reason } = await bodyOf(req, keepShape)
  const { control, marks, outbox } = storesOf(req)
  const by = askerOf(req)
  await inTransaction(control, async (tx) => {
    const told = await marks.keep(kept, { by, reason }, tx)
    if (!told) return
    const accepted = told.map(({ of, field, now }) => ({ of, field, now }))
    await outbox.add(keepMade.name, keepMade.data.parse({ ...kept, by, reason, accepted }), tx.session)
  })
}
