import type { ErrorStory } from '@/domain/errors/StudioError'
import type { RunEvent } from '@/domain/run/runEvent'

/**
 * What these events tell about the run as a whole. The newest failure that is not a scene's alone stands on the run
 * until somebody resumes it; what failed alone is one notice each.
 */
export const endingOf = (events: readonly RunEvent[]): { error?: ErrorStory | null; notices: string[] } => {
  const notices = events.flatMap((event) =>
    event.type === 'failed' && event.alone ? `${event.story.what} ${event.story.why}` : [],
  )
  const last = events.findLast(
    (one) => one.type === 'resumed' || one.type === 'died' || (one.type === 'failed' && !one.alone),
  )
  return last ? { error: 'story' in last ? last.story : null, notices } : { notices }
}
