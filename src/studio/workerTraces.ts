import type { Department } from '@/domain/run/engine'
import type { Traces } from '@/domain/log/toldSpan'
import type { RunState } from '@/domain/run/runState'
import type { ServedRow } from '@/jobs/outboxDesk'
import type { MovedCall } from '@/stores/paid/paidCallsStore'
import type { RunsStore } from '@/stores/runsStore'

type Parts = { traces: Traces; runs: Pick<RunsStore, 'find'>; known: (runId: string) => RunState | undefined }
/** Where a paid call was before it moved, as a span: what that time was spent on. */
const stays: Partial<Record<MovedCall['from']['state'], { name: string; is: 'work' | 'asks' }>> = {
  INTENT: { name: 'waits for a place', is: 'work' },
  SUBMITTING: { name: 'request', is: 'asks' },
  SUBMITTED: { name: 'at the provider', is: 'asks' },
  CANCELLING: { name: 'being cancelled', is: 'asks' },
  UNKNOWN: { name: 'nobody knows', is: 'work' },
  DECIDE: { name: 'waits for a person', is: 'work' },
  DONE: { name: 'file taken in', is: 'work' },
}

/** What a worker does, as spans of its runs: jobs, takes of steps, every stay of a paid call, and the run itself when it is over. */
export const workerTraces = ({ traces, runs, known }: Parts) => {
  const runEnded = async (runId: string): Promise<void> => {
    const run = await runs.find(runId)
    if (!run?.endedAt) return
    const { kind, state, startedAt, endedAt, project } = run
    const facts = { kind, state, project: project.toHexString() }
    const failed = state === 'failed' ? (run.error?.what ?? 'failed') : undefined
    traces.tell({ name: `run ${kind}`, is: 'run', runId, from: startedAt ?? endedAt, to: endedAt, facts, failed })
  }
  return {
    served: ({ job, data, began, failed }: ServedRow): void => {
      const named = (data as { runId?: unknown }).runId
      const runId = typeof named === 'string' ? named : null
      traces.tell({ name: `job ${job}`, is: 'work', runId, from: began, to: new Date(), facts: { job }, failed })
      if (job === 'closeRun' && runId !== null) void runEnded(runId).catch(() => undefined)
    },
    timed:
      (runStep: Department['runStep']): Department['runStep'] =>
      async (ask, beat) => {
        const from = new Date()
        const outcome = await runStep(ask, beat)
        const { runId, node, take } = ask
        const step = known(runId)?.plan.nodes[node]?.step ?? 'step'
        const [end = 'done'] = Object.keys(outcome)
        const failed = end === 'failed' ? 'failed' : undefined
        traces.tell({
          name: step,
          is: 'work',
          runId,
          from,
          to: new Date(),
          facts: { node, take, outcome: end },
          failed,
        })
        return outcome
      },
    moved: ({ from, to, evidence, by }: MovedCall): void => {
      const stay = stays[from.state]
      if (!stay) return
      const { _id: generation, provider, endpoint, attemptId, waiters } = to
      const began = from.state === 'INTENT' || from.state === 'DONE' ? from.updatedAt : (from.submittedAt ?? from.updatedAt) // prettier-ignore
      const facts = { generation, provider, endpoint, attempt: attemptId ?? '', from: from.state, to: to.state, evidence, by } // prettier-ignore
      const failed = to.state === 'FAILED' || to.state === 'DEAD' ? (to.error?.code ?? to.state) : undefined
      const runId = from.waiters[0] ?? waiters[0] ?? null
      traces.tell({
        name: `${provider}: ${stay.name}`,
        is: stay.is,
        runId,
        from: began,
        to: to.updatedAt,
        facts,
        failed,
      })
    },
  }
}
