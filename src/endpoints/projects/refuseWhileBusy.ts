import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { actsStore } from '@/stores/life/actsStore'
import { storesOf } from '../asked/stores'

/** Nothing is done to a whole project while a run changes it or another act works on it. Fails: RUN_IS_OPEN, PROJECT_BUSY. */
export const refuseWhileBusy = async (req: PayloadRequest, { id }: { id: string }): Promise<void> => {
  const { runs, presses } = storesOf(req)
  await refuseActs(req, id)
  const [running] = (await runs.openOf(id)).filter(({ state }) => state !== 'failed')
  const runId = running?._id ?? (await presses.openOf(id))?._id
  if (runId !== undefined)
    throw new StudioError({
      code: 'RUN_IS_OPEN',
      what: 'The button does nothing now.',
      why: `Run ${runId} of this project is under way.`,
      fix: 'Wait until it has ended, or cancel it.',
    })
}

const words = { duplicate: 'copied', episode: 'copied', delete: 'deleted' }

/** Fails: PROJECT_BUSY. */
export const refuseActs = async (req: PayloadRequest, id: string): Promise<void> => {
  const { control, outbox } = storesOf(req)
  const act = await actsStore(control, outbox).openOn(id)
  if (act)
    throw new StudioError({
      code: 'PROJECT_BUSY',
      what: 'The button does nothing now.',
      why: `The project is being ${words[act.kind]}.`,
      fix: `Wait until that has ended: GET /api/acts/${act._id}.`,
    })
}
