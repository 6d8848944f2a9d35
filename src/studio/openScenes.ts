import type { CountedScene } from '@/domain/money/sceneCallsOf'
import type { StopPoint } from '@/domain/project/projectSettings'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import { scenesOf, type Project } from '@/pipeline/readDeclared'
import type { Providers } from '@/pipeline/providers'
import { generateWish } from '@/pipeline/startRuns'
import type { Stores } from '@/pipeline/stores'

type Parts = { stores: Stores; providers: Providers }
/** The screenplay a film is to be made of. */
export type Screenplay = { text: string; sha256: string }

/** What is still to be made of a film, all of it where nobody can say; `project` has the settings it would be made with. */
export const openScenes = async (
  { stores, providers }: Parts,
  { project, screenplay, until }: { project: Project; screenplay: Screenplay; until: StopPoint },
): Promise<CountedScene[]> => {
  const standing = await standingScenes(stores, project, screenplay)
  if (!standing) return drafted(screenplay.text, project)
  const options = until === 'stills' ? { until } : {}
  const { key } = await generateWish(stores, project, { providers, options })
  const run = await stores.runs.byKey(project.id, key)
  if (!run) return standing
  const { plan, nodes } = await stores.runs.loadState(run._id)
  const open = new Set(plan.nodes.flatMap(({ input }, i) => (nodes[i] === 'done' ? [] : [input.scene])))
  return standing.filter(({ id }) => open.has(id))
}

/** The documents, where they are of this very screenplay. */
const standingScenes = async (stores: Stores, project: Project, { sha256 }: Screenplay) => {
  if (project.id === '') return null
  const gathered = (await stores.gather.list(project.slug, 'screenplay')).at(-1)
  if (gathered?.file?.sha256 !== sha256) return null
  const scenes = await scenesOf(stores, project.id)
  return scenes.length > 0 ? (scenes as ({ id: string } & CountedScene)[]) : null
}

const drafted = (text: string, { settings }: Project): CountedScene[] =>
  draftsOf(text, settings).scenes.map((draft) => ({ ...draft, frames: Math.round(draft.durationS * settings.fps) }))
