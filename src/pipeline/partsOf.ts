import { placeInFilm } from '@/domain/scene/placeInFilm'
import { partFields, type Part, type PartRole } from '@/domain/stale/part'
import { textOf } from '@/domain/words'
import type { PlanNode } from '@/domain/run/runPlan'
import { inputHashOf } from '@/stores/resultsStore'
import { sha256Of } from '@/stores/sha256'
import type { StepDefinition, Values } from './defineStep'

type Node = Pick<PlanNode, 'input'>

/** What each document gave to a step, field by field. Of these its input hash is made, and every stale mark. */
export const partsOf = ({ reads }: StepDefinition, { input }: Node, values: Values): Part[] => {
  const place = textOf(values.place.name ?? values.scene.location ?? input.location)
  const one = (read: unknown, part: () => Part): Part[] => (read ? [part()] : [])
  return [
    ...one(reads.title, () => partOf('title', 'project/title', { title: values.title })),
    ...one(reads.settings, () => partOf('settings', 'project/settings', values.settings)),
    ...one(reads.titles, () => partOf('titles', 'screenplays', { titles: values.titles })),
    ...one(values.decided, () => partOf('decided', `scenes/${input.scene ?? ''}`, { decided: [values.decided] })),
    ...one(reads.scene, () => partOf('scene', `scenes/${input.scene ?? ''}`, counted(values.scene))),
    ...one(reads.previous, () => partOf('previous', `scenes/${input.previous ?? ''}`, counted(values.previous))),
    ...one(reads.own, () => partOf('own', 'gather', { own: values.own })),
    ...values.cast.map((person) => partOf('cast', `characters/${textOf(person.name)}`, person)),
    ...one(reads.character, () => partOf('character', `characters/${input.character ?? ''}`, values.character)),
    ...one(reads.place, () => partOf('place', `locations/${place}`, values.place)),
    ...one(reads.prop, () => partOf('prop', `props/${input.prop ?? ''}`, values.prop)),
    ...(values.props ?? []).map((prop) => partOf('props', `props/${textOf(prop.name)}`, prop)),
    ...one(reads.look, () => partOf('look', 'style-guides', values.look)),
    ...one(reads.bible, () => partOf('bible', 'story-bible', values.bible ?? {})),
    ...Object.entries(values.prompts).map(([slug, template]) => promptPart(slug, template)),
    ...one(reads.models ?? values.models.text, () => partOf('models', 'models', values.models)),
  ]
}

export const partOf = (role: PartRole, of: string, value: Record<string, unknown>): Part => ({
  role,
  of,
  fields: partFields(value, (text) => sha256Of(text).slice(0, 24)),
})

export const promptPart = (slug: string, template: Values['prompts'][string]): Part =>
  partOf('prompts', `prompts/${slug}`, { [slug]: template })

const moving: ReadonlySet<string> = new Set(placeInFilm)

/** Without what only says where the scene stands. */
export const counted = (scene: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(scene)
      .filter(([name]) => !moving.has(name))
      .map(([name, value]) => [name, countedRow(value)]),
  )

const countedRow = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(countedRow)
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? counted(value as Record<string, unknown>)
    : value
}

type Made = { step: StepDefinition; node: Node; take: number; values: Values; parts: readonly Part[] }

/** The input hash of a step: what its documents say, and what the steps before it gave. Which document said it is no difference. */
export const stepInputHash = ({ step, node, take, values, parts }: Made): string => {
  const { raw, screenplay, places, things, shot, scenes, film, oneOff, from } = values
  const { previous: _, ...subject } = node.input // where a scene stands is no difference
  return inputHashOf({
    step: step.id,
    version: step.version,
    take,
    subject,
    parts: parts.map(({ role, of, fields }) => [role, named.has(role) ? of : '', fields]),
    beside: { raw, screenplay, places, things, shot, scenes, film, oneOff, from },
  })
}
const named: ReadonlySet<PartRole> = new Set(['cast', 'props', 'prompts'])
