import type { RunKind } from '@/domain/run/runPlan'
import type { NoticesStore } from '@/stores/noticesStore'
import type { RunDocument, RunsStore } from '@/stores/runsStore'
import type { UntoldStore } from '@/stores/untoldStore'

export type TidingsParts = {
  notices: NoticesStore
  untold: UntoldStore
  /** Whether mail can be sent. */
  mails: boolean
}

const pages: Record<RunKind, (run: RunDocument) => string> = {
  qualify: ({ project }) => `/admin/collections/projects/${project.toHexString()}/board`,
  generate: ({ project }) => `/admin/collections/projects/${project.toHexString()}/board`,
  assemble: ({ project }) => `/admin/collections/projects/${project.toHexString()}/film`,
  export: ({ _id }) => `/admin/collections/runs/${_id}`,
  oneOff: ({ _id }) => `/admin/collections/runs/${_id}`,
}

/** A run that succeeded is told once for this end of it; where scenes wait for a person, that is what is told. One that failed raised an alert. */
export const tellRun = async (
  { notices, untold, mails, runs }: TidingsParts & { runs: RunsStore },
  runId: string,
): Promise<void> => {
  const run = await runs.find(runId)
  if (run?.state !== 'succeeded') return
  const project = run.project.toHexString()
  const waiting = run.kind === 'generate' ? await untold.waitingScenes(project) : 0
  const people = await notices.listeners(project)
  const title = await notices.titleOf(project)
  const telling = {
    event: `run:${run._id}:${String(run.seq)}`,
    kind: waiting > 0 ? ('decision' as const) : ('runDone' as const),
    project,
    link: pages[run.kind](run),
    vars: { project: title, run: run.kind, count: String(waiting) },
    at: run.endedAt ?? run.updatedAt,
  }
  await notices.put(telling, { people, mails })
}
