import { z } from 'zod'
import { StudioError } from '../errors/StudioError'
import { modelDepartments, previsModel, type ModelDepartment } from '../project/projectSettings'
import { isShutDown, priceUnknown, refuseShutDown } from './fitRequest'
import type { CatalogueModel, ModelKind, PaidProviderId } from './model'
import { presetNames, presets, type PresetName } from './presets'
import { keyMissing } from './providerKeys'

/** Id of the catalogue for each department, or previs. */
export type ModelChoice = Record<ModelDepartment, string>

const oneOrSome = z.union([z.string().min(1).max(100), z.array(z.string().min(1).max(100)).min(1).max(5)])

/** A preset, or models by department: one, or several in the order they are tried. */
export const modelsWishSchema = z.union([z.enum(presetNames), z.partialRecord(z.enum(modelDepartments), oneOrSome)])
export type ModelsWish = z.infer<typeof modelsWishSchema>

export type Offered = {
  models: readonly CatalogueModel[]
  /** Whose keys are there. */
  providers: ReadonlySet<PaidProviderId>
  /** The day, "2026-11-21". */
  on: string
}

/** Everything on this machine. */
export const previsChoice: ModelChoice = {
  text: previsModel, image: previsModel, edit: previsModel, vision: previsModel, video: previsModel,
  speech: previsModel, music: previsModel,
} // prettier-ignore

/**
 * The model of each department. What a preset names is taken in order: the first that is there, priced, not shut down
 * and whose key is set. Departments nobody chose for are previs. Fails: PROVIDER_KEY_MISSING, MODEL_UNKNOWN,
 * MODEL_WRONG_KIND, MODEL_SHUT_DOWN, PRICE_UNKNOWN.
 */
export const chooseModels = (wish: ModelsWish, offered: Offered): ModelChoice => {
  if (typeof wish === 'string') refuseWithoutKey(wish, offered)
  const lists = typeof wish === 'string' ? presets[wish].models : wish
  const chosen = modelDepartments.map((department) => {
    const list = [lists[department] ?? []].flat()
    return [department, list.length === 0 ? previsModel : firstUsable(list, { department, offered })] as const
  })
  return { ...previsChoice, ...Object.fromEntries(chosen) }
}

/** Who makes a picture larger, previs or a model: no department, and in no preset. Fails like `chooseModels`. */
export const chooseUpscaler = (wish: string, offered: Offered): string =>
  firstUsable([wish], { department: 'upscale', offered })

const refuseWithoutKey = (name: PresetName, { providers }: Offered): void => {
  const { provider } = presets[name]
  if (provider !== null && !providers.has(provider)) throw keyMissing(`The models of “${name}”`, [provider])
}

type At = { department: ModelKind; offered: Offered }

const firstUsable = (list: readonly string[], at: At): string => {
  const found = list.find((id) => id === previsModel || isUsable(id, at))
  return found ?? refuse(list, at)
}

const isUsable = (id: string, { department, offered }: At): boolean => {
  const model = offered.models.find((one) => one.id === id)
  return (
    model?.kind === department &&
    model.prices.length > 0 &&
    !isShutDown(model, offered.on) &&
    offered.providers.has(model.provider)
  )
}

/** Says why, by the first of the list; a missing key is named before anything else. */
const refuse = (list: readonly string[], { department, offered }: At): never => {
  const models = list.map((id) => modelOf(offered.models, id))
  const [first] = models
  const wrong = models.find(({ kind }) => kind !== department)
  if (wrong) throw wrongKind(wrong, department)
  const locked = models.filter((model) => !offered.providers.has(model.provider) && !isShutDown(model, offered.on))
  const providers = [...new Set(locked.map(({ provider }) => provider))]
  if (providers.length > 0) throw keyMissing(list.join(' or '), providers)
  if (first === undefined) throw modelUnknown('')
  refuseShutDown(first, offered.on)
  throw priceUnknown(first)
}

/** The row of this id. Fails: MODEL_UNKNOWN. */
export const modelOf = (models: readonly CatalogueModel[], id: string): CatalogueModel => {
  const model = models.find((one) => one.id === id)
  if (model) return model
  throw modelUnknown(id)
}

const modelUnknown = (id: string): StudioError =>
  new StudioError({
    code: 'MODEL_UNKNOWN',
    what: `The catalogue has no model “${id.slice(0, 80)}”.`,
    why: 'Only models of the catalogue can be called: their fields, limits and prices are known.',
    fix: `Choose one that GET /api/models lists, or a preset: ${presetNames.join(', ')}.`,
    retry: 'afterFix',
    field: 'models',
  })

const wrongKind = (model: CatalogueModel, department: ModelKind): StudioError =>
  new StudioError({
    code: 'MODEL_WRONG_KIND',
    what: `${model.title} (${model.id}) cannot be used for ${department}.`,
    why: `It is a model for ${model.kind}.`,
    fix: `Choose a model for ${department}.`,
    retry: 'afterFix',
    field: `models.${department}`,
  })
