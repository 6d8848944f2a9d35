import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { foresee } from '@/queue/jobs'
import { foresightsStore } from '@/stores/foresightsStore'
import { projectOf, type AskedProject } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { askerOf } from './sceneOf'

const collections = [
  'projects', 'scenes', 'characters', 'locations', 'props', 'screenplays', 'story-bible', 'style-guides',
] as const // prettier-ignore

/** `changes`: the fields as they would be saved. */
const asked = z.strictObject({
  collection: z.enum(collections),
  id: z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a document' }),
  changes: z.record(z.string().max(100), z.unknown()),
})

const scene = z.object({ id: z.string(), clipName: z.string(), title: z.string() })
const reasons = { reasons: z.array(z.string()), already: z.boolean() }
const foreseenShape = z.object({
  scenes: z.array(scene.extend(reasons)),
  documents: z.array(z.object({ collection: z.string(), id: z.string(), name: z.string(), ...reasons })),
  aligned: z
    .object({
      kept: z.number().int(),
      changed: z.array(scene),
      added: z.array(z.object({ clipName: z.string(), heading: z.string() })),
      archived: z.array(scene),
    })
    .nullable(),
})

const waitMs = 20_000
const lookEveryMs = 60

/** POST /api/projects/:id/foresee: nothing is saved. A worker answers it. Fails: DOCUMENT_UNKNOWN, FORESIGHT_LATE. */
export const foreseeEdit = route({
  method: 'post',
  path: '/:id/foresee',
  tells: {
    says: 'What an edit would make stale if it was saved now, and what of an edited screenplay becomes of its scenes.',
    body: asked,
    ok: 200,
    gives: foreseenShape,
    errors: [503],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { collection, id, changes } = await bodyOf(req, asked)
    await refuseUnseen(req, { project, collection, id })
    const { control, outbox } = storesOf(req)
    const foresights = foresightsStore(control)
    const by = askerOf(req)
    const question = await foresights.ask(
      { project: project.id, collection, document: id, changes: JSON.stringify(changes), by },
      { job: foresee.name, outbox },
    )
    const until = Date.now() + waitMs
    while (Date.now() < until) {
      const { told, error } = (await foresights.read(question)) ?? { told: null, error: null }
      if (told) return answer(told)
      if (error) throw new StudioError(error)
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
    throw late()
  },
})

type Named = { project: AskedProject; collection: (typeof collections)[number]; id: string }

/** Only documents of this project that whoever asks may see. */
const refuseUnseen = async (req: PayloadRequest, { project, collection, id }: Named): Promise<void> => {
  if (collection === 'projects' && id === project.id) return
  const found = await req.payload.findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: false, req })
  const of = found && 'project' in found ? found.project : null
  if (of === project.id) return
  throw new StudioError({
    code: 'DOCUMENT_UNKNOWN',
    what: 'There is no such document.',
    why: 'None of this film has this id, or you may not see it.',
    fix: `List them with GET /api/${collection}?where[project][equals]=<id>.`,
  })
} // prettier-ignore

const late = () =>
  new StudioError({
    code: 'FORESIGHT_LATE',
    what: 'Nobody said yet what this edit would make stale. Nothing was saved.',
    why: 'No worker answered in time: none runs, or all are busy.',
    fix: 'Ask again, or save: what no longer fits is marked then.',
    retry: 'later',
  })
