import type { RunKind } from '@/domain/run/runPlan'
import type { ProjectStatus } from './projectStatus'

/** The status a project has while a run of this kind works on it; null: it stays as it is. */
export const workingStatus: Record<RunKind, ProjectStatus | null> = {
  qualify: 'qualifying',
  generate: 'generating',
  assemble: 'assembling',
  export: null,
  oneOff: null,
}
