import { modelDepartments, type ModelDepartment, type ProjectSettings } from './projectSettings'

/** Departments a scene may have models of its own for. Music belongs to the film, and texts are written before scenes. */
export const sceneDepartments = [
  'image',
  'edit',
  'vision',
  'video',
  'speech',
] as const satisfies readonly ModelDepartment[]
export type SceneDepartment = (typeof sceneDepartments)[number]
/** The models of a Scenes document; what is empty is the project's. */
export type SceneModels = Partial<Record<SceneDepartment, string>>

/** What a scene has chosen for itself, as its document says it. */
export const sceneModelsIn = (models: unknown): SceneModels => {
  const told = (models ?? {}) as Record<string, unknown>
  const chosen = sceneDepartments.flatMap((department) => {
    const model = told[department]
    return typeof model === 'string' && model !== '' ? [[department, model] as const] : []
  })
  return Object.fromEntries(chosen)
}

/** The settings a scene is made with: the project's, with its own models. The very same where it has none. */
export const sceneSettings = (settings: ProjectSettings, models: unknown): ProjectSettings => {
  const own = sceneModelsIn(models)
  const differs = modelDepartments.some((department) => {
    const model = (own as Partial<Record<ModelDepartment, string>>)[department]
    return model !== undefined && model !== settings.models[department]
  })
  return differs ? { ...settings, models: { ...settings.models, ...own } } : settings
}
