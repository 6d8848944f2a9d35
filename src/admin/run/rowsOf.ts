import { isFailed, stepName, type StepTold } from './runShape'

/** Steps that make one line of the timeline; moments in milliseconds. */
export type TimelineRow = {
  /** The name of its steps, or the id of their scene. */
  name: string
  phase: string
  total: number
  done: number
  failed: number
  working: number
  from: number | null
  to: number | null
  /** Who worked on it. */
  workers: string[]
}
export type RowsBy = 'step' | 'scene'

const nameOf = (step: StepTold, by: RowsBy): string =>
  by === 'scene' && step.scene !== null ? step.scene : stepName(step)

/** Whether a step is one of a line's. */
export const isOfRow = (step: StepTold, name: string): boolean => stepName(step) === name || step.scene === name

/** Lines in the order of the plan: a line for all steps of one name, or for all of one scene. A line that works ends now. */
export const rowsOf = (steps: readonly StepTold[], now: number, by: RowsBy = 'step'): TimelineRow[] => {
  const rows = new Map<string, TimelineRow>()
  for (const step of steps) {
    const name = nameOf(step, by)
    const phase = stepName(step).split('.')[0] ?? ''
    const row = rows.get(name) ?? { name, phase, total: 0, done: 0, failed: 0, working: 0, from: null, to: null, workers: [] }
    rows.set(name, together(row, step, now))
  }
  return [...rows.values()]
} // prettier-ignore

const together = (row: TimelineRow, step: StepTold, now: number): TimelineRow => {
  const { state, startedAt, endedAt, worker } = step
  const began = startedAt === null ? null : Date.parse(startedAt)
  const isLive = state === 'running' || state === 'waiting'
  const ended = isLive && began !== null ? now : endedAt === null ? null : Date.parse(endedAt)
  return {
    ...row,
    total: row.total + 1,
    done: row.done + (state === 'succeeded' ? 1 : 0),
    failed: row.failed + (isFailed(step) ? 1 : 0),
    working: row.working + (isLive ? 1 : 0),
    from: least(row.from, began, Math.min),
    to: least(row.to, ended, Math.max),
    workers: worker === null || row.workers.includes(worker) ? row.workers : [...row.workers, worker],
  }
}

const least = (one: number | null, other: number | null, of: (a: number, b: number) => number): number | null =>
  one === null ? other : other === null ? one : of(one, other)
