import type { PlanNode } from '@/domain/run/runPlan'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import type { Finish } from '@/stores/commitFinishes'
import type { Stores } from '../stores'
import { sceneStatusWrite } from './sceneStatusWrite'

/** From wherever it stood. */
const failing: SceneStatus[] = ['ready_for_generation', 'generating_composite', 'failed']
type Failing = { node: Pick<PlanNode, 'input' | 'step'>; event: Finish['event'] }

/** A scene whose step cannot go on has failed, and says why; one that waits for a person has not. */
export const sceneFails = (stores: Stores, { node, event }: Failing): Finish['write'] =>
  (event.type === 'failed' || event.type === 'died') &&
  node.step.startsWith('scene.') &&
  event.story.code !== 'SCENE_WAITS'
    ? sceneStatusWrite(stores, node.input.scene, { path: failing, fields: { error: event.story } })
    : null
