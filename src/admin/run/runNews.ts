import type { ErrorStory } from '@/domain/errors/StudioError'
import type { RunStatus } from '@/domain/run/runStatus'
import type { StepStatus } from '@/domain/run/stepStatus'
import type { LiveEvent } from '../shell/StudioProvider'
import { stepNumber, type RunTold, type StepTold } from './runShape'

/** `known`: it is in what is shown already. `gap`: one before it is missing, so the run is read again. */
export type RunNews = 'known' | 'gap' | RunTold

const stepAfter: Record<string, StepStatus> = {
  done: 'succeeded',
  waiting: 'waiting',
  again: 'ready',
  postponed: 'ready',
  failed: 'failed',
  died: 'dead',
}
const runAfter: Record<string, RunStatus> = { started: 'running', resumed: 'running', cancelling: 'cancelling' }
/** Nothing is in flight any more. */
const landedAs = (state: RunStatus): RunStatus => (state === 'cancelling' ? 'cancelled' : 'failed')
const isOver = (state: StepStatus): boolean =>
  state === 'succeeded' || state === 'failed' || state === 'dead' || state === 'cancelled'

/** A run after the next of its events; each counts once, however often it is told. */
export const runNews = (run: RunTold, { event, data }: LiveEvent): RunNews => {
  const seq = data['seq']
  if ((event !== 'step' && event !== 'run') || data['runId'] !== run.id || typeof seq !== 'number' || seq <= run.seq) return 'known'
  if (seq > run.seq + 1) return 'gap'
  const type = String(data['type'])
  if (event === 'run') return { ...run, seq, state: type === 'landed' ? landedAs(run.state) : (runAfter[type] ?? run.state) }
  const steps = run.steps.map((step) => (stepNumber(step) === data['node'] ? stepNow(step, type, data) : step))
  const done = steps.filter(({ state }) => state === 'succeeded' || state === 'cancelled').length
  const total = steps.length
  return { ...run, seq, steps, progress: { ...run.progress, done, total, percent: total === 0 ? 100 : Math.floor((100 * done) / total) } }
} // prettier-ignore

const stepNow = (step: StepTold, type: string, data: Record<string, unknown>): StepTold => {
  const state = type === 'failed' && data['alone'] === true ? 'cancelled' : (stepAfter[type] ?? step.state)
  const at = typeof data['at'] === 'string' ? data['at'] : null
  const story = state === 'failed' || state === 'dead' ? (data['story'] as ErrorStory | undefined) : undefined
  return { ...step, state, endedAt: isOver(state) ? at : null, error: story ?? null, attempts: Math.max(step.attempts, Number(data['take'] ?? 1)) }
} // prettier-ignore
