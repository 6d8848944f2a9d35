import type { RunsStore } from '@/stores/runsStore'
import type { PaidDesk } from './paidDesk'

type Parts = { runs: Pick<RunsStore, 'find'>; paid: Pick<PaidDesk, 'cancelOf'> }

/**
 * A run is over. Was it cancelled, then what a step asked for in that very moment, after the calls of the run had been
 * looked through, is not sent either. Repeatable.
 */
export const cancelLate = async ({ runs, paid }: Parts, runId: string): Promise<void> => {
  if ((await runs.find(runId))?.state === 'cancelled') await paid.cancelOf(runId)
}
