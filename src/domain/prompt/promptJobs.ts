import { lookingAsIn } from '../cast/lookingAsIn'
import type { TurnaroundView } from '../cast/look'
import { pictureFormat } from '../format'
import { compositePlan, type CompositeLayer } from '../scene/compositePlan'
import { stageScene, type CastMember, type StagedScene } from '../scene/stageScene'
import type { ProjectSettings } from '../project/projectSettings'
import { textOf } from '../words'
import { sceneVariables } from './describe'
import { layerWords } from './layerWords'
import { ownWords } from './ownWords'
import type { SceneBrief } from './sceneBrief'

type Document = Record<string, unknown>
/** The documents a scene is made from, as they stand now. */
export type PromptSources = {
  scene: Document
  cast: readonly Document[]
  place: Document | null
  props: readonly Document[]
  look: Document | null
  settings: Pick<ProjectSettings, 'aspect' | 'resolution' | 'fps'>
}

/** One thing a department would be told now. */
export type PromptJob = {
  kind: 'still' | 'clip'
  /** From 0; null: the clip. */
  layer: number | null
  /** Whom or what the layer adds. */
  subject: string
  /** Slug of its template. */
  template: string
  /** What a person wrote instead of the template; '' where nobody did. */
  own: string
  values: Record<string, string>
  references: { role: 'character' | 'location' | 'prop'; name: string }[]
}

const lists = [
  'charactersPresent', 'blocking', 'emotions', 'props', 'costumes', 'dialogue', 'voices', 'palette', 'practicals',
] as const // prettier-ignore

/** What every layer and the clip of a scene would be told now, with the value of each variable. Fails: TOO_MANY_LAYERS, TOO_MANY_REFERENCES. */
export const promptJobs = (sources: PromptSources): PromptJob[] => {
  const { scene, place, look, settings } = sources
  const whole = { ...scene, ...Object.fromEntries(lists.map((name) => [name, scene[name] ?? []])), action: textOf(scene['action']) }
  const brief = whole as SceneBrief
  const present = sources.cast.map((one) => lookingAsIn(one, Number(scene['sequenceNumber'] ?? 1)))
  const members = present.filter((one) => one['look']).map((one) => ({ name: textOf(one['name']), look: one['look'] }) as CastMember)
  const { staging } = stageScene(whole as unknown as StagedScene, {
    cast: members, place: { description: textOf(place?.['description']) },
    format: pictureFormat(settings.aspect, settings.resolution, settings.fps),
  })
  const film = { style: textOf(scene['styleCapsule']) || textOf(look?.['styleCapsule']), people: members.map(({ name }) => name) }
  const layers = compositePlan(staging).map((layer): PromptJob => {
    const references = layer.references.filter((one) => isEnrolled(one, layer, { ...sources, cast: present }))
    const { slug, values } = layerWords(layer, { film, brief, frame: staging, sent: references })
    return { kind: 'still', layer: layer.index, subject: layer.subject, template: slug, own: ownWords(scene, layer), values, references }
  })
  const seconds = (Number(scene['frames'] ?? 0) / settings.fps).toFixed(1)
  const clip: PromptJob = {
    kind: 'clip', layer: null, subject: '', template: 'scene-video', own: textOf(scene['videoPrompt']), references: [],
    values: { ...sceneVariables(staging, brief, film), seconds },
  }
  return [...layers, clip]
} // prettier-ignore

type Reference = PromptJob['references'][number]

/** A reference goes along when there is a picture of it. */
const isEnrolled = ({ role, name }: Reference, layer: CompositeLayer, { cast, place, props }: PromptSources): boolean => {
  const named = (list: readonly Document[]) => list.find((one) => one['name'] === name)
  if (role === 'location') return Boolean(place?.['reference'])
  if (role === 'prop') return Boolean(named(props)?.['reference'])
  const view: TurnaroundView | undefined = layer.staging.people.find((one) => one.name === name)?.view
  const views = (named(cast)?.['views'] ?? []) as { view?: string }[]
  return views.some((one) => one.view === view)
} // prettier-ignore
