import { StudioError } from '@/domain/errors/StudioError'
import { projectStatus, type ProjectStatus } from '@/domain/project/projectStatus'
import { workingStatus } from '@/domain/project/workingStatus'
import type { RunKind, RunPlan } from '@/domain/run/runPlan'
import { inTransaction } from '@/stores/controlDb'
import type { PressOptions } from '@/stores/press'
import { inputHashOf } from '@/stores/resultsStore'
import { askedWith } from './askedWith'
import type { StepContext } from './defineStep'
import { picturesBy } from '@/domain/catalogue/namedModel'
import { paidPictures } from './paidModel'
import { planAssemble, planGenerate, planQualify } from './planRun'
import { callSheetVersion } from './callSheet'
import { propsOf } from './qualify/catalogueProps'
import { withOwnNouns } from '@/domain/own/ownNouns'
import { ownIn } from './ownIn'
import { ownEntries, ownNouns } from './ownMaterial'
import { gatheredText } from '@/stores/gatheredText'
import { draftsOf } from './qualify/draftsOf'
import { scenesOf } from './readDeclared'
import { heldScenes } from './living/heldScenes'
import { wantedScenes, wantedVariants } from './living/scenesToMake'
import { asideMakers, asidesOf } from './living/sceneMakers'
import { viewsToDraw } from './living/viewsToDraw'
import { modelNames, type Providers } from './providers'
import { standingRun } from './standingRun'
import type { Stores } from './stores'

type Project = StepContext['project']
/** `pressed`: a price was accepted over HTTP, for stills that waited for nobody. */
type Asked = { providers: Providers; options?: PressOptions; pressed?: boolean }
/** A run that may be started: the key says what it is made from, so that the same wish joins the same run. */
export type Wish = { kind: RunKind; key: string; plan: () => Promise<RunPlan>; options?: Record<string, unknown> }

/** Qualifying what is gathered now. Fails: NOTHING_GATHERED. */
export const qualifyWish = async (stores: Stores, project: Project, { providers }: Asked): Promise<Wish> => {
  const entry = await gatheredText(stores, project)
  if (entry.text === '')
    throw new StudioError({
      code: 'NOTHING_GATHERED',
      what: `“${project.title}” has nothing that can be filmed.`,
      why: 'No screenplay, no scene and no note that tells what happens was gathered.',
      fix: 'Add a screenplay file, a scene, or a note of what happens.',
    })
  const entries = await ownEntries(stores, project.slug)
  const own = entries.map(({ _id }) => _id)
  const nouns = ownNouns((await ownIn(stores, project)).own)
  const plan = () => {
    const { scenes, story } = draftsOf(entry.text, project.settings)
    const { cast, world } = story()
    const subjects = {
      characters: cast.map(({ name }) => name),
      places: world.places.map(({ name }) => name),
      props: propsOf(withOwnNouns(scenes, nouns)).map(({ noun }) => noun),
    }
    return Promise.resolve(planQualify(subjects))
  }
  return {
    kind: 'qualify',
    key: keyOf('qualify', {
      title: project.title,
      entry: entry.id,
      ...(own.length > 0 ? { own } : {}),
      image: modelNames(providers, ['image']),
      settings: madeWith(project.settings),
      ...(await askedWith(stores, project)),
    }),
    plan,
  }
}

/**
 * Making scenes as their documents stand now: all, only some, or only what is stale. Locked ones are left alone; views
 * of people, places and things that no longer fit are drawn before.
 */
export const generateWish = async (
  stores: Stores,
  project: Project,
  { providers, options = {}, pressed = false }: Asked,
): Promise<Wish> => {
  const revs = await Promise.all(
    bible.map(async (collection) =>
      (await stores.library.find(collection, { project: project.id }, { sort: 'id' })).map((one) => [
        collection,
        one.id,
        one.rev ?? 0,
      ]),
    ),
  )
  const scenes = await scenesOf(stores, project.id)
  const plan = async () => {
    const wanted = await wantedScenes(stores, project, options)
    const held = pressed ? await heldScenes(stores, project, { scenes, options }) : new Set<string>()
    const made = scenes.flatMap(({ id, locked }, i) =>
      locked === true || held.has(id) || !wanted(id) ? [] : [{ id, previous: scenes[i - 1]?.id ?? null }],
    )
    const makers = await asideMakers(stores, project, scenes)
    const asFilm = (id: string) => wanted(id) && !makers.has(id)
    const [views, changed] = [await viewsToDraw(stores, project, { scenes, wanted: asFilm, options }), await wantedVariants(stores, project)] // prettier-ignore
    const paid = await paidPictures(stores, project.settings)
    const asides = await asidesOf(stores, project, {
      scenes: scenes.filter(({ id }) => made.some((one) => one.id === id)),
      makers,
    })
    return planGenerate(made, { views, changed, asides, ...(options.until ? { until: options.until } : {}), ...(paid ? { by: picturesBy(paid) } : {}) }) // prettier-ignore
  }
  return {
    kind: 'generate',
    key: keyOf('generate', { revs, models: modelNames(providers), settings: madeWith(project.settings), options }),
    plan,
  }
}

