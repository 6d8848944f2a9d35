import type { CountedScene } from '@/domain/money/sceneCallsOf'
import { soundOf } from '@/domain/sound/soundCuesOf'
import type { ScoredPlan } from '@/domain/sound/musicToMake'
import type { StopPoint } from '@/domain/project/projectSettings'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import { scenesOf, type Project } from '@/pipeline/readDeclared'
import type { Providers } from '@/pipeline/providers'
import { assembleWish } from '@/pipeline/startRuns'
import type { Stores } from '@/pipeline/stores'
import { makerKey } from '@/stores/resultsStore'

type Parts = { stores: Stores; providers: Providers }
/** The screenplay a film is to be made of. */
export type Screenplay = { text: string; sha256: string }

/** Who would make pictures and clips, as results name them; null: they are made here. */
export type Makers = { pictures: string | null; video: string | null }
/** `makersOf`: of a scene, by the models its document has. */
type Priced = { project: Project; screenplay: Screenplay; until: StopPoint; makersOf: (scene: PricedScene) => Makers }
export type PricedScene = CountedScene & { id?: string; models?: unknown; stillStands?: boolean }

/** `open`: what is still to be made, all of it where nobody can say. `film`: every scene, in order. */
export type ScenesToPrice = { open: PricedScene[]; film: ScoredPlan[] }

/** The scenes of a film before anything of it is started; `project` has the settings it would be made with. */
export const scenesToPrice = async (stores: Stores, { project, screenplay, until, makersOf }: Priced): Promise<ScenesToPrice> => {
  const film = await standingScenes(stores, project, screenplay)
  if (!film) {
    const drafts = drafted(screenplay.text, project)
    return { open: drafts, film: drafts }
  }
  const made = await stores.results.paidMakers(project.id, [still, clip])
  const states = await stores.library.find('scene-states', { project: project.id })
  const fresh = new Set(states.filter(({ stale }) => stale !== true).map(({ scene }) => String(scene)))
  const completed = new Set(states.filter(({ status }) => status === 'completed').map(({ scene }) => String(scene)))
  const stands = (step: string, by: string | null, id: string) =>
    fresh.has(id) && (by === null || made.get(makerKey(step, id)) === by)
  const open = film.flatMap((scene) => {
    const makers = makersOf(scene)
    const stillStands = stands(still, makers.pictures, scene.id)
    const clipStands = stillStands && completed.has(scene.id) && stands(clip, makers.video, scene.id)
    return clipStands || (stillStands && until === 'stills') ? [] : [{ ...scene, stillStands }]
  })
  return { open, film }
} // prettier-ignore

const still = 'scene.verify-picture'
const clip = 'scene.make-clip'

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
  return scenes.length > 0 ? (scenes as ({ id: string } & PricedScene & ScoredPlan)[]) : null
}

const drafted = (text: string, { settings }: Project): (CountedScene & ScoredPlan)[] =>
  draftsOf(text, settings).scenes.map((draft) => ({
    ...draft,
    frames: Math.round(draft.durationS * settings.fps),
    music: { mood: soundOf(draft).mood },
  }))
