import { z } from 'zod'
import { projectStatus } from '@/domain/project/projectStatus'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { refuseBusy } from './press'

/** Gather is open again; what was made stays. Nothing turns stale by that alone: it answers what is already. */
export const reopenGather = route({
  method: 'post',
  path: '/:id/gather/reopen',
  tells: {
    says: 'Unlocks what was gathered; what was made stays.',
    ok: 200,
    gives: z.object({ stale: z.record(z.string(), z.number().int()) }),
    errors: [403, 409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    await refuseBusy(req, { ...project, status: 'gathering' }, 'qualify')
    if (project.status !== 'gathering') projectStatus.move(project.status, 'gathering')
    await storesOf(req).gather.reopen(project.slug)
    await req.payload.update({ collection: 'projects', id: project.id, data: { status: 'gathering' }, overrideAccess: true, req })
    return answer({ stale: await storesOf(req).marks.counts(project.id) })
  },
}) // prettier-ignore
