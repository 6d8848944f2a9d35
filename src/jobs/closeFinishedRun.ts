import type { RunKind } from '@/domain/run/runPlan'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import { workingStatus } from '@/domain/project/workingStatus'
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
  // a document may have been edited while a step was at work on what it said before
  await stores.outbox.add('markProject', { project })
  if (run.state !== 'failed') return
  if (workingStatus[run.kind] !== null) await moveProject(stores, project, 'failed')
  await raiseAlert(stores, run)
}

const settledBefore: Record<RunKind, ProjectStatus | null> = {
  qualify: 'gathering',
  generate: 'qualified',
  assemble: 'generated',
  export: null,
  oneOff: null,
}

/** `generated` and `completed` only when every scene is there; a film of some scenes is none that is completed. */
const resultOf = async (stores: Stores, run: RunDocument): Promise<ProjectStatus | null> => {
  if (workingStatus[run.kind] === null) return null
  const project = run.project.toHexString()
  if (run.kind === 'qualify') return 'qualified'
  const [scenes, shots] = await Promise.all([scenesOf(stores, project), stores.shots.of(project)])
  const inFilm = run.kind === 'assemble' ? await filmed(stores, run._id) : null
  const whole = scenes.every(({ id }) => shots.has(id) && (inFilm?.has(id) ?? true))
  if (run.kind === 'generate') return whole ? 'generated' : 'qualified'
  return whole ? 'completed' : 'generated'
}

/** Scenes this film was cut from. */
const filmed = async ({ runs }: Stores, runId: string): Promise<ReadonlySet<string>> => {
  const { nodes } = await runs.loadPlan(runId)
  return new Set(nodes.flatMap(({ step, input }) => (step === 'film.conform-clip' && input.scene ? [input.scene] : [])))
}

const raiseAlert = async ({ alerts }: Stores, run: RunDocument): Promise<void> => {
  const { what, why, fix, code } = run.error ?? unknown
  const project = run.project.toHexString()
  await alerts.raise({
    project,
    run: run._id,
    cause: `run:${project}:${run.kind}:${code}:${what}`,
    event: `${run._id}:${String(run.seq)}`,
    what,
    why,
    fix,
    code,
    severity: 'error',
  })
}

const unknown = {
  code: 'RUN_FAILED',
  what: 'A run failed.',
  why: 'A step ended without saying why.',
  fix: 'Resume the run.',
}
