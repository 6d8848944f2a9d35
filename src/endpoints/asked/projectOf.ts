import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import { idIn } from './idIn'

export type AskedProject = { id: string; slug: ProjectSlug; title: string; status: ProjectStatus; archived: boolean }

/**
 * The project in the address, as far as whoever asks may see it; one that is being deleted only where that is asked
 * for. Fails: PROJECT_UNKNOWN.
 */
export const projectOf = async (req: PayloadRequest, { leaving = false } = {}): Promise<AskedProject> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'projects', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found && (leaving || found.leaving !== true)) return { id, slug: projectSlug(found.slug), title: found.title, status: found.status, archived: found.archived === true }
  throw new StudioError({
    code: 'PROJECT_UNKNOWN',
    what: 'There is no such project.',
    why: 'No project you may see has this id.',
    fix: 'List them with GET /api/projects.',
  })
} // prettier-ignore
