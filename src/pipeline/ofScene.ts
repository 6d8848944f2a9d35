import { picturesBy } from '@/domain/catalogue/namedModel'
import { previsModel, type ProjectSettings } from '@/domain/project/projectSettings'
import { sceneSettings } from '@/domain/project/sceneSettings'
import type { PlanNode } from '@/domain/run/runPlan'
import type { LibraryDocument } from '@/stores/libraryStore'
import { paidPictures } from './paidModel'
import type { StepContext } from './defineStep'
import type { Stores } from './stores'

type Project = StepContext['project']

/** A node's project as its scene has it. `aside`: who makes its pictures, where that is not who makes the film's. */
export type OfScene = { project: Project; scene: LibraryDocument | null; aside: string | null }

/** The scene of a node, with the models it has chosen for itself. Fails: MODEL_UNKNOWN, MODELS_NOT_TOGETHER. */
export const ofScene = async (
  stores: Pick<Stores, 'library' | 'catalogue'>,
  { node, project }: { node: Pick<PlanNode, 'input'>; project: Project },
): Promise<OfScene> => {
  const scene = node.input.scene ? await stores.library.findOne('scenes', { id: node.input.scene }) : null
  const settings = sceneSettings(project.settings, scene?.models)
  if (settings === project.settings) return { project, scene, aside: null }
  return { project: { ...project, settings }, scene, aside: await asideMaker(stores, project.settings, settings) }
}

/** Who makes pictures with the scene's settings; null where the film's are made by the same. */
export const asideMaker = async (
  stores: Pick<Stores, 'catalogue'>,
  film: ProjectSettings,
  own: ProjectSettings,
): Promise<string | null> => {
  if (film === own) return null
  const [films, mine] = [await makerOf(stores, film), await makerOf(stores, own)]
  return films === mine ? null : mine
}

const makerOf = async (stores: Pick<Stores, 'catalogue'>, settings: ProjectSettings): Promise<string> => {
  const pictures = await paidPictures(stores, settings)
  return pictures ? picturesBy(pictures) : previsModel
}
