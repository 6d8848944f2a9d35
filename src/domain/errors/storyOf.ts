import { StudioError, type ErrorStory } from './StudioError'

/** Tells any thrown value as a story; what is no StudioError is a fault of ours and says so. */
export const storyOf = (error: unknown): ErrorStory => {
  if (error instanceof StudioError) return error.story
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'UNEXPECTED',
    what: 'Something failed that Backlot did not foresee.',
    why: message,
    fix: 'Run the same command again: it goes on where it was. If it fails again, report it with BACKLOT_DEBUG=1.',
  }
}
