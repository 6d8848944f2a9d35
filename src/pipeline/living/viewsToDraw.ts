import type { LibraryDocument } from '@/stores/libraryStore'
import type { PressOptions } from '@/stores/press'
import { paidPictures } from '../paidModel'
import type { Views } from '../planRun'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'
import { joinedViews, madeByPaid, shownViews, staleViews } from './scenesToMake'

type Making = { scenes: readonly LibraryDocument[]; wanted: (id: string) => boolean; options: PressOptions }

/**
 * Whose reference pictures are made before the scenes: what no longer fits. Where pictures cost money, whatever the
 * scenes show: paid models make it when a price was accepted, not before. Fails: MODEL_UNKNOWN, MODELS_NOT_TOGETHER.
 */
export const viewsToDraw = async (
  stores: Stores,
  project: Project,
  { scenes, wanted, options }: Making,
): Promise<Views> => {
  const asked = scenes.filter(({ id }) => wanted(id))
  const unlocked = asked.filter(({ locked }) => locked !== true)
  const needed = await shownViews(stores, project, unlocked)
  if (await paidPictures(stores, project.settings)) return needed
  const stale = await staleViews(stores, project, options.scenes ? asked : null)
  return joinedViews(stale, await madeByPaid(stores, project, needed))
}
