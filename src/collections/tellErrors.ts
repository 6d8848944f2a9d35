import { APIError, type AfterErrorHook } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'

const statusOf: Record<string, number> = {
  STATUS_MOVE_REFUSED: 409,
  WRITE_CONFLICT: 409,
  QUOTE_NOT_ACCEPTED: 409,
  IDEMPOTENCY_CONFLICT: 409,
  GATHER_LOCKED: 423,
  COUNTDOWN_RUNS: 409,
  RUN_IS_OPEN: 409,
  NO_COUNTDOWN: 409,
  SCENE_LOCKED: 409,
  BODY_NOT_JSON: 400,
  BODY_TOO_LARGE: 413,
  ENTRY_IS_FILE: 409,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
}

/** Two saves of one document at the same moment: the database let one of them win. */
const metAnotherWrite = (error: Error): boolean =>
  (error as { code?: unknown }).code === 112 ||
  (error as { hasErrorLabel?: (label: string) => boolean }).hasErrorLabel?.('TransientTransactionError') === true

const tooClose = () =>
  new StudioError({
    code: 'WRITE_CONFLICT',
    what: 'Your change was not saved.',
    why: 'Somebody, or the studio itself, saved the same document at the same moment.',
    fix: 'Save again.',
    retry: 'later',
  })

/** The answer of expectRevision in the shape all errors have; `fields` holds both values of each. */
const revisionStory = (error: Error) => {
  const data = error instanceof APIError ? (error.data as { code?: string; fields?: unknown } | null | undefined) : null
  if (data?.code !== 'REVISION_CONFLICT') return null
  const [what = '', why = '', fix = ''] = error.message.split(/(?<=\.) /)
  return { ...data, name: error.name, message: error.message, what, why, fix }
}

/** Answers a StudioError as people and programs read it: code, what, why, fix, field. Unknown codes are bad input. */
export const tellErrors: AfterErrorHook = ({ error: thrown }) => {
  const conflict = revisionStory(thrown)
  if (conflict) return { status: 409, response: { errors: [conflict] } }
  const error = metAnotherWrite(thrown) ? tooClose() : thrown
  if (!(error instanceof StudioError)) return
  const { field, ...words } = error.story
  const told = { ...words, ...(field === undefined ? {} : { field }) }
  const status = statusOf[error.code] ?? (error.code.endsWith('_UNKNOWN') ? 404 : 422)
  return {
    status,
    response: { errors: [{ ...told, name: error.name, message: error.message }] },
    graphqlResult: { message: error.message, extensions: { ...told, statusCode: status } },
  }
}
