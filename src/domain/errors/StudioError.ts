/** When a failed call may be tried again: never, at once with backoff, or after a person mended something. */
export type Retry = 'never' | 'later' | 'afterFix'

/** What a person reads: what happened, why, how to fix it. */
export type ErrorStory = { code: string; what: string; why: string; fix: string; field?: string | undefined }

/**
 * The one error of the studio. `code` is explained in docs/errors.md; the worker reads `retry` and `afterMs`,
 * people read `what`, `why` and `fix`.
 */
export class StudioError extends Error {
  override readonly name = 'StudioError'
  readonly code: string
  readonly what: string
  readonly why: string
  readonly fix: string
  readonly field: string | undefined
  readonly retry: Retry
  readonly afterMs: number | undefined

  constructor(story: ErrorStory & { retry?: Retry; afterMs?: number; cause?: unknown }) {
    super(`${story.what} ${story.why} ${story.fix}`, story.cause === undefined ? undefined : { cause: story.cause })
    this.code = story.code
    this.what = story.what
    this.why = story.why
    this.fix = story.fix
    this.field = story.field
    this.retry = story.retry ?? 'never'
    this.afterMs = story.afterMs
  }

  get story(): ErrorStory {
    const { code, what, why, fix, field } = this
    return { code, what, why, fix, ...(field === undefined ? {} : { field }) }
  }
}
