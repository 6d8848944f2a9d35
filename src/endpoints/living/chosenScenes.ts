import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import type { PressOptions } from '@/stores/press'
import type { AskedProject } from '../asked/projectOf'
import { storesOf } from '../asked/stores'

const scenesMost = 5000

/** Which scenes a press is about; every scene where nothing is said. */
export const chosenShape = {
  scenes: z.array(z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be ids of scenes' })).min(1).max(scenesMost).optional(),
  stale: z.literal(true, { error: 'must be true, or left out' }).optional(),
} // prettier-ignore

/** What is to be made. Fails: SCENES_REFUSED naming every one that cannot be made; NOTHING_STALE. */
export const chosenScenes = async (
  req: PayloadRequest,
  project: AskedProject,
  { scenes, stale }: { scenes?: string[] | undefined; stale?: true | undefined },
): Promise<PressOptions> => {
  if (scenes) await refuseUnmakeable(req, project, { ids: scenes })
  if (stale && Object.keys(await storesOf(req).marks.counts(project.id)).length === 0) throw nothingStale()
  return { ...(scenes ? { scenes } : {}), ...(stale ? { stale } : {}) }
}

/** Scenes a film is cut from; a locked one is filmed as it is. Fails: SCENES_REFUSED. */
export const filmedScenes = async (
  req: PayloadRequest,
  project: AskedProject,
  scenes: string[],
): Promise<PressOptions> => {
  await refuseUnmakeable(req, project, { ids: scenes, lockedToo: true })
  return { scenes }
}

const refuseUnmakeable = async (
  req: PayloadRequest,
  project: AskedProject,
  { ids, lockedToo = false }: { ids: string[]; lockedToo?: boolean },
): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'scenes', where: { id: { in: ids }, project: { equals: project.id } }, limit: 0, depth: 0, pagination: false,
    select: { locked: true, archived: true, clipName: true }, overrideAccess: false, req,
  }) // prettier-ignore
  const found = new Map(docs.map((one) => [one.id, one]))
  const faults = ids.flatMap((id) => {
    const scene = found.get(id)
    if (!scene) return [`${id} is no scene of this project`]
    if (scene.locked === true && !lockedToo) return [`${scene.clipName ?? id} is locked`]
    return scene.archived === true ? [`${scene.clipName ?? id} is archived`] : []
  })
  if (faults.length === 0) return
  throw new StudioError({
    code: 'SCENES_REFUSED',
    what: 'Not all of these scenes can be made.',
    why: `${faults.join('; ')}.`,
    fix: 'Unlock them, or leave them out.',
    field: 'scenes',
  })
}

const nothingStale = () =>
  new StudioError({
    code: 'NOTHING_STALE',
    what: 'Nothing was started.',
    why: 'Everything that was made still fits its documents.',
    fix: 'Edit a document, or generate scenes by name.',
  })
