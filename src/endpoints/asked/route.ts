import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { personHas } from '@/access/hasRole'
import { makers, type Role } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { oddJson } from '@/domain/oddJson'
import { boundedBody } from './boundedBody'

type Handler = (req: PayloadRequest) => Promise<Response> | Response

/** What /api/openapi.json says of a route, in the very shapes that check its requests. */
export type Told = {
  /** One line for people. */
  says: string
  query?: z.ZodObject
  body?: z.ZodType
  /** It also takes files as multipart/form-data, in the field `file`, beside these other fields. */
  files?: z.ZodObject
  /** It takes an Idempotency-Key. */
  keyed?: boolean
  /** Status of the good answer, and what it holds: a shape for JSON, else a media type. */
  ok: number
  gives: z.ZodType | 'text/csv' | 'text/event-stream' | 'text/html' | 'text/plain' | 'application/octet-stream'
  /** Other statuses it may answer, each with errors, beside those every route has (401, 404 …). */
  errors?: number[]
}
type Route = {
  method: Endpoint['method']
  /** As Payload writes it, below its collection: `/:id/gather`. */
  path: string
  tells: Told
  handler: Handler
  /** Anybody may ask, also without a login. */
  open?: boolean
  /** Whose verb it is, beside producers; makers where nothing is said. */
  only?: readonly Role[] | undefined
}

/** A route of ours: whoever asks is signed in, and may make films where the verb changes something. */
export const route = ({ method, path, tells, handler, open = false, only }: Route): Endpoint => ({
  method,
  path,
  custom: { tells, open },
  handler: async (req) => {
    if (!open) refuseStranger(req, { method, only })
    return handler(req)
  },
})

const refuseStranger = ({ user }: PayloadRequest, { method, only }: Pick<Route, 'method' | 'only'>): void => {
  if (!user)
    throw new StudioError({
      code: 'NOT_SIGNED_IN',
      what: 'The request was not carried out.',
      why: 'It came without a login, from another website, or under another name than this machine’s.',
      fix: 'Sign in, send an API key, or ask http://127.0.0.1 from this machine.',
    })
  if (personHas(user, only ?? makers) || (method === 'get' && only === undefined)) return
  throw new StudioError({
    code: 'NOT_ALLOWED',
    what: 'The request was not carried out.',
    why: 'Your role may look at this project but not change it.',
    fix: 'Ask a producer for another role.',
  })
}

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers })

/**
 * The JSON body, checked; an empty one counts as {}. Fails: BODY_NOT_JSON, BODY_REFUSED naming every wrong field.
 */
export const bodyOf = async <T>(req: PayloadRequest, shape: z.ZodType<T>): Promise<T> =>
  checked(await jsonOf(req), shape)

/** What was sent, checked. Fails: BODY_REFUSED naming every wrong field. */
export const checked = <T>(sent: unknown, shape: z.ZodType<T>): T => {
  const read = shape.safeParse(sent)
  if (read.success) return read.data
  throw refused({ code: 'BODY_REFUSED', what: 'The request cannot be understood.', error: read.error })
}

/** The query, checked. Fails: QUERY_REFUSED naming every wrong field. */
export const queryOf = <T>(req: PayloadRequest, shape: z.ZodType<T>): T => {
  const read = shape.safeParse(Object.fromEntries(req.searchParams))
  if (read.success) return read.data
  throw refused({ code: 'QUERY_REFUSED', what: 'The question cannot be understood.', error: read.error })
}

const refused = ({ code, what, error }: { code: string; what: string; error: z.ZodError }) => {
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  return new StudioError({
    code,
    what,
    why: `${faults.join('; ')}.`,
    fix: 'Correct these fields; /api/openapi.json says what each may be.',
    field: error.issues[0]?.path.join('.') ?? '',
  })
}

const bodyBytesMax = 12_000_000

const jsonOf = async (req: PayloadRequest): Promise<unknown> => {
  const body = await boundedBody(req, bodyBytesMax)
  if (!body) throw tooLarge()
  const text = body.toString('utf8')
  if (text.trim() === '') return {}
  const value = parsed(text)
  const odd = oddJson(value)
  if (odd) throw oddBody(odd)
  return value
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new StudioError({
      code: 'BODY_NOT_JSON',
      what: 'The body is no JSON.',
      why: 'It is broken where it was cut off or misspelt.',
      fix: 'Send one JSON object.',
    })
  }
}

const oddBody = ({ path, why }: { path: string; why: string }) =>
  new StudioError({
    code: 'BODY_REFUSED',
    what: 'The request cannot be understood.',
    why: `“${path.slice(0, 120)}” ${why}.`,
    fix: 'Name fields in letters and digits, without $ at the start and without dots, and nest them less.',
    field: path.slice(0, 120),
  })

const tooLarge = () =>
  new StudioError({
    code: 'BODY_TOO_LARGE',
    what: 'The request was not read.',
    why: `Its body is larger than ${String(bodyBytesMax / 1_000_000)} MB.`,
    fix: 'Send less at once, or a file as multipart/form-data.',
  })
