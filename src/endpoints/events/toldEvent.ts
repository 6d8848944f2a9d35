import type { StoredEvent } from '@/domain/run/runEvent'
import type { RunPlan } from '@/domain/run/runPlan'

/** One event of a run as it is sent: everything but its `id:` line, which each stream writes in its own way. */
export type ToldEvent = { runId: string; seq: number; text: string }

/** `event: step` or `run`, and JSON data with runId, seq, at, and of a step its name, sentence, and the scene it works on. */
export const toldEvent = ({ seq, at, runId, ...event }: StoredEvent & { _id?: unknown }, plan: RunPlan): ToldEvent => {
  const { _id: _, ...rest } = event
  const step = 'node' in rest ? plan.nodes[rest.node] : undefined
  const scene = step?.input['scene']
  const data = {
    runId, seq, at, ...rest, ...(step ? { step: step.step, says: step.says } : {}), ...(scene === undefined ? {} : { scene }),
  } // prettier-ignore
  return { runId, seq, text: said(step ? 'step' : 'run', data) }
}

/** The lines of one server-sent event without an id. */
export const said = (event: 'step' | 'run' | 'cost' | 'alert' | 'review' | 'notice', data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
