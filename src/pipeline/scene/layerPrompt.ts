import type { Asset } from '@/domain/generation/generationKey'
import type { FilmWords } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { layerWords } from '@/domain/prompt/layerWords'
import type { SceneBrief } from '@/domain/prompt/sceneBrief'
import type { CompositeLayer } from '@/domain/scene/compositePlan'
import type { Staging } from '@/domain/scene/staging'
import type { Values } from '../defineStep'

/** A reference with the file it is, found before anything is asked for. */
export type PlannedReference = { role: 'character' | 'location' | 'prop'; name: string; asset: Asset | null }

/** `frame`: everybody and everything the finished picture holds. */
type Known = { film: FilmWords; brief: SceneBrief; frame: Staging; values: Pick<Values, 'prompts'> }

/** The filled words of one layer: which template, and what it says of the references that are really sent. */
export const layerPrompt = (
  layer: CompositeLayer,
  references: readonly PlannedReference[],
  { values, ...known }: Known,
): string => {
  const sent = references.filter(({ asset }) => asset !== null)
  const { slug, values: said } = layerWords(layer, { ...known, sent })
  return fillTemplate(values.prompts[slug] ?? '', said)
}

/** The view of a character that the camera sees, the place's or the prop's picture; null where none is enrolled. */
export const referenceAsset = (
  layer: CompositeLayer,
  reference: Pick<PlannedReference, 'role' | 'name'>,
  { cast, place, props = [] }: Pick<Values, 'cast' | 'place' | 'props'>,
): Asset | null => {
  if (reference.role === 'location') return (place.reference as Asset | null | undefined) ?? null
  if (reference.role === 'prop')
    return (props.find(({ name }) => name === reference.name)?.reference as Asset | null | undefined) ?? null
  const view = layer.staging.people.find((one) => one.name === reference.name)?.view
  return viewsOf(cast, reference.name).find((one) => one.view === view)?.asset ?? null
}

/** Enrolled pictures that must not be taken for the person of a layer: the same one from other sides, and the other
 *  people of the scene from this side. */
export const enrolledOthers = (
  { kind, subject, staging }: CompositeLayer,
  { cast }: Pick<Values, 'cast'>,
): { views: Asset[]; people: Asset[] } => {
  if (kind !== 'person') return { views: [], people: [] }
  const side = staging.people.find((one) => one.name === subject)?.view
  const views = viewsOf(cast, subject).filter(({ view }) => view !== side)
  const people = cast.filter(({ name }) => name !== subject).flatMap(({ name }) => viewsOf(cast, String(name)))
  const shown = people.filter(({ view }) => view === side)
  return { views: views.map(({ asset }) => asset), people: shown.map(({ asset }) => asset) }
}

const viewsOf = (cast: Values['cast'], name: string): { view: string; asset: Asset }[] =>
  viewAssets(cast.find((one) => one.name === name)?.views)

const viewAssets = (views: unknown): { view: string; asset: Asset }[] =>
  ((views ?? []) as { view: string; sha256?: string | null }[]).flatMap(({ view, sha256 }) =>
    sha256 ? [{ view, asset: { sha256, name: `${sha256}.png`, mime: 'image/png', bytes: 0 } }] : [],
  )

/** The enrolled picture of one side among rows of views. */
export const assetOfView = (views: unknown, side: string): Asset | undefined =>
  viewAssets(views).find(({ view }) => view === side)?.asset
