import { createHash } from 'node:crypto'

type Asked = { request: Request; requestId: string }

/** What every answer carries that does not say otherwise itself. */
const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Authorization, Cookie, Origin',
}

/** The answer as it goes out: safe headers, the request's id, one shape of errors, and an ETag on what was read. */
export const dressed = async (answer: Response, { request, requestId }: Asked): Promise<Response> => {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const headers = headersOf(answer, { requestId, isRead })
  const status = answer.status === 501 ? 404 : answer.status // Payload: a collection without routes
  const out = (body: ReadableStream<Uint8Array> | string | null) =>
    new Response(request.method === 'HEAD' ? null : body, { status, headers })
  if (!(headers.get('content-type') ?? '').startsWith('application/json')) return out(answer.body)
  const text = shaped(await answer.text(), { status, requestId, isGraphQL: isGraphQL(request) })
  headers.delete('Content-Length')
  if (!isRead || status !== 200) return out(text)
  if (!headers.has('ETag')) headers.set('ETag', etagOf(text))
  return isKnown(request, headers) ? new Response(null, { status: 304, headers }) : out(text)
}

const headersOf = (answer: Response, { requestId, isRead }: { requestId: string; isRead: boolean }): Headers => {
  const headers = new Headers(answer.headers)
  headers.set('X-Request-Id', requestId)
  for (const [name, value] of Object.entries(always)) if (!headers.has(name)) headers.set(name, value)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', isRead ? 'private, no-cache' : 'no-store')
  return headers
}

const isGraphQL = ({ url }: Request): boolean => /^\/api\/graphql\/?$/.test(new URL(url).pathname)

const etagOf = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`

/** A revision ("7") says nothing of what is shown beside the document, so only the ETag of a whole answer counts. */
const isKnown = (request: Request, headers: Headers): boolean => {
  const etag = headers.get('ETag') ?? ''
  const asked = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim())
  return etag.startsWith('W/') && asked.includes(etag)
}

type Told = Record<string, unknown>
type Shaping = { status: number; requestId: string; isGraphQL: boolean }

/** Every error with its code, its words and the request's id; what is no error stays as it is. */
const shaped = (text: string, shaping: Shaping): string => {
  if (shaping.status < 400 && !(shaping.isGraphQL && text.includes('"errors"'))) return text
  const body = parsed(text)
  if (body === null) return text
  const errors: unknown = body['errors'] ?? (typeof body['message'] === 'string' ? [body] : undefined)
  if (!Array.isArray(errors)) return text
  const told = (errors as Told[]).map((error) => tell(error, shaping))
  const { message: _, ...rest } = body
  return JSON.stringify({ ...rest, errors: told })
}

const parsed = (text: string): Told | null => {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Told) : null
  } catch {
    return null
  }
}

const tell = (error: Told, { status, requestId, isGraphQL }: Shaping): Told => {
  if (!isGraphQL) return { ...wordsFor(error, status), ...error, requestId }
  const extensions = (error['extensions'] ?? {}) as Told
  const words = wordsFor(error, Number(extensions['statusCode'] ?? 400))
  return { ...error, extensions: { ...words, ...extensions, requestId } }
}

/** For answers that were made without an error: Payload's own “route not found” and its like. */
const wordsFor = ({ message }: Told, status: number): Told => ({
  code: status >= 500 ? 'UNEXPECTED' : status === 404 ? 'ROUTE_UNKNOWN' : 'REQUEST_REFUSED',
  message,
  what: 'The request was not carried out.',
  why: typeof message === 'string' ? message : 'The studio could not take it.',
  fix: status >= 500 ? 'Try again; if it comes back, report it with the request id.' : '/api/docs shows what there is.',
})
