import { z } from 'zod'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { refuseWhileBusy } from './refuseWhileBusy'

/** An archived project can be looked at, exported and copied; nothing is made in it. */
const archives = (verb: 'archive' | 'unarchive') =>
  route({
    method: 'post',
    path: `/:id/${verb}`,
    tells: {
      says: verb === 'archive' ? 'Puts the project away; everything stays.' : 'Takes it out again.',
      ok: 200,
      gives: z.object({ archived: z.boolean() }),
      errors: [403, 409],
    },
    handler: async (req) => {
      const { id } = await projectOf(req)
      const archived = verb === 'archive'
      if (archived) await refuseWhileBusy(req, { id })
      await req.payload.update({ collection: 'projects', id, data: { archived }, overrideAccess: true, req })
      return answer({ archived })
    },
  })
export const archive = archives('archive')
export const unarchive = archives('unarchive')
