import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import type { Quote } from '@/domain/money/quote'
import type { StopPoint } from '@/domain/project/projectSettings'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { storesOf } from '../asked/stores'

type Pressed = {
  project: string
  quote: Quote
  until: StopPoint
  scenes?: readonly string[] | undefined
  stale?: boolean | undefined
}
const waiting: SceneStatus[] = ['awaiting_approval', 'needs_review']
const namedMost = 20

/** Nobody pays for clips of stills that somebody still has to look at. Fails: STILLS_WAIT, naming their scenes. */
export const refuseWaitingStills = async (req: PayloadRequest, { project, quote, until, scenes, stale }: Pressed): Promise<void> => {
  if (until !== 'clips' || quote.nanodollars.atMost === 0) return
  const chosen = await chosenNow(req, { project, scenes, stale })
  const { docs } = await req.payload.find({
    collection: 'scene-states',
    where: { project: { equals: project }, status: { in: waiting }, 'scene.locked': { not_equals: true }, 'scene.archived': { not_equals: true } },
    select: { scene: true, clipName: true }, sort: 'clipName', depth: 0, pagination: false, overrideAccess: true, req,
  })
  const wait = docs.filter(({ scene }) => chosen?.has(sceneId(scene)) ?? true)
  if (wait.length > 0) throw stillsWait(wait.map(({ clipName, scene }) => clipName ?? sceneId(scene)))
} // prettier-ignore

const sceneId = (scene: unknown): string => (typeof scene === 'string' ? scene : String((scene as { id: unknown }).id))

/** The scenes this press is about; null: all. */
const chosenNow = async (
  req: PayloadRequest,
  { project, scenes, stale }: Pick<Pressed, 'project' | 'scenes' | 'stale'>,
): Promise<ReadonlySet<string> | null> => {
  if (scenes) return new Set(scenes)
  return stale ? new Set(await storesOf(req).marks.staleScenes(project)) : null
}

const stillsWait = (names: readonly string[]) => {
  const rest = names.length > namedMost ? ` and ${String(names.length - namedMost)} more` : ''
  return new StudioError({
    code: 'STILLS_WAIT',
    what: 'Nothing was started, and nothing was spent.',
    why: `Clips cost money, and nobody has said yes to the pictures of ${names.slice(0, namedMost).join(', ')}${rest}.`,
    fix: 'Approve or reject these stills, or name only scenes whose stills are settled.',
    retry: 'afterFix',
    field: 'until',
  })
}
