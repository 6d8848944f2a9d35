import type { Aspect, FrameRate, Resolution } from '@/domain/scene/vocabulary'
import { stageScene, type CastMember, type StagedScene } from '@/domain/scene/stageScene'
import { pictureFormat } from '../format'
import { textOf } from '../words'
import { negativeDefault } from './defaultPrompts'
import { personVariables, propVariables, sceneVariables } from './describe'
import { negativesOfScene } from './negatives'
import type { SceneBrief } from './sceneBrief'

type Document = Record<string, unknown>
export type SceneSources = {
  scene: Document
  cast: readonly Document[]
  place: Document | null
  look: Document | null
  settings: { aspect: Aspect; resolution: Resolution; fps: FrameRate }
  /** Whom or what the prompt is about, where it names one: else the first of the frame. */
  about: { person?: string | undefined; prop?: string | undefined }
}
export type PromptValue = { name: string; value: string; from: string }

const lists = [
  'charactersPresent', 'blocking', 'emotions', 'props', 'costumes', 'dialogue', 'voices', 'palette', 'practicals',
] as const // prettier-ignore

/** What a template would be filled with for a scene, and from which document each value is. */
export const sceneValues = ({ scene, cast, place, look, settings, about }: SceneSources): PromptValue[] => {
  const whole = { ...scene, ...Object.fromEntries(lists.map((name) => [name, scene[name] ?? []])), action: textOf(scene.action) }
  const brief = whole as SceneBrief
  const members = cast.filter((one) => one.look).map((one) => ({ name: textOf(one.name), look: one.look }) as CastMember)
  const { staging } = stageScene(whole as unknown as StagedScene, {
    cast: members, place: { description: textOf(place?.description) }, format: pictureFormat(settings.aspect, settings.resolution, settings.fps),
  })
  const style = textOf(scene.styleCapsule) || textOf(look?.styleCapsule)
  const said = (from: string, values: Record<string, string>): PromptValue[] =>
    Object.entries(values).map(([name, value]) => ({ name, value, from: sources[name] ?? from }))
  const person = staging.people.find(({ name }) => name === about.person) ?? staging.people[0]
  const thing = staging.props.find(({ noun }) => noun === about.prop) ?? staging.props[0]
  const negative = Array.isArray(look?.negative) ? (look.negative as string[]).join(', ') : ''
  return [
    ...said('scene', sceneVariables(staging, brief, { style, people: members.map(({ name }) => name) })),
    ...said('scene', { seconds: (Number(scene.frames ?? 0) / settings.fps).toFixed(1), scene_negative: negativesOfScene(staging).join(', ') }),
    ...said('style guide', { look_negative: negative || negativeDefault }),
    ...(thing ? said(`prop ${thing.noun}`, propVariables(thing.noun, thing, brief)) : []),
    ...(person ? said(`character ${person.name}`, personVariables(person, brief)) : []),
  ]
} // prettier-ignore

/** Values that other documents say, whichever of them they stand beside. */
const sources: Record<string, string> = { style: 'style guide', place_description: 'location' }
