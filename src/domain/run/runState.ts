import type { RunPlan } from './runPlan'

export type NodeState = 'blocked' | 'ready' | 'waiting' | 'done' | 'failed' | 'dead' | 'skipped'
export type RunStage = 'pending' | 'running' | 'stopping' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled'

/** Ids only; what an engine hands to a worker. */
export type Ask = { runId: string; node: number; take: number }
export type ReadyNode = { node: number; take: number; rank: number; notBefore: number }

export type RunState = {
  readonly plan: RunPlan
  readonly seq: number
  readonly stage: RunStage
  readonly nodes: readonly NodeState[]
  readonly takes: readonly number[]
  readonly reused: readonly boolean[]
  readonly notBefore: readonly number[]
  /** Generation key → nodes parked on it. */
  readonly parked: ReadonlyMap<string, readonly number[]>
  /** Keys that settled, also those nobody waits for yet. */
  readonly settled: ReadonlySet<string>
  /** What may start, best first. A step in flight stays in this list until its finish is committed. */
  readonly ready: readonly ReadyNode[]
}

export const ended = (stage: RunStage): boolean => stage === 'succeeded' || stage === 'failed' || stage === 'cancelled'

/** How far a run is. A skipped step counts as done: nothing more comes of it. */
export const progressOf = (state: RunState): { done: number; total: number } => ({
  done: state.nodes.filter((node) => node === 'done' || node === 'skipped').length,
  total: state.nodes.length,
})
