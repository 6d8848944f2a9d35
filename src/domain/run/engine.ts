import type { Ask, RunState } from './runState'
import type { RunPlan } from './runPlan'

export type Outcome = { done: true } | { waiting: string } | { again: number } | { lost: true } | { failed: true }

/** Aborts when the run is cancelled, the lease is lost or the program shuts down. */
export type Beat = {
  signal: AbortSignal
  alive(): void
  /** The work is done and only its finish is still to be written: the place may go to the next step. */
  landing?(): void
}

/** What an engine may call: ours, one for all engines. Every call may be repeated. */
export type Department = {
  loadPlan(runId: string): Promise<RunPlan>
  /** Folds the run from its events; rebuilds a lost engine. */
  loadState(runId: string): Promise<RunState>
  /** Claims with a fence, runs the step, commits its finish; `lost` when somebody else has it. */
  runStep(ask: Ask, beat: Beat): Promise<Outcome>
  settledAmong(keys: string[]): Promise<string[]>
  /** Called when nothing of a stopping or cancelled run is in flight any more. */
  land(runId: string): Promise<void>
}

/** Runs every node at least once, best rank first within caps, and forgets nothing it accepted. */
export type Engine = {
  start(runId: string): Promise<'started' | 'joined'>
  /** A hint: early, twice or never is fine. */
  settled(runId: string, key: string): Promise<void>
  resume(runId: string): Promise<void>
  cancel(runId: string): Promise<void>
  /** Look again at a run now. */
  wake: (runId: string) => void
  /** This program itself has just written to the run: what it knows is enough to go on. */
  committed: (runId: string) => void
  /** Resolves when drained after `until` aborts. */
  work(department: Department, until: AbortSignal): Promise<void>
  health(): Promise<{ ok: boolean; says: string }>
}
