import type { CompositeLayer } from '../scene/compositePlan'
import type { Staging } from '../scene/staging'
import { cameraWords } from './cameraWords'
import { personVariables, propVariables, sceneVariables, type FilmWords } from './describe'
import { referenceWords } from './referenceWords'
import type { SceneBrief } from './sceneBrief'

type Sent = readonly { role: 'character' | 'location' | 'prop'; name: string }[]
/** `frame`: everybody and everything the finished picture holds; `sent`: references that really go along. */
type Known = { film: FilmWords; brief: SceneBrief; frame: Staging; sent: Sent }

/** The template one layer is told with, and a value for each variable it may use. */
export const layerWords = (
  layer: CompositeLayer,
  { film, brief, frame, sent }: Known,
): { slug: string; values: Record<string, string> } => {
  const { slug, own } = subjectOf(layer, brief)
  const scene = sceneVariables(layer.kind === 'place' ? frame : layer.staging, brief, film)
  return { slug, values: { ...scene, ...own, references: referenceWords(sent, { onto: layer.index > 0 }) } }
}

/** Slug of the template a layer's words come from. */
export const layerTemplate = (layer: CompositeLayer, brief: SceneBrief): string => subjectOf(layer, brief).slug

const subjectOf = ({ kind, subject, staging }: CompositeLayer, brief: SceneBrief): { slug: string; own: Record<string, string> } => {
  // framing words speak of people, and the place is empty yet
  if (kind === 'place') return { slug: 'scene-place', own: { camera: cameraWords(staging, brief) } }
  if (kind === 'prop') {
    const at = staging.props.find(({ noun }) => noun === subject) ?? { x: 0.5 }
    const slug = staging.shotSize === 'insert' ? 'scene-insert' : 'scene-prop'
    return { slug, own: propVariables(subject, at, brief) }
  }
  const person = staging.people.find(({ name }) => name === subject)
  const slug = person?.near ? 'scene-over-shoulder' : 'scene-person'
  return { slug, own: person ? personVariables(person, brief) : {} }
} // prettier-ignore
