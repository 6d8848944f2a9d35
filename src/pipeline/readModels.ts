import type { PlanNode } from '@/domain/run/runPlan'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import type { StepDefinition, Values } from './defineStep'
import { namedModel, picturesBy } from '@/domain/catalogue/namedModel'
import { paidModel, textModel } from './paidModel'
import { modelNames, type ModelKind, type Providers } from './providers'
import { paidSceneOf } from './scene/paidScene'
import type { Stores } from './stores'

type Asked = {
  step: Pick<StepDefinition, 'reads'>
  node: Pick<PlanNode, 'input'>
  project: { id: string; settings: ProjectSettings }
  providers: Providers
}

/**
 * Name and version of who is asked now: on this machine, or of the catalogue. Pictures are made by paid models for scenes
 * only; beds and effects are always made here, beside paid music.
 */
export const readModels = async (stores: Stores, { step, node, project, providers }: Asked): Promise<Values['models']> => {
  const kinds = step.reads.models ?? []
  const local = { ...modelNames(providers, kinds), ...(step.reads.asks ? await textName(stores, project.settings) : {}) }
  if (kinds.length === 0) return local
  const paid = { ...(await paidSounds(stores, project.settings, kinds)), ...(node.input.scene ? await paidNames(stores, project.settings) : {}) }
  return { ...local, ...Object.fromEntries(kinds.flatMap((kind) => (paid[kind] ? [[kind, paid[kind]]] : []))) }
} // prettier-ignore

/** With the language it is to write in. */
const textName = async (stores: Stores, settings: ProjectSettings): Promise<Pick<Values['models'], 'text'>> => {
  const text = await textModel(stores, settings)
  return text ? { text: `${namedModel(text)} ${settings.language}` } : {}
}

const paidSounds = async (
  stores: Stores,
  settings: ProjectSettings,
  kinds: readonly ModelKind[],
): Promise<Partial<Record<ModelKind, string>>> => {
  const speech = kinds.includes('speech') ? await paidModel(stores, settings, 'speech') : null
  const music = kinds.includes('sound') ? await paidModel(stores, settings, 'music') : null
  return { ...(speech ? { speech: namedModel(speech) } : {}), ...(music ? { sound: namedModel(music) } : {}) }
}

const paidNames = async (stores: Stores, settings: ProjectSettings): Promise<Partial<Record<ModelKind, string>>> => {
  const scene = await paidSceneOf(stores, settings)
  const video = await paidModel(stores, settings, 'video')
  const looked = scene ?? video
  const vision = looked && (scene ? scene.vision : await paidModel(stores, settings, 'vision'))
  return {
    ...(scene ? { image: picturesBy(scene.pictures) } : {}),
    ...(video ? { video: namedModel(video) } : {}),
    // what is paid for is looked at by a model, or by a person
    ...(looked ? { vision: vision ? namedModel(vision) : 'person' } : {}),
  }
}
