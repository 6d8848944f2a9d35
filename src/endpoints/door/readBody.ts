import { isTooDeep, isOperator, levelsMax, operatorIn } from '@/domain/asked/operatorIn'
import { StudioError } from '@/domain/errors/StudioError'

export const jsonBytesMax = 8_000_000
const strangerBytesMax = 100_000
const formBytesMax = 20_000_000
const fileBytesMax = 2_000_000_000
const takesFiles = /^\/api\/(media|projects\/[^/]+\/[^/]+)/
/** What the admin remembers of its own pages: its names are paths of fields. */
const namesWithDots = '/api/payload-preferences/'

/**
 * The request with a body that may be read: JSON of a size and depth that does no harm, without operators; files only
 * where they are taken. Nothing is parsed before its size and depth are known.
 * More than a form's worth is read only for people of the studio (`refuseStranger` fails for others).
 * Fails: ROUTE_UNKNOWN, BODY_TOO_LARGE, BODY_TOO_DEEP, BODY_NOT_JSON, OPERATOR_REFUSED.
 */
export const readBody = async (request: Request, refuseStranger: () => Promise<void>): Promise<Request> => {
  const { pathname, searchParams } = new URL(request.url)
  refuseBroken(pathname)
  refuseOperators(searchParams)
  const type = request.headers.get('content-type') ?? ''
  if (isEmpty(request)) return withBody(request, '')
  refuseType(type, pathname, request.headers)
  const claimed = Number(request.headers.get('content-length') ?? 0)
  if (type.startsWith('multipart/form-data')) {
    if (claimed > (takesFiles.test(pathname) ? fileBytesMax : formBytesMax)) throw tooLarge(formBytesMax)
    if (claimed === 0 || claimed > strangerBytesMax) await refuseStranger()
    return request
  }
  const text =
    claimed > jsonBytesMax ? null : await inTime(textOf(request.body as ReadableStream<Uint8Array>, refuseStranger))
  if (text === null) throw tooLarge(jsonBytesMax)
  if (type.startsWith('application/x-www-form-urlencoded')) refuseOperators(new URLSearchParams(text))
  else refuseWild(text, { dots: !pathname.startsWith(namesWithDots), lists: pathname.startsWith('/api/graphql') })
  return withBody(request, text)
}

/** A server hands on a stream even where nobody sent a byte: then there is no length, or none but 0. */
const isEmpty = ({ body, headers }: Request): boolean => {
  if (body === null || headers.get('content-length') === '0') return true
  return ['content-length', 'transfer-encoding', 'content-type'].every((name) => !headers.has(name))
}

const changing = new Set(['POST', 'PUT', 'PATCH'])

/** Nothing counts as an empty object, so that whoever takes it needs to know no difference. */
const withBody = (request: Request, text: string): Request => {
  if (text === '' && !changing.has(request.method)) return request
  const headers = new Headers(request.headers)
  if (text.trim() === '') headers.set('content-type', 'application/json')
  const body = text.trim() === '' ? '{}' : text
  headers.set('content-length', String(Buffer.byteLength(body)))
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}

const asQuestion = ['x-http-method-override', 'x-payload-http-method-override']

/** JSON, forms with files, and where a page of ours or of the admin sends one, a plain form. */
const refuseType = (type: string, pathname: string, headers: Headers): void => {
  if (/^(application\/json|application\/[\w.]+\+json)\b/.test(type)) return
  if (/^multipart\/form-data;.*boundary=\S+/.test(type)) return
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  if (isForm && (pathname.startsWith('/api/people/') || asQuestion.some((name) => headers.has(name)))) return
  throw new StudioError({
    code: 'BODY_TYPE_REFUSED',
    what: 'The body was not read.',
    why: `“${type.slice(0, 60)}” is not taken here.`,
    fix: 'Send JSON with Content-Type: application/json, files as multipart/form-data.',
    field: 'Content-Type',
  })
}

const jsonMsMax = 30_000

/** Whoever sends a body byte by byte holds nothing for long. */
const inTime = async <T>(reading: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), jsonMsMax)
  })
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}

/** To its end, or null as soon as it is larger than JSON may be. */
const textOf = async (
  body: ReadableStream<Uint8Array>,
  refuseStranger: () => Promise<void>,
): Promise<string | null> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let isKnown = false
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > jsonBytesMax) return null
    if (bytes > strangerBytesMax && !isKnown) await refuseStranger()
    isKnown = bytes > strangerBytesMax
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const refuseWild = (text: string, { dots, lists }: { dots: boolean; lists: boolean }): void => {
  if (text.trim() === '') return
  if (isTooDeep(text)) throw tooDeep()
  const sent = parsed(text)
  if (typeof sent !== 'object' || sent === null || (Array.isArray(sent) && !lists)) throw notJson()
  const found = operatorIn(sent, { dots })
  if (found !== null) throw operator(found)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

/** What is no text in UTF-8 is no address either. */
const refuseBroken = (pathname: string): void => {
  try {
    decodeURIComponent(pathname)
  } catch {
    throw new StudioError({
      code: 'ROUTE_UNKNOWN',
      what: 'There is nothing at this address.',
      why: 'It is broken where it was encoded.',
      fix: '/api/docs shows what there is.',
    })
  }
}

const refuseOperators = (query: URLSearchParams): void => {
  for (const name of query.keys()) {
    const bad = name.split(/[[\]]/).find((part) => part.split('.').some(isOperator))
    if (bad !== undefined) throw operator(bad.slice(0, 60))
  }
}

const operator = (path: string) =>
  new StudioError({
    code: 'OPERATOR_REFUSED',
    what: 'The request was not carried out.',
    why: `“${path}” is no name of a field.`,
    fix: 'Name fields as the documents have them, without $ and dots.',
    field: path,
  })
const tooLarge = (max: number) =>
  new StudioError({
    code: 'BODY_TOO_LARGE',
    what: 'The body was not read.',
    why: `It is larger than ${max < 1_000_000 ? `${String(max / 1000)} kB` : `${String(max / 1_000_000)} MB`}.`,
    fix: 'Send files as multipart/form-data, and documents one by one.',
  })
/** Of whoever cannot sign in here at all. */
export const tooLargeForStrangers = () => tooLarge(strangerBytesMax)
const tooSlow = () =>
  new StudioError({
    code: 'BODY_TOO_SLOW',
    what: 'The body was not read.',
    why: `It did not come within ${String(jsonMsMax / 1000)} s.`,
    fix: 'Send it again over a better line.',
    retry: 'later',
  })
const tooDeep = () =>
  new StudioError({
    code: 'BODY_TOO_DEEP',
    what: 'The body was not read.',
    why: `It is nested deeper than ${String(levelsMax)} levels.`,
    fix: 'Send the documents themselves; none is that deep.',
  })
const notJson = () =>
  new StudioError({
    code: 'BODY_NOT_JSON',
    what: 'The body is no JSON.',
    why: 'It is broken where it was cut off or misspelt, or no object.',
    fix: 'Send one JSON object.',
  })
