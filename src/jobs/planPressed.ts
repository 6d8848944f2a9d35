import { storyOf } from '@/domain/errors/storyOf'
import { StudioError } from '@/domain/errors/StudioError'
import type { StepContext } from '@/pipeline/defineStep'
import type { Providers } from '@/pipeline/providers'
import { lookAtGiven } from '@/pipeline/lookAtGiven'
import { startPressed } from '@/pipeline/startPressed'
import type { Stores } from '@/pipeline/stores'

type Project = StepContext['project']
export type Planning = {
  stores: Stores
  providers: Providers
  /** For unfinished files. */
  scratchDir: string
  projectById: (id: string) => Promise<Project>
}

/**
 * The countdown of a press is over: its run is planned and started. Not its time yet, cancelled or planned already:
 * nothing. What cannot be planned is told on the press and in an alert, and gather is open again.
 */
export const planPressed = async (parts: Planning, runId: string): Promise<void> => {
  const { stores, providers, projectById } = parts
  const press = await stores.presses.beginDue(runId)
  if (!press) return
  try {
    const project = await projectById(press.project.toHexString())
    if (press.kind === 'qualify') await lookAtGiven(parts, project)
    await startPressed(stores, { press, project, providers })
  } catch (error) {
    if (!(error instanceof StudioError) || error.retry === 'later') throw error
    const story = storyOf(error)
    await stores.presses.failed(runId, story)
    if (press.kind === 'qualify') await stores.gather.reopen(press.slug)
    const project = press.project.toHexString()
    const { code, what, why, fix } = story
    const cause = `run:${project}:${press.kind}:${code}:${what}`
    await stores.alerts.raise({ project, run: runId, cause, event: runId, code, what, why, fix, severity: 'error' })
  }
}
