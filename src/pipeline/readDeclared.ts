import { textOf } from '@/domain/words'
import { templateFor } from '@/domain/prompt/chosenTemplate'
import { asksText, modelFor, previsModel } from '@/domain/project/projectSettings'
import type { PlanNode } from '@/domain/run/runPlan'
import { isDecided, type Decided } from '@/domain/scene/decided'
import { StudioError } from '@/domain/errors/StudioError'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { StepContext, StepDefinition, Values } from './defineStep'
import { gatheredText } from '@/stores/gatheredText'
import { readTitles } from './readTitles'
import type { Providers } from './providers'
import { readModels } from './readModels'
import { referenceAside, viewsAside } from './asideReferences'
import { ofScene, type OfScene } from './ofScene'
import { readOneOff } from './oneOff/readOneOff'
import { ownIn } from './ownIn'
import { pick } from './pickFields'
import { castMember, propNamed, referenced, sceneRead } from './readOne'
import { readWorld } from './readWorld'
import type { Stores } from './stores'

export type Project = StepContext['project']
export type ProjectOf = (runId: string) => Promise<Project>

type Given = { providers: Providers; step: StepDefinition; node: PlanNode; project: Project; runId: string }
type Asked = Given & { aside: string | null }

/**
 * Gathers exactly the fields a step declares: these, and nothing else, are what its result is made from. `known`: its
 * scene and the models it has, where the caller has read them.
 */
export const readDeclared = async (stores: Stores, given: Given, known?: OfScene): Promise<Values> => {
  const { scene, project, aside } = known ?? (await ofScene(stores, given))
  const asked: Asked = { ...given, project, aside }
  const { reads } = asked.step
  return {
    ...(reads.title ? { title: asked.project.title } : {}),
    settings: pick(asked.project.settings, reads.settings ?? []) as Values['settings'],
    screenplay: reads.screenplay ? await readScreenplayDocument(stores, asked.project.id) : { text: '', title: '' },
    ...(reads.titles ? { titles: await readTitles(stores, asked) } : {}),
    ...(await readDecided(stores, asked)),
    scene: await sceneRead(stores, scene, reads.scene ?? []),
    previous: await readPrevious(stores, asked),
    raw: await readRaw(stores, asked),
    ...(await readOwn(stores, asked)),
    cast: await readCast(stores, asked, scene),
    character: await readNamed(stores, {
      asked,
      collection: 'characters',
      name: asked.node.input.character,
      fields: reads.character,
    }),
    place: await readPlace(stores, asked, scene),
    prop: await readNamed(stores, { asked, collection: 'props', name: asked.node.input.prop, fields: reads.prop }),
    ...(reads.props ? { props: await readProps(stores, { asked, scene, fields: reads.props }) } : {}),
    ...(await readWorld(stores, asked.step, asked.project.id)),
    ...(await readOneOff(stores, { reads, runId: asked.runId })),
    look: await readLook(stores, asked),
    prompts: await readPrompts(stores, asked),
    models: await readModels(stores, asked),
    shot:
      reads.shot && asked.node.input.scene ? ((await stores.shots.find(asked.node.input.scene))?.gives ?? null) : null,
    scenes: await readScenes(stores, asked),
    from: await readGifts(stores, asked),
  }
}

/** Scenes nobody decided anything about keep their results. */
const readDecided = async (stores: Stores, { step, node }: Asked): Promise<Pick<Values, 'decided'>> => {
  if (!step.reads.decided || !node.input.scene) return {}
  const standing = await stores.library.findOne('scene-states', { scene: node.input.scene })
  const decided = standing?.decided as Decided | null | undefined
  return decided && isDecided(decided) ? { decided } : {}
}

const readScreenplayDocument = async (stores: Stores, project: string): Promise<Values['screenplay']> => {
  const found = await stores.library.findOne('screenplays', { project })
  return { text: textOf(found?.text), title: textOf(found?.title) }
}

const readCast = async (
  stores: Stores,
  { step, project, aside }: Asked,
  scene: LibraryDocument | null,
): Promise<Values['cast']> => {
  const fields = step.reads.cast
  if (!fields) return []
  const all = await stores.library.find('characters', { project: project.id }, { sort: 'name' })
  const names = scene ? new Set([...namesOf(scene.charactersPresent), ...namesOf(scene.voices)]) : null
  const cast = all.filter(({ name }) => !names || names.has(String(name)))
  const sequence = scene ? Number(scene.sequenceNumber ?? 1) : null
  const seen = await Promise.all(cast.map((one) => viewsAside(stores, one, { project: project.id, aside })))
  return Promise.all(seen.map((one) => castMember(stores, one, { fields, sequence })))
}

/** Names in a scene's list: texts, or rows with a name. */
export const namesOf = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.map((one: unknown) => (typeof one === 'string' ? one : textOf((one as { name?: unknown }).name)))
    : []

const readPlace = async (
  stores: Stores,
  { step, node, project, aside }: Asked,
  scene: LibraryDocument | null,
): Promise<Values['place']> => {
  const fields = step.reads.place
  if (!fields) return {}
  const name = node.input.location ?? textOf(scene?.location)
  const read = await referenced(
    stores,
    await stores.library.findOne('locations', { project: project.id, name }),
    fields,
  )
  return referenceAside(stores, read, { kind: 'locations', name, project: project.id, aside })
}

