import { StudioError } from '@/domain/errors/StudioError'
import type { Asset } from '@/domain/generation/generationKey'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { textOf } from '@/domain/words'
import type { Tx } from '@/stores/controlDb'
import { mediaDocument } from '@/stores/mediaDocument'
import type { StepContext } from '../defineStep'
import { sceneStatusWrite } from './sceneStatusWrite'

/** A person has to look before this scene goes on; the others do. `write` is part of the finish that tells it. */
export class SceneWaits extends StudioError {
  readonly write: (tx: Tx) => Promise<void>
  constructor(why: string, write: (tx: Tx) => Promise<void>) {
    super({
      code: 'SCENE_WAITS',
      what: 'The scene waits for a person, and nothing more was paid for it.',
      why,
      fix: 'Look at it, approve or reject it, then generate the scene again.',
      retry: 'afterFix',
    })
    this.write = write
  }
}

type Waiting = { path: SceneStatus[]; why: string }
type Shown = { kind: 'composite' | 'clip'; asset: Asset; take: number }

/** The scene waits with this picture or clip; its answers and takes stand beside it. */
export const sceneWaits = (
  { stores, input, project }: StepContext,
  { path, why }: Waiting,
  { kind, asset, take }: Shown,
): SceneWaits =>
  new SceneWaits(why, async (tx) => {
    const state = await stores.library.findOne('scene-states', { scene: input.scene }, tx)
    const alt = `${textOf(state?.clipName)}, waiting for a person`
    const media = await mediaDocument(stores, { project: project.id, asset, kind, alt }, tx)
    const before = ((state?.takes ?? []) as TakeRow[]).filter(
      (row) => row.kind !== 'clip' || row.sha256 !== asset.sha256,
    )
    const row = { kind, take, sha256: asset.sha256, media, verdict: 'unknown' }
    const fields = { [kind]: media, verdict: 'unknown', ...(kind === 'clip' ? { takes: [...before, row] } : {}) }
    await sceneStatusWrite(stores, input.scene, { path, fields })(tx)
  })

type TakeRow = { kind?: string; sha256?: string }
