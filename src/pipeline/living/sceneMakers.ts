import { sceneModelsIn, sceneSettings } from '@/domain/project/sceneSettings'
import { previsModel } from '@/domain/project/projectSettings'
import type { LibraryDocument } from '@/stores/libraryStore'
import { asideMaker } from '../ofScene'
import type { Aside } from '../planRun'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'
import { shownViews } from './scenesToMake'

/** Who makes the pictures of each scene that has them made by others than the film's. Fails: MODEL_UNKNOWN, MODELS_NOT_TOGETHER. */
export const asideMakers = async (
  stores: Pick<Stores, 'catalogue'>,
  { settings }: Pick<Project, 'settings'>,
  scenes: readonly LibraryDocument[],
): Promise<Map<string, string>> => {
  const makers = new Map<string, string>()
  for (const { id, models } of scenes) {
    const by = await asideMaker(stores, settings, sceneSettings(settings, models))
    if (by !== null) makers.set(id, by)
  }
  return makers
}

/** The reference pictures these scenes need beside those of the film, by who makes them. */
export const asidesOf = async (
  stores: Pick<Stores, 'library'>,
  project: Project,
  { scenes, makers }: { scenes: readonly LibraryDocument[]; makers: ReadonlyMap<string, string> },
): Promise<Aside[]> => {
  const asides: Aside[] = []
  for (const by of new Set(makers.values())) {
    const own = scenes.filter(({ id }) => makers.get(id) === by)
    if (own.length > 0) asides.push({ by, views: await shownViews(stores, project, own) })
  }
  return asides
}

/** Whether anybody is paid for a scene. */
export const isPaidFor = ({ settings }: Pick<Project, 'settings'>, scene: LibraryDocument): boolean =>
  Object.values({ ...settings.models, ...sceneModelsIn(scene.models) }).some((model) => model !== previsModel)
