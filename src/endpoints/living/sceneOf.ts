import type { PayloadRequest } from 'payload'
import { projectSlug } from '@/domain/project/projectSlug'
import type { AskedProject } from '../asked/projectOf'
import { sceneDocument, sceneUnknown } from '../asked/sceneDocument'

export type AskedScene = { id: string; clipName: string; locked: boolean; project: AskedProject }

/** The scene in the address with its project, as far as whoever asks may see them. Fails: SCENE_UNKNOWN. */
export const sceneOf = async (req: PayloadRequest): Promise<AskedScene> => {
  const { id, clipName, locked, project: of } = await sceneDocument(req)
  const project = await projectFor(req, of)
  if (project) return { id, clipName: clipName ?? '', locked: locked === true, project }
  throw sceneUnknown()
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
