import { z } from 'zod'
import type { Press } from '@/stores/press'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'

const standingShape = z.object({
  runId: z.string(),
  startsAt: moment,
  /** While a form with unsaved edits holds it. */
  heldUntil: moment.nullable(),
})

const heldUntil = ({ holds }: Press): Date | null => {
  const latest = Math.max(0, ...Object.values(holds).map(Number))
  return latest > Date.now() ? new Date(latest) : null
}

/** GET …/qualify: the countdown as it stands, so that every tab shows the same clock; null where none runs. */
export const showCountdown = route({
  method: 'get',
  path: '/:id/qualify',
  tells: {
    says: 'The countdown of the project, or null.',
    ok: 200,
    gives: z.object({ countdown: standingShape.nullable() }),
  },
  handler: async (req) => {
    const open = await storesOf(req).presses.openOf((await projectOf(req)).id)
    if (open?.kind !== 'qualify') return answer({ countdown: null })
    const { _id: runId, startsAt } = open
    return answer({ countdown: { runId, startsAt, heldUntil: heldUntil(open) } })
  },
}) // prettier-ignore
