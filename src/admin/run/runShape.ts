import type { ErrorStory } from '@/domain/errors/StudioError'
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
}

export const stepName = ({ id }: Pick<StepTold, 'id'>): string => id.slice(id.indexOf(':') + 1)
export const isOver = (state: RunStatus): boolean => ['succeeded', 'failed', 'cancelled'].includes(state)
