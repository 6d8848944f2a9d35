import type { CountedScene } from '@/domain/money/sceneCallsOf'
import { soundOf } from '@/domain/sound/soundCuesOf'
import type { ScoredPlan } from '@/domain/sound/musicToMake'
import type { StopPoint } from '@/domain/project/projectSettings'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import { scenesOf, type Project } from '@/pipeline/readDeclared'
import type { Providers } from '@/pipeline/providers'
import { assembleWish, generateWish } from '@/pipeline/startRuns'
import type { Stores } from '@/pipeline/stores'

type Parts = { stores: Stores; providers: Providers }
/** The screenplay a film is to be made of. */
export type Screenplay = { text: string; sha256: string }

/** `open`: what is still to be made, all of it where nobody can say. `film`: every scene, in order. */
export type ScenesToPrice = { open: CountedScene[]; film: ScoredPlan[] }

/** The scenes of a film before anything of it is started; `project` has the settings it would be made with. */
export const scenesToPrice = async (
  { stores, providers }: Parts,
  { project, screenplay, until }: { project: Project; screenplay: Screenplay; until: StopPoint },
): Promise<ScenesToPrice> => {
  const film = await standingScenes(stores, project, screenplay)
  if (!film) {
    const drafts = drafted(screenplay.text, project)
    return { open: drafts, film: drafts }
  }
  const options = until === 'stills' ? { until } : {}
  const { key } = await generateWish(stores, project, { providers, options })
  const run = await stores.runs.byKey(project.id, key)
  if (!run) return { open: film, film }
  const { plan, nodes } = await stores.runs.loadState(run._id)
  const open = new Set(plan.nodes.flatMap(({ input }, i) => (nodes[i] === 'done' ? [] : [input.scene])))
  return { open: film.filter(({ id }) => open.has(id)), film }
}

/** Whether the film that is cut from all scenes stands as it would be cut now. */
export const isCut = async ({ stores, providers }: Parts, project: Project): Promise<boolean> => {
  if (project.id === '' || (await stores.shots.of(project.id)).size === 0) return false
  const { key } = await assembleWish(stores, project, { providers })
  return (await stores.runs.byKey(project.id, key))?.state === 'succeeded'
}

/** The documents, where they are of this very screenplay. */
const standingScenes = async (stores: Stores, project: Project, { sha256 }: Screenplay) => {
  if (project.id === '') return null
  const gathered = (await stores.gather.list(project.slug, 'screenplay')).at(-1)
  if (gathered?.file?.sha256 !== sha256) return null
  const scenes = await scenesOf(stores, project.id)
  return scenes.length > 0 ? (scenes as ({ id: string } & CountedScene & ScoredPlan)[]) : null
}

const drafted = (text: string, { settings }: Project): (CountedScene & ScoredPlan)[] =>
  draftsOf(text, settings).scenes.map((draft) => ({
    ...draft,
    frames: Math.round(draft.durationS * settings.fps),
    music: { mood: soundOf(draft).mood },
  }))
