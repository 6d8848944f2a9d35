import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { personHas } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'

type Handler = (req: PayloadRequest) => Promise<Response> | Response
type Route = { method: Endpoint['method']; path: string; handler: Handler; open?: boolean }

/** A route of ours: whoever asks is signed in, and may make films where the verb changes something. */
export const route = ({ method, path, handler, open = false }: Route): Endpoint => ({
  method,
  path,
  handler: async (req) => {
    if (!open) refuseStranger(req, method)
    return handler(req)
  },
})

const refuseStranger = ({ user }: PayloadRequest, method: Endpoint['method']): void => {
  if (!user)
    throw new StudioError({
      code: 'NOT_SIGNED_IN',
      what: 'The request was not carried out.',
      why: 'It came without a login, from another website, or under another name than this machine’s.',
      fix: 'Sign in, send an API key, or ask http://127.0.0.1 from this machine.',
    })
  if (method === 'get' || personHas(user, makers)) return
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
export const bodyOf = async <T>(req: PayloadRequest, shape: z.ZodType<T>): Promise<T> => {
  const read = shape.safeParse(await jsonOf(req))
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`)
  throw new StudioError({
    code: 'BODY_REFUSED',
    what: 'The request cannot be understood.',
    why: `${faults.join('; ')}.`,
    fix: 'Correct these fields; /api/openapi.json says what each may be.',
    field: read.error.issues[0]?.path.join('.') ?? '',
  })
}

const bodyBytesMax = 12_000_000

const jsonOf = async (req: PayloadRequest): Promise<unknown> => {
  const length = Number(req.headers.get('content-length') ?? 0)
  const text = length > bodyBytesMax ? null : ((await req.text?.()) ?? '')
  if (text === null || text.length > bodyBytesMax)
    throw notJson(`It is larger than ${String(bodyBytesMax / 1_000_000)} MB.`)
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw notJson('It is broken where it was cut off or misspelt.')
  }
}

const notJson = (why: string) =>
  new StudioError({ code: 'BODY_NOT_JSON', what: 'The body is no JSON.', why, fix: 'Send one JSON object.' })
