import type { ProjectStatus } from '@/domain/project/projectStatus'

export const stages = ['gather', 'qualify', 'scenes', 'film'] as const
export type Stage = (typeof stages)[number]
export type StageState = 'done' | 'now' | 'failed' | 'next'

const at: Record<Exclude<ProjectStatus, 'failed'>, { stage: number; isDone: boolean }> = {
  gathering: { stage: 0, isDone: false },
  qualifying: { stage: 1, isDone: false },
  qualified: { stage: 1, isDone: true },
  generating: { stage: 2, isDone: false },
  generated: { stage: 2, isDone: true },
  assembling: { stage: 3, isDone: false },
  completed: { stage: 3, isDone: true },
}

/** How far a project is on the way gather → qualify → scenes → film. A failed one stands where its scenes say. */
export const stageOf = (status: ProjectStatus, scenes: { total: number; done: number }): Record<Stage, StageState> => {
  const failedAt = scenes.total === 0 ? 1 : scenes.done < scenes.total ? 2 : 3
  const { stage, isDone } = status === 'failed' ? { stage: failedAt, isDone: false } : at[status]
  const now: StageState = status === 'failed' ? 'failed' : isDone ? 'done' : 'now'
  const stateAt = (n: number): StageState => (n < stage ? 'done' : n === stage ? now : 'next')
  return { gather: stateAt(0), qualify: stateAt(1), scenes: stateAt(2), film: stateAt(3) }
}
