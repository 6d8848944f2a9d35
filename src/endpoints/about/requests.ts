import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { ulid } from 'ulid'

/** A request that was answered. `route` has `:id` where the address has an id. */
export type Answered = { method: string; route: string; status: number; seconds: number }
type Served = { request: IncomingMessage; response: ServerResponse }

const ids = /\/(?:[0-9a-f]{24}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{64}|\d+)(?=\/|$)/g
const named = [
  [/^\/api\/([\w-]+)\/file\/.*/, '/api/$1/file/:name'],
  [/^\/_next\/.*/, '/_next/:file'],
  [/^\/share\/.*/, '/share/:token'],
] as const

/** Few names for many addresses. What no route answers has one name: anybody may ask for anything. */
export const routeName = (url: string, status: number): string => {
  const path = (url.split('?')[0] ?? '').slice(0, 200)
  if (status === 404) return 'nothing'
  return named.reduce((text, [form, name]) => text.replace(form, name), path.replace(ids, '/:id'))
}

const quiet = /^\/(?:_next\/|api\/(?:health|ready|metrics)$)/

/**
 * Tells the log and `onAnswer` of every request of this process's server that was answered, and gives the pages of the
 * admin an X-Request-Id, as the door of /api gives its answers. Node tells of its servers itself. Answers how to end it.
 */
export const watchRequests = (payload: Payload, onAnswer: (answered: Answered) => void): (() => void) => {
  const began = new WeakMap<IncomingMessage, number>()
  const started = (message: unknown) => {
    const { request, response } = message as Served
    began.set(request, performance.now())
    if (!request.url?.startsWith('/api/')) response.setHeader('X-Request-Id', ulid())
  }
  const finished = (message: unknown) => {
    const { request, response } = message as Served
    const start = began.get(request)
    if (start === undefined) return
    const seconds = (performance.now() - start) / 1000
    const { method = 'GET', url = '/' } = request
    const route = routeName(url, response.statusCode)
    onAnswer({ method, route, status: response.statusCode, seconds })
    const requestId = response.getHeader('x-request-id')
    const line = { requestId, method, route, status: response.statusCode, ms: Math.round(seconds * 1000) }
    payload.logger[quiet.test(route) ? 'debug' : 'info'](line, 'answered')
  }
  subscribe('http.server.request.start', started)
  subscribe('http.server.response.finish', finished)
  return () => {
    unsubscribe('http.server.request.start', started)
    unsubscribe('http.server.response.finish', finished)
  }
}
