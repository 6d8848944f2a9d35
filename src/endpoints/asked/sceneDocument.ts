import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import type { Scene } from '@/payload-types'
import { idIn } from './idIn'

/** The scene in the address, or with this id, as far as whoever asks may see it; archived ones are no longer filmed. Fails: SCENE_UNKNOWN. */
export const sceneDocument = async (req: PayloadRequest, id = idIn(req)): Promise<Scene & { project: string }> => {
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'scenes', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found && found.archived !== true && typeof found.project === 'string') return { ...found, project: found.project }
  throw sceneUnknown()
} // prettier-ignore

export const sceneUnknown = () =>
  new StudioError({
    code: 'SCENE_UNKNOWN',
    what: 'There is no such scene.',
    why: 'No scene of a film you may see has this id.',
    fix: 'List them with GET /api/scenes?where[project][equals]=<id>.',
  })
