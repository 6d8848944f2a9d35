import { z } from 'zod'
import { sceneDepartments, sceneModelsIn, type SceneModels } from '../project/sceneSettings'
import { chooseModels, type ModelChoice, type Offered } from './chooseModels'
import { presetNames } from './presets'

const oneOrSome = z.union([z.string().min(1).max(100), z.array(z.string().min(1).max(100)).min(1).max(5)])

/** Models for some scenes: a preset, models by department (one, or several in the order they are tried), or null: the project's again. */
export const sceneModelsWish = z.union(
  [z.enum(presetNames), z.partialRecord(z.enum(sceneDepartments), oneOrSome), z.null()],
  { error: `must be one of ${presetNames.join(', ')}, models by department (${sceneDepartments.join(', ')}), or null for the project’s` }, // prettier-ignore
)
export type SceneModelsWish = z.infer<typeof sceneModelsWish>

/** What a scene has chosen after this wish. Departments a preset or a map does not name stay. Fails as `chooseModels`. */
export const sceneModelsAfter = (wish: SceneModelsWish | undefined, models: unknown, offered: Offered): SceneModels => {
  if (wish === undefined) return sceneModelsIn(models)
  if (wish === null) return {}
  const chosen = chooseModels(wish, offered)
  const named = typeof wish === 'string' ? sceneDepartments : sceneDepartments.filter((department) => wish[department])
  return {
    ...(typeof wish === 'string' ? {} : sceneModelsIn(models)),
    ...Object.fromEntries(named.map((department) => [department, chosen[department]])),
  }
}

/** Who makes a scene: the film's models, with its own. Fails as `chooseModels`. */
export const choiceOfScene = (film: ModelChoice, own: SceneModels, offered: Offered): ModelChoice =>
  Object.keys(own).length === 0 ? film : { ...film, ...chooseModels({ ...film, ...own }, offered) }
