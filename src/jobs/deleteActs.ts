import type { Stores } from '@/pipeline/stores'
import type { ProjectAct } from '@/stores/life/actsStore'
import { removeDatabases, removeDocuments, removeFiles, removeProjectItself } from '@/stores/life/removeProject'
import type { ActStep } from './actStep'

const gone = ({ project, slug }: ProjectAct) => ({ id: project.toHexString(), slug })

const step =
  (body: (stores: Stores, of: ReturnType<typeof gone>) => Promise<unknown>): ActStep =>
  async (stores, act) => {
    await body(stores, gone(act))
    return undefined
  }

/** Cancels what runs, and waits until the work in flight has landed. */
const runs: ActStep = async ({ runs: all, presses, outbox }, act) => {
  const { id } = gone(act)
  await presses.cancel(id)
  const open = (await all.openOf(id)).filter(({ state }) => state !== 'failed')
  for (const { _id, state } of open) if (state !== 'cancelling') await outbox.add('cancelRun', { runId: _id })
  const starting = await presses.openOf(id)
  return open.length > 0 || starting ? 'wait' : undefined
}

/** The ledger of provider calls stays. */
export const deleteActs: Record<string, ActStep> = {
  runs,
  files: step(({ control, assets }, of) => removeFiles(control, assets, of)),
  databases: step(({ control }, of) => removeDatabases(control, of)),
  documents: step(({ control }, of) => removeDocuments(control, of)),
  project: step(({ control }, of) => removeProjectItself(control, of)),
}
