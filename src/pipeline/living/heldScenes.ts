import type { SceneStatus } from '@/domain/scene/sceneStatus'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { PressOptions } from '@/stores/press'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'
import { isPaidFor } from './sceneMakers'

const waiting: readonly SceneStatus[] = ['awaiting_approval', 'needs_review']

/** Scenes that came to wait for a person after clips that cost money were pressed for: they are left out of the run. */
export const heldScenes = async (
  { library }: Pick<Stores, 'library'>,
  project: Project,
  { scenes, options: { until } }: { scenes: readonly LibraryDocument[]; options: PressOptions },
): Promise<ReadonlySet<string>> => {
  const paid = new Set(scenes.flatMap((scene) => (isPaidFor(project, scene) ? [scene.id] : [])))
  if (until !== 'clips' || paid.size === 0) return new Set()
  const states = await Promise.all(
    waiting.map((status) => library.find('scene-states', { project: project.id, status })),
  )
  return new Set(states.flat().flatMap(({ scene }) => (paid.has(String(scene)) ? [String(scene)] : [])))
}
