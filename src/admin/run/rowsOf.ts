import { stepName, type StepTold } from './runShape'

/** All steps of one name as one line of the timeline; moments in milliseconds. */
export type TimelineRow = {
  name: string
  phase: string
  total: number
  done: number
  failed: number
  working: number
  from: number | null
  to: number | null
}

/** Lines in the order of the plan. A line that works ends now. */
export const rowsOf = (steps: readonly StepTold[], now: number): TimelineRow[] => {
  const rows = new Map<string, TimelineRow>()
  for (const step of steps) {
    const name = stepName(step)
    const row = rows.get(name) ?? { name, phase: name.split('.')[0] ?? '', total: 0, done: 0, failed: 0, working: 0, from: null, to: null }
    rows.set(name, together(row, step, now))
  }
  return [...rows.values()]
} // prettier-ignore

const together = (row: TimelineRow, { state, startedAt, endedAt }: StepTold, now: number): TimelineRow => {
  const began = startedAt === null ? null : Date.parse(startedAt)
  const isLive = state === 'running' || state === 'waiting'
  const ended = isLive && began !== null ? now : endedAt === null ? null : Date.parse(endedAt)
  return {
    ...row,
    total: row.total + 1,
    done: row.done + (state === 'succeeded' ? 1 : 0),
    failed: row.failed + (state === 'failed' || state === 'dead' ? 1 : 0),
    working: row.working + (isLive ? 1 : 0),
    from: least(row.from, began, Math.min),
    to: least(row.to, ended, Math.max),
  }
}

const least = (one: number | null, other: number | null, of: (a: number, b: number) => number): number | null =>
  one === null ? other : other === null ? one : of(one, other)
