import type { Payload } from 'payload'
import type { Ask, RunState } from '@/domain/run/runState'
import type { RunEvent } from '@/domain/run/runEvent'
import type { Department } from '@/domain/run/engine'
import { countStep, type StepFigure, type WorkerFigures } from '@/domain/run/workerFigures'

type Parts = { logger: Payload['logger']; known: (runId: string) => RunState | undefined }

/** Tells the log how each take of a step ended, with run and step, and counts them for /api/metrics. */
export const stepLog = ({ logger, known }: Parts) => {
  const steps: StepFigure[] = []
  const began = new Map<string, number>()
  const beganAt = new Date().toISOString()
  const keyOf = ({ runId, node, take }: Ask) => `${runId}:${String(node)}:${String(take)}`

  return {
    /** How long a step took is measured around it. */
    timed:
      (runStep: Department['runStep']): Department['runStep'] =>
      async (ask, beat) => {
        began.set(keyOf(ask), performance.now())
        try {
          return await runStep(ask, beat)
        } finally {
          began.delete(keyOf(ask))
        }
      },
    ended: (ask: Ask, event: RunEvent): void => {
      const { runId: run, node, take } = ask
      const step = known(run)?.plan.nodes[node]?.step ?? 'unknown'
      const seconds = (performance.now() - (began.get(keyOf(ask)) ?? performance.now())) / 1000
      countStep(steps, { step, outcome: event.type, seconds })
      const line = { run, node, step, take, outcome: event.type, ms: Math.round(seconds * 1000) }
      if ('story' in event) logger.warn({ ...line, code: event.story.code }, `${event.story.what} ${event.story.why}`)
      else logger.info(line, 'step')
    },
    figures: (): WorkerFigures => ({ steps, memoryBytes: process.memoryUsage.rss(), beganAt }),
  }
}
