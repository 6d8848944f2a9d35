/** What went wrong on the way, in words for people where Node's own are none. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return plainer[error.message] ?? (error.message || error.name)
}

const plainer: Partial<Record<string, string>> = {
  aborted: 'It broke off in the middle of its answer.',
  'socket hang up': 'It closed the connection without an answer.',
  'The operation was aborted': 'It was stopped.',
}
