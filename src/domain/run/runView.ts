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
  /** Who had it last: `machine/pid/nonce`. */
  worker?: string | null
}
type Told = {
  id: string
  kind: RunKind
  project: string
  state: RunStage
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
  /** Numbers of the steps it waits for; those it follows whatever became of them are among them. */
  needs: number[]
  /** The scene it works on, or null. */
  scene: string | null
  /** Machine and process that had it last, "studio 4711", or null. */
  worker: string | null
  /** A failure that may pass is tried again from here on. */
  againAt: Date | null
}
export type RunView = Told & {
  progress: { done: number; total: number; percent: number; etaS: number | null }
  steps: StepView[]
  /** Up to here its events are in this view. */
  seq: number
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
  const facts = byNode(steps)
  const done = state.nodes.filter((node) => node === 'done' || node === 'skipped').length
  const made = state.nodes.filter((node, i) => node === 'done' && state.reused[i] !== true).length
  const ran = told.startedAt && told.state === 'running' ? (now.getTime() - told.startedAt.getTime()) / 1000 : 0
  const etaS = ran > 0 && made > 0 ? Math.round((ran / made) * (total - done)) : null
  return {
    ...told,
    // what failed is known before the run has ended: the rest still lands
    state: told.state === 'running' && state.stage === 'stopping' ? 'stopping' : told.state,
    seq: state.seq,
    progress: { done, total, percent: total === 0 ? 100 : Math.floor((100 * done) / total), etaS },
    steps: state.plan.nodes.map((node) => stepView(node, state, { facts, now })),
  }
}

const stepView = (planned: PlanNode, state: RunState, { facts, now }: { facts: ByNode; now: Date }): StepView => {
  const { node, step, says, needs, after, input } = planned
  const takes = facts.get(node) ?? []
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
    ...endOf(last, over),
    needs: [...needs, ...after],
    scene: input['scene'] ?? null,
    worker: workerOf(last.worker),
    againAt: againAt(told, state.notBefore[node] ?? 0, now),
  }
}

const endOf = ({ endedAt, error }: Take, over: boolean): Pick<StepView, 'endedAt' | 'error'> =>
  over ? { endedAt: endedAt ?? null, error: error ?? null } : { endedAt: null, error: null }

type ByNode = ReadonlyMap<number, readonly StepFacts[]>
const byNode = (steps: readonly StepFacts[]): ByNode => {
  const all = new Map<number, StepFacts[]>()
  for (const step of steps) all.set(step.node, [...(all.get(step.node) ?? []), step])
  return all
}

/** "studio 4711": the part of an owner people can do something with. */
const workerOf = (owner: string | null | undefined): string | null =>
  owner ? owner.split('/').slice(0, 2).join(' ') : null

const againAt = (told: StepState, notBefore: number, now: Date): Date | null =>
  told === 'ready' && notBefore > now.getTime() ? new Date(notBefore) : null

type Take = Pick<StepFacts, 'startedAt' | 'endedAt' | 'error' | 'worker'>
const untouched: Take = { startedAt: null, endedAt: null, error: null }
const isUnderWay = ({ startedAt, endedAt }: Take): boolean => startedAt !== null && !endedAt
const ends: ReadonlySet<StepState> = new Set(['succeeded', 'failed', 'dead'])
