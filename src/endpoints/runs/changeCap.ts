import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { inDollars } from '@/domain/money/nanodollars'
import { storesOf } from '../asked/stores'

type Wanted = { runId: string; cap: number }

/**
 * Another cap for a run that has one, whole nanodollars; it counts from now on. What is held back stays held, also above
 * it. Told twice, it is as once. Fails: CAP_REFUSED when the run has no cap, or has spent more.
 */
export const changeCap = async (req: PayloadRequest, { runId, cap }: Wanted): Promise<void> => {
  const { presses, paid } = storesOf(req)
  const { spent } = await paid.budget.standing(runId)
  if (cap < spent) throw tooLow(cap, spent)
  if (!(await presses.changeCap(runId, cap))) throw noCap()
  // should we die before this: who finds the old limit too small reads the cap anew
  await paid.budget.limit(runId, cap)
}

const tooLow = (cap: number, spent: number) =>
  new StudioError({
    code: 'CAP_REFUSED',
    what: 'The run was not resumed, and its cap stays.',
    why: `A cap of ${inDollars(cap)} is less than what the run has spent, ${inDollars(spent)}.`,
    fix: 'Send a cap that is higher than what is spent; what was made stays.',
    field: 'cap',
  })

const noCap = () =>
  new StudioError({
    code: 'CAP_REFUSED',
    what: 'The run was not resumed.',
    why: 'It was started without a cap of its own: the budget of its project is its cap.',
    fix: 'Resume it without “cap”, or change the budget of the project.',
    field: 'cap',
  })
