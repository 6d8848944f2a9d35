import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { projectSlug } from '@/domain/project/projectSlug'
import { idIn } from '../asked/idIn'
import type { AskedProject } from '../asked/projectOf'

export type AskedScene = { id: string; clipName: string; locked: boolean; project: AskedProject }

/** The scene in the address with its project, as far as whoever asks may see them. Fails: SCENE_UNKNOWN. */
export const sceneOf = async (req: PayloadRequest): Promise<AskedScene> => {
  const id = idIn(req)
  const scene = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({
        collection: 'scenes',
        id,
        depth: 0,
        disableErrors: true,
        overrideAccess: false,
        req,
      })
    : null
  const project = scene && (await projectFor(req, idOfProject(scene.project)))
  if (scene && project) return { id, clipName: scene.clipName ?? '', locked: scene.locked === true, project }
  throw new StudioError({
    code: 'SCENE_UNKNOWN',
    what: 'There is no such scene.',
    why: 'No scene you may see has this id.',
    fix: 'List them with GET /api/scenes.',
  })
}

const projectFor = async (req: PayloadRequest, id: string): Promise<AskedProject | null> => {
  const found = await req.payload.findByID({
    collection: 'projects', id, depth: 0, disableErrors: true, overrideAccess: false, req,
  }) // prettier-ignore
  if (!found || found.leaving === true) return null
  return {
    id,
    slug: projectSlug(found.slug),
    title: found.title,
    status: found.status,
    archived: found.archived === true,
  }
}

/** Who asks, as alerts and marks remember them. */
export const askerOf = ({ user }: PayloadRequest): string => (user && 'email' in user ? user.email : '')

const idOfProject = (project: string | { id: string }): string => (typeof project === 'string' ? project : project.id)
