import type { FrozenRequest, Json, JsonObject } from '@/domain/catalogue/wish'
import type { ProviderError, ProviderErrorClass } from '@/domain/generation/providerError'
import type { PaidProvider, SendingAt, Standing, Submitted, Ticket } from '../spec/paidProvider'
import { callJson } from './callJson'
import { fillFiles } from './fillFiles'
import { noSuchEndpoint } from './isPath'
import { objectOf, textOf } from './objectOf'
import { serviceCallback, serviceStanding, taskIdIn } from './serviceStanding'
import { readFault, refusalIn, submitEnd, untold, type Reader } from './submitEnd'
import { baseOf } from './underBase'

export type ServiceAccount = { url: string; key?: string | undefined }

/** How one of the services of the original design is spoken to. */
export type Service = {
  id: FrozenRequest['provider']
  name: string
  headers: (key: string) => Record<string, string>
  /** Paths that may be asked: `tasks` answer with an id. */
  tasks: readonly string[]
  /** These answer at once; one of the fields must be there, else it is no answer. */
  answers: Readonly<Record<string, readonly string[]>>
  callbackField: string | null
  /** Fields of a standing that hold what was sent in. */
  sent: readonly string[]
  statusPath: ((id: string) => string) | null
  cancelPath: ((id: string) => string) | null
  /** Something that may be read for nothing; whether 404 is a good answer, too. */
  test: { path: string; mayLack: boolean }
}
type Line = { base: string; headers: Record<string, string>; reader: Reader }

export const serviceProvider = (service: Service, { url, key }: ServiceAccount): PaidProvider => {
  const line: Line = {
    base: baseOf(url),
    headers: key === undefined ? {} : service.headers(key),
    reader: { name: service.name, secrets: key === undefined ? [] : [key], refusal: serviceError },
  }
  return {
    id: service.id,
    submit: (request, at) => submit(service, line, { request, at }),
    check: (ticket, signal) => check(service, line, { ticket, signal }),
    cancel: (ticket, signal) => cancel(service, line, { ticket, signal }),
    ...(service.callbackField === null
      ? {}
      : {
          readCallback: ({ raw }) =>
            Promise.resolve(serviceCallback(raw, { secrets: line.reader.secrets, sent: service.sent })),
        }),
    testKey: (signal) => testKey(service, line, signal),
  }
}

const submit = async (
  service: Service,
  line: Line,
  { request, at }: { request: FrozenRequest; at: SendingAt },
): Promise<Submitted> => {
  const isTask = service.tasks.includes(request.endpoint)
  const signs = Object.hasOwn(service.answers, request.endpoint) ? service.answers[request.endpoint] : undefined
  if (!isTask && !signs) return noSuchEndpoint(request.endpoint)
  const callback = service.callbackField !== null && at.callbackUrl !== null ? { [service.callbackField]: at.callbackUrl } : {} // prettier-ignore
  const called = await callJson({
    method: 'POST',
    url: `${line.base}/${request.endpoint}`,
    headers: line.headers,
    json: { ...fillFiles(request.body, at.addressOf), ...callback },
    signal: at.signal,
  })
  return submitEnd(called, line.reader, ({ json }) =>
    signs ? answeredAtOnce(json, signs, at.attemptId) : accepted(json),
  )
}

const accepted = (json: Json): Submitted | null => {
  const body = objectOf(json)
  const requestId = taskIdIn(body)
  if (requestId !== null) return { is: 'accepted', ticket: { requestId } }
  return body['success'] === false ? saidNo(body) : null
}

const saidNo = (body: JsonObject): Submitted => ({
  is: 'refused',
  error: { class: 'validation', message: textOf(body['error']) ?? 'It was not taken.' },
})

const answeredAtOnce = (json: Json, signs: readonly string[], attemptId: string): Submitted | null => {
  const body = objectOf(json)
  if (body['success'] === false) return saidNo(body)
  if (!signs.some((name) => Object.hasOwn(body, name))) return null
  const text = textOf(body['answer'])
  return {
    is: 'answered',
    answer: { requestId: `attempt:${attemptId}`, raw: json, media: [], text, usage: {}, billedNanodollars: null },
  }
}

type Asking = { ticket: Ticket; signal: AbortSignal }

const check = async (service: Service, line: Line, { ticket, signal }: Asking): Promise<Standing> => {
  if (service.statusPath === null) return { is: 'gone', error: { class: 'expired', message: `${service.name} keeps no answers.` } } // prettier-ignore
  const url = `${line.base}/${service.statusPath(encodeURIComponent(ticket.requestId))}`
  const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
  if ('status' in called && called.status === 404)
    return { is: 'gone', error: { ...refusalIn(called, line.reader), class: 'expired' } }
  if (called.is !== 'json' || called.status >= 300) return untold(called, line.reader)
  const id = taskIdIn(called.json)
  if (id !== null && id !== ticket.requestId) return untold(called, line.reader)
  return (
    serviceStanding(called.json, ticket.requestId, { secrets: line.reader.secrets, sent: service.sent }) ??
    untold(called, line.reader)
  )
}

const cancel = async (service: Service, line: Line, { ticket, signal }: Asking): Promise<'requested' | 'unknown'> => {
  if (service.cancelPath === null) return 'unknown'
  const url = `${line.base}/${service.cancelPath(encodeURIComponent(ticket.requestId))}`
  const called = await callJson({ method: 'DELETE', url, headers: line.headers, signal })
  return 'status' in called && called.status < 300 ? 'requested' : 'unknown'
}

const classes: Partial<Record<number, ProviderErrorClass>> = { 401: 'auth', 402: 'billing', 403: 'auth', 429: 'rate' }

const serviceError = ({ status, json }: { status: number; json: Json }): ProviderError => {
  const body: JsonObject = objectOf(json)
  const words = ['error_message', 'error', 'detail', 'message'].map((name) => textOf(body[name]))
  return {
    class: classes[status] ?? (status >= 500 ? 'transient' : 'validation'),
    message: words.find((one) => one !== null) ?? '',
    status,
  }
}

const testKey = async (service: Service, line: Line, signal: AbortSignal): Promise<{ ok: boolean; says: string }> => {
  const called = await callJson({ method: 'GET', url: `${line.base}/${service.test.path}`, headers: line.headers, signal }) // prettier-ignore
  const isThere = 'status' in called && (called.status < 300 || (service.test.mayLack && called.status === 404))
  return isThere
    ? { ok: true, says: `${service.name} answers.` }
    : { ok: false, says: readFault(called, line.reader).message }
}
