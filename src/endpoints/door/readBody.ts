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
  if (request.body === null) return request
  const type = request.headers.get('content-type') ?? ''
  const claimed = Number(request.headers.get('content-length') ?? 0)
  if (type.startsWith('multipart/form-data')) {
    if (claimed > (takesFiles.test(pathname) ? fileBytesMax : formBytesMax)) throw tooLarge(formBytesMax)
    if (claimed === 0 || claimed > strangerBytesMax) await refuseStranger()
    return request
  }
  const text = claimed > jsonBytesMax ? null : await inTime(textOf(request.body, refuseStranger))
  if (text === null) throw tooLarge(jsonBytesMax)
  if (type.startsWith('application/x-www-form-urlencoded')) refuseOperators(new URLSearchParams(text))
  else refuseWild(text, { isJson: type.includes('json'), dots: !pathname.startsWith(namesWithDots) })
  const headers = new Headers(request.headers)
  headers.set('content-length', String(Buffer.byteLength(text)))
  return new Request(request.url, { method: request.method, headers, body: text, signal: request.signal })
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

const refuseWild = (text: string, { isJson, dots }: { isJson: boolean; dots: boolean }): void => {
  if (text.trim() === '') return
  if (isTooDeep(text)) throw tooDeep()
  const found = operatorIn(parsed(text, isJson), { dots })
  if (found !== null) throw operator(found)
}

const parsed = (text: string, isJson: boolean): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    if (isJson) throw notJson()
    return null // some other text: whoever takes it checks it
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
    why: `It is larger than ${String(max / 1_000_000)} MB.`,
    fix: 'Send files as multipart/form-data, and documents one by one.',
  })
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
    why: 'It is broken where it was cut off or misspelt.',
    fix: 'Send one JSON object.',
  })
