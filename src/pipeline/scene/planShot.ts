import { textOf } from '@/domain/words'
import { pictureFormat } from '@/domain/format'
import { sceneVariables } from '@/domain/prompt/describe'
import type { Asset } from '@/domain/generation/generationKey'
import { fillTemplate, type Template } from '@/domain/prompt/fillTemplate'
import { layerTemplate } from '@/domain/prompt/layerWords'
import { negativesOfScene } from '@/domain/prompt/negatives'
import { ownWords } from '@/domain/prompt/ownWords'
import { briefFields, type SceneBrief } from '@/domain/prompt/sceneBrief'
import { compositePlan, type CompositeLayer } from '@/domain/scene/compositePlan'
import { stageScene, type CastMember, type NotShown, type StagedScene } from '@/domain/scene/stageScene'
import type { Staging } from '@/domain/scene/staging'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import { defineStep, type Values } from '../defineStep'
import { enrolledOthers, layerPrompt, referenceAsset, type PlannedReference } from './layerPrompt'
import { negativeListOf } from '../negativeList'
import { ownProps, withOwnPictures } from './ownPictures'
import { sceneStatusWrite } from './sceneStatusWrite'

export type PlannedLayer = Omit<CompositeLayer, 'references'> & {
  prompt: string
  /** Slug of the template the prompt was filled from; missing for words a person wrote. */
  template?: string
  references: PlannedReference[]
  /** Enrolled pictures a judge tells the person of this layer apart from: their own other sides, the others of the scene. */
  others: { views: Asset[]; people: Asset[] }
}

/** What planShot gives: everything the pictures, judges and clips of one scene are made from. */
export type ShotPlan = {
  staging: Staging
  layers: PlannedLayer[]
  /** The enrolled picture of the place shows the side of the door that the scene is on. */
  placeEnrolled: boolean
  notShown: NotShown[]
  negativePrompt: string
  /** Goes round the prompt of a layer that is made again. */
  retakeNote: Template
  videoPrompt: string
  /** Slug of the template it was filled from. */
  videoTemplate?: string
  slate: { left: string; right: string }
}

export const stagedFields = [
  'intExt', 'location', 'timeOfDay', 'weather', 'aside', 'shotSize', 'angle', 'movement', 'charactersPresent', 'blocking', 'emotions', 'props',
  'focusOn', 'action',
] as const // prettier-ignore

/** What a plan is made from. */
export const planReads = {
  settings: ['aspect', 'resolution', 'fps', 'layersMax'],
  scene: [
    ...stagedFields, ...briefFields, 'frames', 'sceneNumber', 'shotNumber', 'basePrompt', 'layerPrompts', 'videoPrompt', 'negativePrompt',
    'styleCapsule', 'logo',
  ],
  cast: ['look', 'views', 'variants', 'variantViews', 'masterReference'],
  place: ['description', 'reference', 'interior'],
  props: ['reference'],
  look: ['styleCapsule', 'negative'],
  prompts: [
    'scene-place', 'scene-person', 'scene-over-shoulder', 'scene-prop', 'scene-insert', 'retake-note', 'negative-list', 'scene-video',
  ],
} as const // prettier-ignore

/** Turns the scene into a plan: layers in order, which view of whom, prompts from templates. Fails: TOO_MANY_LAYERS, TOO_MANY_REFERENCES, PROMPT_VARIABLES_MISSING. */
export const planShot = defineStep({
  id: 'scene.plan-shot',
  says: 'Plan the shot: layers, views, prompts',
  version: 3,
  slot: 'free',
  seconds: 0.1,
  reads: planReads,
  run: (values, { project, input, stores }) => {
    const plan = shotPlanOf(values, project.settings)
    return Promise.resolve({
      gives: { plan },
      write: sceneStatusWrite(stores, input.scene, { path: ['ready_for_generation', 'generating_composite'] }),
    })
  },
})

type PlannedScene = StagedScene & SceneBrief & { frames: number; sceneNumber: string; shotNumber: number }

/** Everything pictures, judges and clips of one scene are made from. `video`: the template of its moving picture. */
export const shotPlanOf = (
  values: Values,
  settings: ProjectSettings,
  video: 'scene-video' | 'scene-video-words' = 'scene-video',
): ShotPlan => {
  const scene = values.scene as unknown as PlannedScene
  const own = values.scene
  const cast = values.cast as unknown as CastMember[]
  const { staging: drawn, notShown } = stageScene(scene, {
    cast,
    place: { description: textOf(values.place.description) },
    format: pictureFormat(settings.aspect, settings.resolution, settings.fps),
    own: new Set(ownProps(values).keys()),
  })
  const staging = withOwnPictures(drawn, values)
  const style = textOf(own.styleCapsule) || textOf(values.look.styleCapsule)
  const film = { style, people: cast.map(({ name }) => name) }
  const brief = { film, brief: scene, frame: staging, values }
  const layers = compositePlan(staging, settings.layersMax).map((layer): PlannedLayer => {
    const references = layer.references.map((one) => ({ ...one, asset: referenceAsset(layer, one, values) }))
    const written = ownWords(own, layer)
    const others = enrolledOthers(layer, values)
    const words = written
      ? { prompt: written }
      : { prompt: layerPrompt(layer, references, brief), template: layerTemplate(layer, scene) }
    return { ...layer, references, others, ...words }
  })
  const moving = { ...sceneVariables(staging, scene, film), seconds: (scene.frames / settings.fps).toFixed(1) }
  return {
    staging,
    notShown,
    layers,
    placeEnrolled: Boolean(values.place.reference) && (values.place.interior === true) === staging.place.interior,
    negativePrompt: textOf(own.negativePrompt) || negativeListOf(values, negativesOfScene(staging)),
    retakeNote: values.prompts['retake-note'] ?? '[prompt] [missed]',
    videoPrompt: textOf(own.videoPrompt) || fillTemplate(values.prompts[video] ?? '', moving),
    ...(textOf(own.videoPrompt) === '' ? { videoTemplate: video } : {}),
    slate: {
      left: `SC ${scene.sceneNumber}  SH ${String(scene.shotNumber).padStart(3, '0')}`,
      right: `${scene.location} - ${scene.timeOfDay.toUpperCase()}`,
    },
  }
}
