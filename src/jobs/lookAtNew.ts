import { StudioError } from '@/domain/errors/StudioError'
import { lookAtGiven } from '@/pipeline/lookAtGiven'
import type { Planning } from './planPressed'

/** Looks at what came over HTTP; what cannot be used is told in an alert, long before a film is made of it. Repeatable. */
export const lookAtNew = async (parts: Planning, projectId: string): Promise<void> => {
  const { library } = parts.stores
  const project = await parts.projectById(projectId)
  try {
    await lookAtGiven(parts, project)
  } catch (error) {
    if (!(error instanceof StudioError) || error.code !== 'OWN_MATERIAL_REFUSED') throw error
    const { code, what, why, fix } = error.story
    if (await library.findOne('alerts', { project: projectId, code, why })) return
    await library.create('alerts', { project: projectId, code, what, why, fix, severity: 'error', dismissed: false })
  }
}
