import { textOf } from '@/domain/words'
import type { Asset } from '@/domain/generation/generationKey'
import { pictureFormat } from '@/domain/format'
import { negativeDefault } from '@/domain/prompt/defaultPrompts'
import { personVariables, placeVariables } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { compositePlan, type CompositeLayer } from '@/domain/scene/compositePlan'
import { stageScene, type CastMember, type NotShown, type StagedScene } from '@/domain/scene/stageScene'
import type { Staging } from '@/domain/scene/staging'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import { defineStep, type Values } from '../defineStep'
import { sceneStatusWrite } from './sceneStatusWrite'

/** A reference with the file it is, found before anything is asked for. */
export type PlannedReference = { role: 'character' | 'location' | 'prop'; name: string; asset: Asset | null }
export type PlannedLayer = Omit<CompositeLayer, 'references'> & { prompt: string; references: PlannedReference[] }

/** What planShot gives: everything the pictures, judges and clips of one scene are made from. */
export type ShotPlan = {
  staging: Staging
  layers: PlannedLayer[]
  /** The enrolled picture of the place shows the side of the door that the scene is on. */
  placeEnrolled: boolean
  notShown: NotShown[]
  negativePrompt: string
  videoPrompt: string
  slate: { left: string; right: string }
}

export const stagedFields = [
  'intExt', 'location', 'timeOfDay', 'weather', 'shotSize', 'angle', 'movement', 'charactersPresent', 'blocking', 'emotions', 'props',
  'focusOn', 'action',
] as const // prettier-ignore

/** What a plan is made from. */
export const planReads = {
  settings: ['aspect', 'resolution', 'fps', 'layersMax'],
  scene: [...stagedFields, 'dialogue', 'frames', 'sceneNumber', 'shotNumber'],
  cast: ['look', 'views'],
  place: ['description', 'reference', 'interior'],
  look: ['styleCapsule', 'negative'],
  prompts: ['scene-place', 'scene-person', 'scene-prop', 'scene-video'],
} as const

/** Turns the scene into a plan: layers in order, which view of whom, prompts from templates. Fails: TOO_MANY_LAYERS, TOO_MANY_REFERENCES. */
export const planShot = defineStep({
  id: 'scene.plan-shot',
  says: 'Plan the shot: layers, views, prompts',
  version: 1,
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

/** Everything pictures, judges and clips of one scene are made from. */
export const shotPlanOf = (values: Values, settings: ProjectSettings): ShotPlan => {
  const scene = values.scene as unknown as StagedScene & {
    dialogue: { line: string }[]
    frames: number
    sceneNumber: string
    shotNumber: number
  }
  const format = pictureFormat(settings.aspect, settings.resolution, settings.fps)
  const { staging, notShown } = stageScene(scene, {
    cast: values.cast as unknown as CastMember[],
    place: { description: textOf(values.place.description) },
    format,
  })
  const style = textOf(values.look.styleCapsule)
  const layers = compositePlan(staging, settings.layersMax).map((layer) => plannedLayer(layer, { style, values }))
  const video = {
    ...placeVariables(staging, style),
    action: scene.action,
    dialogue: scene.dialogue.map((line) => `“${line.line}”`).join(' '),
    seconds: (scene.frames / settings.fps).toFixed(1),
  }
  return {
    staging,
    notShown,
    layers,
    placeEnrolled: Boolean(values.place.reference) && (values.place.interior === true) === staging.place.interior,
    negativePrompt: ((values.look.negative ?? []) as string[]).join(', ') || negativeDefault,
    videoPrompt: fillTemplate(values.prompts['scene-video'] ?? '', video),
    slate: {
      left: `SC ${scene.sceneNumber}  SH ${String(scene.shotNumber).padStart(3, '0')}`,
      right: `${scene.location} - ${scene.timeOfDay.toUpperCase()}`,
    },
  }
}

type Known = { style: string; values: Pick<Values, 'cast' | 'place' | 'prompts'> }

const plannedLayer = (layer: CompositeLayer, known: Known): PlannedLayer => {
  const { references, ...rest } = layer
  return {
    ...rest,
    prompt: promptOf(layer, known),
    references: references.map((one) => ({ ...one, asset: assetOf(layer, one, known) })),
  }
}

const promptOf = (layer: CompositeLayer, { style, values: { prompts } }: Known): string => {
  const place = placeVariables(layer.staging, style)
  if (layer.kind === 'place') return fillTemplate(prompts['scene-place'] ?? '', place)
  if (layer.kind === 'prop') return fillTemplate(prompts['scene-prop'] ?? '', { ...place, prop: layer.subject })
  const person = layer.staging.people.find((one) => one.name === layer.subject)
  return fillTemplate(prompts['scene-person'] ?? '', { ...place, ...(person ? personVariables(person) : {}) })
}

/** The view of a character that the camera sees, or the place's picture; null where none is enrolled. */
const assetOf = (layer: CompositeLayer, reference: { role: string; name: string }, { values }: Known): Asset | null => {
  if (reference.role === 'location') return (values.place.reference as Asset | null) ?? null
  if (reference.role !== 'character') return null
  const view = layer.staging.people.find((one) => one.name === reference.name)?.view
  const member = values.cast.find((one) => one.name === reference.name)
  const views = (member?.views ?? []) as { view: string; sha256?: string | null }[]
  const sha256 = views.find((one) => one.view === view)?.sha256
  return sha256 ? { sha256, name: `${sha256}.png`, mime: 'image/png', bytes: 0 } : null
}
