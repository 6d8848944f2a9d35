import { sceneStatus, type SceneStatus } from '@/domain/scene/sceneStatus'
import { StudioError } from '@/domain/errors/StudioError'
import type { Tx } from '@/stores/controlDb'
import type { Stores } from '../stores'

type SceneMove = { path: SceneStatus[]; fields?: Record<string, unknown> }

/**
 * Moves a scene's status along the table and stores machine fields beside it, in the step's own transaction.
 * A move that the table refuses because the scene is already further (a repeat) is left out.
 */
export const sceneStatusWrite =
  (stores: Stores, scene: string | undefined, { path, fields = {} }: SceneMove) =>
  async (tx: Tx): Promise<void> => {
    if (!scene) return
    const standing = await stores.library.findOne('scene-states', { scene }, tx)
    if (!standing) return
    const status = path.reduce(moved, standing.status as SceneStatus)
    const mended = status === 'failed' ? {} : { error: noError }
    await stores.library.update(
      'scene-states',
      { where: { id: standing.id }, data: { status, ...mended, ...fields } },
      tx,
    )
  }

const noError = { code: null, what: null, why: null, fix: null }

const moved = (from: SceneStatus, to: SceneStatus): SceneStatus => {
  if (from === to) return from
  try {
    return sceneStatus.move(from, to)
  } catch (error) {
    if (error instanceof StudioError) return from
    throw error
  }
}
