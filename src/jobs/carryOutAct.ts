import { storyOf } from '@/domain/errors/storyOf'
import { StudioError } from '@/domain/errors/StudioError'
import { actSteps } from '@/domain/project/projectAct'
import type { Stores } from '@/pipeline/stores'
import { actsStore, type ProjectAct } from '@/stores/life/actsStore'
import type { ActStep } from './actStep'
import { copyActs } from './copyActs'
import { deleteActs } from './deleteActs'

const triesMost = 6
const againMs = 1000

const steps: Record<ProjectAct['kind'], Record<string, ActStep>> = { ...copyActs, delete: deleteActs }

/**
 * Does what is left of an act, step after step. Killed in the middle it goes on at the step it was in, which may be done
 * twice. What cannot be done is told on the act and in an alert.
 */
export const carryOutAct = async (stores: Stores, actId: string): Promise<void> => {
  const acts = actsStore(stores.control, stores.outbox)
  const act = await acts.begin(actId)
  if (!act) return
  try {
    for (const name of actSteps[act.kind].filter((one) => !act.done.includes(one))) {
      if ((await steps[act.kind][name]?.(stores, act)) === 'wait') {
        await acts.waits(actId)
        await stores.outbox.add('carryOutAct', { actId }, { notBefore: new Date(Date.now() + againMs) })
        return
      }
      await acts.passed(actId, name)
    }
    await acts.ended(actId)
  } catch (error) {
    const final = error instanceof StudioError && error.retry !== 'later'
    if (!final && act.tries < triesMost) throw error
    await acts.ended(actId, storyOf(error))
    const project = act.target?.id ?? act.project.toHexString()
    await stores.library.create('alerts', { project, ...storyOf(error), severity: 'error', dismissed: false })
  }
}
