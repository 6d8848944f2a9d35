import type { ErrorStory } from '../errors/StudioError'
import type { PlanNode, RunKind } from './runPlan'
import type { NodeState, RunStage, RunState } from './runState'

/** What is remembered of one take of a step beside the run's own state. */
type StepFacts = {
  node: number
  take: number
  startedAt: Date | null
  /** Not there while the step was claimed and never ended; its run may know more than the step by then. */
  endedAt?: Date | null
  error?: ErrorStory | null
}
type Told = {
  id: string
  kind: RunKind
  project: string
  state: Exclude<RunStage, 'stopping'>
  notices: readonly string[]
  error: ErrorStory | null
  startedAt: Date | null
  endedAt: Date | null
}

type StepState = 'pending' | 'ready' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled' | 'dead'
type StepView = {
  id: string
  says: string
  state: StepState
  attempts: number
  startedAt: Date | null
  endedAt: Date | null
  error: ErrorStory | null
}
export type RunView = Told & {
  progress: { done: number; total: number; percent: number; etaS: number | null }
  steps: StepView[]
}

const stateOf: Record<NodeState, StepState> = {
  blocked: 'pending', ready: 'ready', waiting: 'waiting', done: 'succeeded', failed: 'failed', dead: 'dead', skipped: 'cancelled',
} // prettier-ignore

/** A run as people follow it: progress with the seconds that are left (null while that cannot be told), and every step. */
export const runView = (
  told: Told,
  { state, steps, now }: { state: RunState; steps: readonly StepFacts[]; now: Date },
): RunView => {
  const total = state.nodes.length
  const done = state.nodes.filter((node) => node === 'done' || node === 'skipped').length
  const made = state.nodes.filter((node, i) => node === 'done' && state.reused[i] !== true).length
  const ran = told.startedAt && told.state === 'running' ? (now.getTime() - told.startedAt.getTime()) / 1000 : 0
  const etaS = ran > 0 && made > 0 ? Math.round((ran / made) * (total - done)) : null
  return {
    ...told,
    progress: { done, total, percent: total === 0 ? 100 : Math.floor((100 * done) / total), etaS },
    steps: state.plan.nodes.map((node) => stepView(node, state, steps)),
  }
}

const stepView = ({ node, step, says }: PlanNode, state: RunState, steps: readonly StepFacts[]): StepView => {
  const takes = steps.filter((one) => one.node === node)
  // a take that has only begun says nothing yet of its end
  const last: Take = { ...untouched, ...takes.at(-1) }
  const told = stateOf[state.nodes[node] ?? 'blocked']
  const over = ends.has(told)
  return {
    id: `${String(node)}:${step}`,
    says,
    state: told === 'ready' && isUnderWay(last) ? 'running' : told,
    attempts: takes.length,
    startedAt: takes[0]?.startedAt ?? null,
    endedAt: over ? (last.endedAt ?? null) : null,
    error: over ? (last.error ?? null) : null,
  }
}

type Take = Pick<StepFacts, 'startedAt' | 'endedAt' | 'error'>
const untouched: Take = { startedAt: null, endedAt: null, error: null }
const isUnderWay = ({ startedAt, endedAt }: Take): boolean => startedAt !== null && !endedAt
const ends: ReadonlySet<StepState> = new Set(['succeeded', 'failed', 'dead'])
