import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { idIn } from '../asked/idIn'
import { answer, route } from '../asked/route'
import { usesOf } from './usesOf'

const usesShape = z.object({
  uses: z.array(z.object({ collection: z.string(), id: z.string(), title: z.string(), fields: z.array(z.string()) })),
})

/** GET /api/media/:id/uses: who would lose the file. Fails: FILE_UNKNOWN. */
export const mediaUses = route({
  method: 'get',
  path: '/:id/uses',
  tells: { says: 'Which documents use a file, and in which fields.', ok: 200, gives: usesShape },
  handler: async (req) => {
    const id = await fileOf(req)
    return answer({ uses: await usesOf(req, id) })
  },
})

const fileOf = async (req: PayloadRequest): Promise<string> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found) return id
  throw new StudioError({
    code: 'FILE_UNKNOWN',
    what: 'There is no such file.',
    why: 'No file you may see has this id.',
    fix: 'List them with GET /api/media.',
  })
}
