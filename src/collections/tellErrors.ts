import { APIError, type AfterErrorHook, type AfterErrorResult, type PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { QuoteNotAccepted } from '@/domain/money/quoteNotAccepted'
import { databaseAway } from '@/endpoints/asked/databaseAway'
import { statusOf } from '@/endpoints/asked/statusOf'
import { saveConflict } from './edited/saveConflict'
import { notThere, payloadStory, unexpected, type Told } from './payloadStories'

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
  const told: Record<string, unknown> = { ...data, name: error.name, message: error.message, what, why, fix }
  return told
}

/**
 * Every error as people and programs read it: code, what, why, fix, field; Payload's own, too. A document that whoever
 * asks may not see is one that is not there. Unknown codes of ours are bad input.
 */
export const tellErrors: AfterErrorHook = async ({ collection, error: thrown, req }): Promise<AfterErrorResult> => {
  const cause = (thrown as { originalError?: Error }).originalError ?? thrown
  const lost = metAnotherWrite(cause) ? await saveConflict(req, collection) : null
  const conflict = revisionStory(lost ?? cause)
  if (conflict)
    return {
      status: 409,
      response: asResponse(conflict),
      graphqlResult: { message: String(conflict['message']), extensions: { ...conflict, statusCode: 409 } },
    }
  const error = databaseAway(cause, req) ?? (metAnotherWrite(cause) ? tooClose() : cause)
  return written(error, await toldOf(error, { req, asked: thrown !== cause }))
}

const written = (error: Error, { status, story }: Told): AfterErrorResult => {
  const { field, ...words } = story
  const told = { ...words, ...(field === undefined ? {} : { field }) }
  const isTold = error instanceof StudioError || error instanceof APIError // others' words are not for people
  const isOwn = isTold && status !== 500 && story.why !== ''
  const message = isOwn ? error.message : `${story.what} ${story.why}`.trim()
  const data: unknown = error instanceof APIError && status !== 500 ? error.data : null // the admin's forms read it
  const quote = error instanceof QuoteNotAccepted ? { quote: error.quote } : {}
  const response = asResponse({
    ...told,
    ...quote,
    name: isTold ? error.name : 'Error',
    message,
    ...(data ? { data } : {}),
  })
  return { status, response, graphqlResult: { message, extensions: { ...told, statusCode: status } } }
}

const asResponse = (error: Record<string, unknown>): Record<string, unknown> => ({ errors: [error] })

type Asking = { req: PayloadRequest; /** GraphQL refuses what it cannot read by itself. */ asked: boolean }

const toldOf = async (error: Error, { req, asked }: Asking): Promise<Told> => {
  if (error instanceof StudioError) return { status: statusOf(error.code), story: error.story }
  if (error.name === 'Forbidden' || error.name === 'UnauthorizedError') return forbidden(req)
  if (error.name === 'GraphQLError' && !asked) return misread(error)
  return payloadStory(error) ?? unexpected
}

const misread = (error: Error): Told => ({
  status: 400,
  story: {
    code: 'QUERY_REFUSED',
    what: 'The question cannot be understood.',
    why: error.message,
    fix: 'Correct the query; the schema says what there is.',
  },
})

const forbidden = async (req: PayloadRequest): Promise<Told> => {
  if (await isHidden(req)) return notThere
  if (!req.user && isTyping(req)) {
    const what = req.t('backlot:signedOut' as never)
    return { status: 403, story: { code: 'NOT_SIGNED_IN', what, why: '', fix: '' } }
  }
  const why = req.user
    ? 'Your role does not let you do this.'
    : 'It came without a login, from another website, or under another name than this machine’s.'
  const fix = req.user ? 'Ask a producer for another role.' : 'Sign in, or send an API key.'
  return { status: 403, story: { code: 'NOT_ALLOWED', what: 'The request was not carried out.', why, fix } }
}

/** Sent by a page of the admin: somebody types there, and their session ended meanwhile. */
const isTyping = ({ headers }: PayloadRequest): boolean => headers.get('referer')?.includes('/admin/') === true

/** Whether the document in the address is one that whoever asks may not even know of. */
const isHidden = async ({ user, routeParams, payload }: PayloadRequest): Promise<boolean> => {
  const { collection, id, filename } = (routeParams ?? {}) as Partial<Record<string, string>>
  const one = id === undefined ? filename && { filename: { equals: filename } } : { id: { equals: id } }
  if (!user || !one || !collection || !(collection in payload.collections)) return false
  try {
    const found = await payload.find({
      collection: collection as 'media',
      where: one,
      limit: 1,
      depth: 0,
      pagination: false,
      overrideAccess: false,
      user,
    })
    return found.docs.length === 0
  } catch {
    return false // nobody of this role reads any of these
  }
}
