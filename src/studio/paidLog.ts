import type { Payload } from 'payload'
import type { PaidFigure } from '@/domain/run/workerFigures'
import type { MovedCall } from '@/stores/paid/paidCallsStore'

/** States a person should hear of. */
const loud = new Set(['FAILED', 'DEAD', 'UNKNOWN', 'DECIDE'])

/**
 * Tells the log every move of a paid call, with the key of its generation, and counts them for /api/metrics. A move
 * whose transaction is run again is told again.
 */
export const paidLog = (logger: Payload['logger']) => {
  const figures: PaidFigure[] = []
  return {
    moved: ({ from, to, evidence, by }: MovedCall): void => {
      const { _id: generation, provider, endpoint, waiters, attemptId, requestId, fence } = to
      const known = figures.find((one) => one.provider === provider && one.evidence === evidence)
      if (known) known.count += 1
      else figures.push({ provider, evidence, count: 1 })
      const line = {
        generation, provider, endpoint, run: waiters[0], attempt: attemptId, request: requestId, fence,
        project: to.project.toHexString(), from: from.state, to: to.state, evidence, by,
      } // prettier-ignore
      if (loud.has(to.state)) logger.warn({ ...line, code: to.error?.code }, to.error?.why ?? 'paid call')
      else logger.info(line, 'paid call')
    },
    figures,
  }
}
