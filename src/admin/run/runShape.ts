import type { ErrorStory } from '@/domain/errors/StudioError'
import type { OneOff } from '@/domain/oneOff/oneOff'
import type { RunKind } from '@/domain/run/runPlan'
import type { RunStatus } from '@/domain/run/runStatus'
import type { StepStatus } from '@/domain/run/stepStatus'

/** A step as GET /api/runs/:id tells it; moments are ISO 8601. */
export type StepTold = {
  /** "12:scene.compose-picture" */
  id: string
  says: string
  state: StepStatus
  attempts: number
  startedAt: string | null
  endedAt: string | null
  error: ErrorStory | null
  /** Numbers of the steps it waits for. */
  needs: number[]
  scene: string | null
  worker: string | null
  againAt: string | null
}
export type RunTold = {
  id: string
  kind: RunKind
  project: string
  state: RunStatus
  startsAt?: string
  progress: { done: number; total: number; percent: number; etaS: number | null }
  steps: StepTold[]
  notices: string[]
  error: ErrorStory | null
  startedAt: string | null
  endedAt: string | null
  /** Up to here its events are in this. */
  seq: number
  /** Of its project. */
  title: string
  scenes: { id: string; clip: string }[]
  /** Of one picture or clip outside of the scenes: what it is made from, and its file once it is there. */
  oneOff?: OneOff
  files?: { path: string; url: string; mime: string }[]
}

export const stepNumber = ({ id }: Pick<StepTold, 'id'>): number => parseInt(id, 10)
export const stepName = ({ id }: Pick<StepTold, 'id'>): string => id.slice(id.indexOf(':') + 1)
export const isOver = (state: RunStatus): boolean => ['succeeded', 'failed', 'cancelled'].includes(state)

export const isFailed = ({ state }: Pick<StepTold, 'state'>): boolean => state === 'failed' || state === 'dead'
const isOpen = ({ state }: StepTold): boolean => state === 'running' || state === 'ready' || state === 'waiting'

/** Where it stands, as people call it: a run of which every open step waits for somebody is waiting. */
export const standingOf = ({ state, steps }: Pick<RunTold, 'state' | 'steps'>): RunStatus => {
  if (state !== 'running') return state
  const open = steps.filter(isOpen)
  return open.length > 0 && open.every((step) => step.state === 'waiting') ? 'waiting' : state
}