const bible = ['scenes', 'characters', 'locations', 'props', 'style-guides'] as const

/** Cutting the film, or some scenes of it, from the shots that stand now; scenes without one are filled, or left out. Fails: NO_CLIP. */
export const assembleWish = async (
  stores: Stores,
  project: Project,
  { providers, options = {} }: Asked,
): Promise<Wish> => {
  const [all, shots] = await Promise.all([scenesOf(stores, project.id), stores.shots.of(project.id)])
  const { fill = 'previs' } = options
  const asked = options.scenes && new Set(options.scenes)
  const scenes = all.filter(({ id }) => (asked?.has(id) ?? true) && (fill !== 'none' || shots.has(id)))
  if (scenes.length === 0 && all.length > 0) throw noClip(project.title)
  const gaps = scenes.filter(({ id }) => !shots.has(id)).map(({ id }) => id)
  const plan = () =>
    Promise.resolve(planAssemble({ scenes: scenes.map(({ id }) => id), gaps, ...(fill === 'slate' ? { fill } : {}) }))
  const made = scenes.map(({ id, rev }) => [id, rev ?? 0, shots.get(id)?.gives ?? null])
  return {
    kind: 'assemble',
    key: keyOf('assemble', {
      title: project.title,
      made,
      sound: modelNames(providers, ['sound']),
      settings: madeWith(project.settings),
      ...(fill === 'slate' ? { fill } : {}),
    }),
    plan,
  }
}

const noClip = (title: string) =>
  new StudioError({
    code: 'NO_CLIP',
    what: `“${title}” was not assembled.`,
    why: 'None of these scenes has a clip, and nothing was to stand for it.',
    fix: 'Generate scenes first, or assemble with fill: previs or slate.',
    field: 'fill',
  })

/** What a run is made with: more money, or another place to stop by itself, makes the same. */
const madeWith = ({ budgetNanodollars: _budget, until: _until, ...settings }: Project['settings']) => settings

const keyOf = (kind: RunKind, inputs: unknown): string => `${kind}:${inputHashOf({ inputs, callSheetVersion })}`

/** Stores the run with its plan and the wish to start it; a run with the same key goes on instead. */
export const startRun = async (
  stores: Stores,
  project: Project,
  wish: Wish,
): Promise<{ runId: string; joined: boolean }> => {
  const { key, run: standing } = await standingRun(stores, { project: project.id, kind: wish.kind, key: wish.key })
  if (standing?.state === 'succeeded') return { runId: standing._id, joined: true }
  if (wish.kind === 'qualify') await inTransaction(stores.control, (tx) => stores.gather.lock(project.slug, tx))
  await moveProject(stores, project.id, workingStatus[wish.kind])
  const { runId, joined } = standing
    ? { runId: standing._id, joined: true }
    : await stores.runs.create({
        kind: wish.kind,
        projectId: project.id,
        key,
        plan: await wish.plan(),
        options: {},
      })
  await stores.outbox.add(joined ? 'resumeRun' : 'startRun', { runId })
  return { runId, joined }
}

/** Moves the project's status where the table allows it; one that is already there stays, and so does any for null. */
export const moveProject = async (
  stores: Pick<Stores, 'library'>,
  id: string,
  to: ProjectStatus | null,
): Promise<void> => {
  if (to === null) return
  const project = await stores.library.findOne('projects', { id })
  const from = (project?.status ?? 'gathering') as ProjectStatus
  if (from === to || !projectStatus.may(from, to)) return
  await stores.library.update('projects', { where: { id, status: from }, data: { status: to } })
}
