import { previsModel } from '@/domain/project/projectSettings'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import type { PressOptions } from '@/stores/press'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'

const waiting: readonly SceneStatus[] = ['awaiting_approval', 'needs_review']

/** Scenes that came to wait for a person after clips that cost money were pressed for: they are left out of the run. */
export const heldScenes = async (
  { library }: Pick<Stores, 'library'>,
  project: Project,
  { until }: PressOptions,
): Promise<ReadonlySet<string>> => {
  const isPaid = Object.values(project.settings.models).some((model) => model !== previsModel)
  if (until !== 'clips' || !isPaid) return new Set()
  const states = await Promise.all(
    waiting.map((status) => library.find('scene-states', { project: project.id, status })),
  )
  return new Set(states.flat().map(({ scene }) => String(scene)))
}
