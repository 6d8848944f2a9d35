import { APIError } from 'payload'
import type { ErrorStory } from '@/domain/errors/StudioError'

export type Told = { status: number; story: ErrorStory }

/** Of the errors whose meaning is their name alone. */
const byName: Record<string, { status: number } & Omit<ErrorStory, 'field'>> = {
  AuthenticationError: {
    status: 401,
    code: 'LOGIN_REFUSED',
    what: 'You were not signed in.',
    why: 'There is nobody with this e-mail and password.',
    fix: 'Check both; a producer can make you a link for a new password.',
  },
  LockedAuth: {
    status: 401,
    code: 'LOGIN_LOCKED',
    what: 'You were not signed in.',
    why: 'The password was wrong too often.',
    fix: 'Wait ten minutes, or ask a producer for a link for a new password.',
  },
  NotFound: {
    status: 404,
    code: 'DOCUMENT_UNKNOWN',
    what: 'There is no such document.',
    why: 'None you may see has this id.',
    fix: 'Ask for the list; it shows what you may see.',
  },
  MissingFile: {
    status: 400,
    code: 'FILE_REFUSED',
    what: 'Nothing was uploaded.',
    why: 'The form holds no file.',
    fix: 'Send one in the field “file” as multipart/form-data.',
  },
  Locked: {
    status: 423,
    code: 'DOCUMENT_LOCKED',
    what: 'Your change was not saved.',
    why: 'Somebody else has this document open.',
    fix: 'Save again when they have closed it.',
  },
}

/** What errors of Payload carry; their own type says `any`. */
type Refusal = { status: number; message: string; data?: unknown }

type Fault = { path?: string; message?: string }
const faultsOf = (data: unknown): Fault[] => {
  const list: unknown = Array.isArray(data) ? data : (data as { errors?: unknown } | null | undefined)?.errors
  return Array.isArray(list) ? (list as Fault[]) : []
}

/** Names every field that is wrong. */
const validation = (error: Refusal): Told => {
  const faults = faultsOf(error.data)
  return {
    status: error.status,
    story: {
      code: 'DOCUMENT_REFUSED',
      what: 'The document was not saved.',
      why: `${faults.map(({ path = '', message = '' }) => `${path}: ${message}`.replace(/\.$/, '')).join('; ')}.`,
      fix: 'Correct these fields and save again.',
      field: faults[0]?.path,
    },
  }
}

const query = (error: Refusal): Told => ({
  status: error.status,
  story: {
    code: 'WHERE_REFUSED',
    what: 'The question was not answered.',
    why: `These cannot be asked for: ${faultsOf(error.data).map(({ path = '' }) => path.slice(0, 80)).join(', ')}.`,
    fix: 'Ask by fields of the document that you may see, with Payload’s operators.',
    field: faultsOf(error.data)[0]?.path?.slice(0, 80),
  },
}) // prettier-ignore

const refusal = ({ status, message }: Refusal): Told => ({
  status,
  story: {
    code: 'REQUEST_REFUSED',
    what: 'The request was not carried out.',
    why: message,
    fix: 'Correct what it names and send it again.',
  },
})

/** Codes of MongoDB for questions with values that cannot be: BadValue, TypeMismatch, patterns it does not take. */
const badQuestions = new Set<unknown>([2, 9, 14, 51_091, 51_108, 51_075, 51_246])
const isBadQuestion = (error: Error): boolean =>
  error.name === 'MongoServerError' && badQuestions.has((error as { code?: unknown }).code)

const unanswerable: Told = {
  status: 400,
  story: {
    code: 'WHERE_REFUSED',
    what: 'The question was not answered.',
    why: 'It compares a field with a value that the field cannot have.',
    fix: 'Ask for numbers by numbers, for documents by their ids.',
  },
}

/** An error of Payload in our words; null when it is none that people may be told. */
export const payloadStory = (error: Error): Told | null => {
  const known = byName[error.name]
  if (known) {
    const { status, ...story } = known
    return { status, story }
  }
  if (error.name === 'CastError' || error.name === 'BSONError' || isBadQuestion(error)) return unanswerable
  if (!(error instanceof APIError)) return null
  const asked: Refusal = error
  // a collection without old versions is asked for some
  if (asked.message.startsWith('ERROR: Failed to retrieve collection version model')) return notThere
  if (error.name === 'ValidationError') return validation(asked)
  if (error.name === 'QueryError') return query(asked)
  return error.status < 500 && error.isPublic ? refusal(asked) : null
}

const storyOf = (name: string): ErrorStory => {
  const { status: _, ...story } = byName[name] ?? { status: 500, code: '', what: '', why: '', fix: '' }
  return story
}

export const notThere: Told = { status: 404, story: storyOf('NotFound') }

/** Nothing of the error itself is told: it may hold anything. */
export const unexpected: Told = {
  status: 500,
  story: {
    code: 'UNEXPECTED',
    what: 'Something went wrong inside the studio.',
    why: 'It met something it did not foresee; its log has the details under this request’s id.',
    fix: 'Try again; if it comes back, report it with the request id.',
  },
}
