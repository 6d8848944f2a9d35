import { StudioError } from '@/domain/errors/StudioError'
import type { FilmDesk, FollowedRun } from '@/studio/filmDesk'
import type { OpenStudio } from '@/studio/openStudio'
import type { Progress } from './progress'

type Working = { studio: OpenStudio; view: Progress; signal: AbortSignal }
type Project = Awaited<ReturnType<FilmDesk['openProject']>>
type Wish = Parameters<FilmDesk['start']>[1]

const pollMs = 150

/** Starts or joins the run of a wish and follows it to its good end. Fails with the run's own story, RUN_CANCELLED, or when `signal` aborts. */
export const carryOut = async (
  { studio, view, signal }: Working,
  { project, wish, name }: { project: Project; wish: Wish; name: string },
): Promise<FollowedRun> => {
  const { desk, only } = studio
  const { runId } = await desk.start(project, wish)
  only.add(runId)
  studio.wake(runId)
  let begun = false
  for (;;) {
    signal.throwIfAborted()
    const run = await desk.follow(runId)
    // a run that goes on after a failure is “failed” until its first new event
    if (run.stage === 'running' || run.stage === 'stopping') begun = true
    if (run.stage === 'succeeded') {
      if (begun) view.at({ ...run, says: name })
      return run
    }
    if (run.stage === 'cancelled' && begun) throw cancelled(name)
    if (run.stage === 'failed' && (begun || (await desk.isSettled()))) throw await whyFailed(desk, runId)
    view.at({ ...run, says: name })
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

const whyFailed = async (desk: FilmDesk, runId: string): Promise<StudioError> => {
  const story = await desk.whyFailed(runId)
  return new StudioError(
    story ?? {
      code: 'RUN_FAILED',
      what: 'The run failed.',
      why: 'No step said why.',
      fix: 'Run the same command again.',
    },
  )
}

const cancelled = (name: string) =>
  new StudioError({
    code: 'RUN_CANCELLED',
    what: `“${name}” was cancelled.`,
    why: 'Somebody stopped the run while this command followed it.',
    fix: 'Run the same command again to go on.',
  })
