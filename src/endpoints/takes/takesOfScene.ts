import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import type { SceneCall } from '@/domain/takes/sceneCall'
import { takesOf, type SceneTake } from '@/domain/takes/takesOf'
import { takesRead } from '@/stores/reads/takesRead'
import { storesOf } from '../asked/stores'
import { sceneOf, type AskedScene } from '../living/sceneOf'

export type ScenesTakes = { scene: AskedScene; calls: SceneCall[]; takes: SceneTake[] }

/** The takes of the scene in the address, the newest first, with the calls they are told from. Fails: SCENE_UNKNOWN. */
export const takesOfScene = async (req: PayloadRequest): Promise<ScenesTakes> => {
  const scene = await sceneOf(req)
  const { calls, standing } = await takesRead(storesOf(req).control, { scene: scene.id, project: scene.project.id })
  return { scene, calls, takes: takesOf(calls, standing) }
}

/** The take in the address with the call it came from. Fails: SCENE_UNKNOWN, TAKE_UNKNOWN. */
export const takeInAddress = async (req: PayloadRequest): Promise<ScenesTakes & { take: SceneTake; call: SceneCall }> => {
  const wanted = req.routeParams?.['take']
  const found = await takesOfScene(req)
  const take = found.takes.find(({ id }) => id === wanted)
  const call = found.calls.find(({ id }) => id === wanted)
  if (take && call) return { ...found, take, call }
  throw new StudioError({
    code: 'TAKE_UNKNOWN',
    what: 'There is no such take.',
    why: 'No take of this scene has this id.',
    fix: 'List them with GET /api/scenes/<id>/takes.',
  })
} // prettier-ignore
