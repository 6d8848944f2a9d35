import type { RunKind } from '@/domain/run/runPlan'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import { moveProject } from '@/pipeline/startRuns'
import type { Stores } from '@/pipeline/stores'
import { scenesOf } from '@/pipeline/readDeclared'
import type { RunDocument } from '@/stores/runsStore'

/** Settles the project after its run: forward when the run succeeded, failed with an alert, back when it was cancelled. Repeatable. */
export const closeFinishedRun = async (stores: Stores, runId: string): Promise<void> => {
  const run = await stores.runs.find(runId)
  if (!run) return
  const project = run.project.toHexString()
  if (run.state === 'succeeded') await moveProject(stores, project, await resultOf(stores, run))
  if (run.state === 'cancelled') await moveProject(stores, project, settledBefore[run.kind])
  if (run.state !== 'failed') return
  await moveProject(stores, project, 'failed')
  await raiseAlert(stores, run)
}

const settledBefore: Record<RunKind, ProjectStatus> = {
  qualify: 'gathering',
  generate: 'qualified',
  assemble: 'generated',
}

/** `generated` and `completed` only when every scene is there. */
const resultOf = async (stores: Stores, run: RunDocument): Promise<ProjectStatus> => {
  const project = run.project.toHexString()
  if (run.kind === 'qualify') return 'qualified'
  const [scenes, shots] = await Promise.all([scenesOf(stores, project), stores.shots.of(project)])
  const whole = scenes.every(({ id }) => shots.has(id))
  if (run.kind === 'generate') return whole ? 'generated' : 'qualified'
  return whole ? 'completed' : 'generated'
}

const raiseAlert = async ({ library }: Stores, run: RunDocument): Promise<void> => {
  if (await library.findOne('alerts', { run: run._id, dismissed: false })) return
  const { what, why, fix, code } = run.error ?? unknown
  await library.create('alerts', {
    project: run.project.toHexString(),
    run: run._id,
    what,
    why,
    fix,
    code,
    severity: 'error',
    dismissed: false,
  })
}

const unknown = {
  code: 'RUN_FAILED',
  what: 'A run failed.',
  why: 'A step ended without saying why.',
  fix: 'Resume the run.',
}