type Named = {
  asked: Asked
  collection: 'characters' | 'props'
  name: string | undefined
  fields: readonly string[] | undefined
}

const readNamed = async (
  stores: Stores,
  { asked, collection, name, fields }: Named,
): Promise<Record<string, unknown>> =>
  name && fields
    ? referenced(stores, await stores.library.findOne(collection, { project: asked.project.id, name }), fields)
    : {}

const readPrevious = async (stores: Stores, { step, node }: Asked): Promise<Values['previous']> =>
  step.reads.previous && node.input.previous
    ? pick(await stores.library.findOne('scenes', { id: node.input.previous }), step.reads.previous)
    : {}

/** A project without a screenplay file has the one that its entries tell. */
const readRaw = async (stores: Stores, { step, project }: Asked): Promise<Values['raw']> => {
  const kinds = step.reads.raw ?? []
  const lists = await Promise.all(kinds.map((kind) => stores.gather.list(project.slug, kind)))
  const raw = lists.flat().map(({ kind, title, text }) => ({ kind, title, text }))
  if (!kinds.includes('screenplay') || raw.some(({ kind }) => kind === 'screenplay')) return raw
  const { text } = await gatheredText(stores, project)
  return text === '' ? raw : [{ kind: 'screenplay', title: project.title, text }, ...raw]
}

/** Nothing of a person's own reads like a step that never asked for it: films without any keep their results. */
const readOwn = async (stores: Stores, { step, project, node }: Asked): Promise<Pick<Values, 'own'>> => {
  if (!step.reads.own) return {}
  const wanted = new Set<string>(step.reads.own)
  const subject = node.input.character ?? node.input.location ?? node.input.prop
  const own = (await ownIn(stores, project)).own.filter(
    (one) => wanted.has(one.role) && (subject === undefined || one.subject === subject),
  )
  return own.length > 0 ? { own } : {}
}

const readPrompts = async (stores: Stores, { step, project }: Asked): Promise<Values['prompts']> => {
  const { prompts = [], paidPrompts = [], asks } = step.reads
  const isPaid = paidPrompts.length > 0 && modelFor(project.settings, 'vision') !== previsModel
  const asked = asks !== undefined && asksText(project.settings) ? [asks] : []
  const wanted = [...prompts, ...(isPaid ? paidPrompts : []), ...asked]
  if (wanted.length === 0) return {}
  const templates = await stores.library.find('prompts', {})
  return Object.fromEntries(wanted.map((slug) => [slug, templateFor(templates, { slug, project: project.id })]))
}

type PropsAsked = { asked: Asked; scene: LibraryDocument | null; fields: readonly string[] }

const readProps = async (stores: Stores, { asked, scene, fields }: PropsAsked): Promise<Record<string, unknown>[]> => {
  const rows = Array.isArray(scene?.props) ? (scene.props as { prop?: unknown }[]) : []
  const names = new Set(rows.map(({ prop }) => textOf(prop)))
  if (names.size === 0) return []
  const { project, aside } = asked
  const all = await stores.library.find('props', { project: project.id }, { sort: 'name' })
  const read = async (one: LibraryDocument) =>
    referenceAside(stores, await propNamed(stores, one, fields), { kind: 'props', name: textOf(one.name), project: project.id, aside }) // prettier-ignore
  return Promise.all(all.filter(({ name }) => names.has(textOf(name))).map(read))
}

const readScenes = async (stores: Stores, { step, project }: Asked): Promise<Values['scenes']> => {
  const fields = step.reads.scenes
  if (!fields) return []
  const [scenes, shots] = await Promise.all([scenesOf(stores, project.id), stores.shots.of(project.id)])
  return scenes.map((scene) => ({ id: scene.id, scene: pick(scene, fields), shot: shots.get(scene.id)?.gives ?? null }))
}

/** The scenes of the film, in order; archived ones are kept but not filmed. */
export const scenesOf = async (stores: Pick<Stores, 'library'>, project: string): Promise<LibraryDocument[]> =>
  (await stores.library.find('scenes', { project }, { sort: 'sequenceNumber' })).filter(
    (scene) => scene.archived !== true,
  )

const readLook = async (stores: Stores, { step, project }: Asked): Promise<Values['look']> =>
  step.reads.look ? pick(await stores.library.findOne('style-guides', { project: project.id }), step.reads.look) : {}

const readGifts = async (stores: Stores, { step, node, runId }: Asked): Promise<Values['from']> => {
  const wanted = step.reads.from
  if (!wanted) return {}
  const done = await stores.steps.doneAmong(runId, [...node.needs, ...node.after])
  const found = await stores.results.many(done.map((one) => textOf(one.outcome?.result)))
  const from: Values['from'] = Object.fromEntries(wanted.map((id) => [id, []]))
  for (const one of done) from[one.step]?.push(found.get(String(one.outcome?.result))?.gives ?? {})
  return from
}

/** The one gift of a step that must have been there. */
export const gift = (values: Values, step: string): Record<string, unknown> => {
  const found = values.from[step]?.[0]
  if (found) return found
  throw new StudioError({
    code: 'GIFT_MISSING',
    what: `The result of “${step}” is missing.`,
    why: 'The step before it ended without one, or its result was removed.',
    fix: 'Run the same command again: what is missing is made again.',
    retry: 'later',
  })
}
